import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.ts';
import { CataloguingController } from './cataloguing.controller.ts';
import { ImportCatalogue } from './import-catalogue.ts';
import { ListProgrammes } from './list-programmes.ts';

@Module({
  imports: [StoreModule],
  controllers: [CataloguingController],
  providers: [ImportCatalogue, ListProgrammes],
})
export class CataloguingModule {}
