import { Controller, Module } from '@nestjs/common';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import { claimUpload, discardDocument, requestUpload } from '@admissions/contracts/documents';
import { Answers, type CallContext } from '@admissions/messaging/handlers';
import { StorageModule } from '../storage/storage.module.ts';
import { StoreModule } from '../store/store.module.ts';
import { ClaimUpload } from './claim-upload.ts';
import { DiscardDocument } from './discard-document.ts';
import { LetThrough } from './let-through.ts';
import { ReachDeadlines } from './reach-deadlines.ts';
import { RequestUpload } from './request-upload.ts';
import { Supersede } from './supersede.ts';

@Controller()
export class UploadingController {
  constructor(
    private readonly requestUpload: RequestUpload,
    private readonly claimUpload: ClaimUpload,
    private readonly discardDocument: DiscardDocument,
  ) {}

  @Answers(requestUpload)
  request(input: InputOf<typeof requestUpload>, call: CallContext): Promise<OutputOf<typeof requestUpload>> {
    return this.requestUpload.run(input, call);
  }

  @Answers(claimUpload)
  claim(
    { documentId }: InputOf<typeof claimUpload>,
    call: CallContext,
  ): Promise<OutputOf<typeof claimUpload>> {
    return this.claimUpload.run(documentId, call);
  }

  @Answers(discardDocument)
  discard(
    { documentId }: InputOf<typeof discardDocument>,
    call: CallContext,
  ): Promise<OutputOf<typeof discardDocument>> {
    return this.discardDocument.run(documentId, call);
  }
}

@Module({
  imports: [StoreModule, StorageModule],
  controllers: [UploadingController],
  providers: [LetThrough, Supersede, RequestUpload, ClaimUpload, DiscardDocument, ReachDeadlines],
  exports: [ReachDeadlines, Supersede],
})
export class UploadingModule {}
