import { Module } from '@nestjs/common';
import { Settings } from '../config.ts';
import { StoreModule } from '../store/store.module.ts';
import { CataloguingController } from './cataloguing.controller.ts';
import { ImportCatalogue } from './import-catalogue.ts';
import { ListProgrammes } from './list-programmes.ts';

/** Made once the catalogue file is imported. */
abstract class ImportedCatalogue {}

@Module({
  imports: [StoreModule],
  controllers: [CataloguingController],
  providers: [
    ImportCatalogue,
    ListProgrammes,
    {
      // A factory, not a hook: the service neither answers nor follows before the programmes are there.
      provide: ImportedCatalogue,
      inject: [ImportCatalogue, Settings],
      useFactory: async (importing: ImportCatalogue, { env }: Settings): Promise<ImportedCatalogue> => {
        if (env.CATALOGUE_FILE !== undefined) await importing.run(env.CATALOGUE_FILE);
        return {};
      },
    },
  ],
})
export class CataloguingModule {}
