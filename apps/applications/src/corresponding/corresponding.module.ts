import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.ts';
import { CorrespondingController } from './corresponding.controller.ts';
import { ListMessages } from './list-messages.ts';
import { PostMessage } from './post-message.ts';

@Module({
  imports: [StoreModule],
  controllers: [CorrespondingController],
  providers: [PostMessage, ListMessages],
})
export class CorrespondingModule {}
