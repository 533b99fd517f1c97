import { Module } from '@nestjs/common';
import { MailChannel } from '../channels/mail.channel.ts';
import { InstitutionFacts } from '../institution.facts.ts';
import { StoreModule } from '../store/store.module.ts';
import { SendLetter } from './send-letter.ts';
import { SendingController } from './sending.controller.ts';

@Module({
  imports: [StoreModule],
  controllers: [SendingController],
  providers: [InstitutionFacts, MailChannel, SendLetter],
})
export class SendingModule {}
