import { Controller, Module } from '@nestjs/common';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import { getDocument, issueLink, listDocuments, reportClock } from '@admissions/contracts/documents';
import { Clock } from '@admissions/clock/clock';
import { Answers, type CallContext } from '@admissions/messaging/handlers';
import { ServiceConfig } from '@admissions/runtime/runtime.module';
import { viewOf } from '../domain/view.ts';
import { StorageModule } from '../storage/storage.module.ts';
import { StoreModule } from '../store/store.module.ts';
import { IssueLink } from './issue-link.ts';
import { ListDocuments } from './list-documents.ts';
import { ReadDocument } from './read-document.ts';
import { SightOf } from './sight-of.ts';

@Controller()
export class ReadingController {
  constructor(
    private readonly listDocuments: ListDocuments,
    private readonly readDocument: ReadDocument,
    private readonly issueLink: IssueLink,
    private readonly clock: Clock,
    private readonly config: ServiceConfig,
  ) {}

  @Answers(listDocuments)
  list(
    { applicationId }: InputOf<typeof listDocuments>,
    call: CallContext,
  ): Promise<OutputOf<typeof listDocuments>> {
    return this.listDocuments.run(applicationId, call.subject);
  }

  @Answers(getDocument)
  async get(
    { documentId }: InputOf<typeof getDocument>,
    call: CallContext,
  ): Promise<OutputOf<typeof getDocument>> {
    return viewOf(documentId, await this.readDocument.run(documentId, call.subject));
  }

  @Answers(issueLink)
  link({ documentId }: InputOf<typeof issueLink>, call: CallContext): Promise<OutputOf<typeof issueLink>> {
    return this.issueLink.run(documentId, call);
  }

  @Answers(reportClock)
  clockNow(_input: InputOf<typeof reportClock>, _call: CallContext): OutputOf<typeof reportClock> {
    return { instance: this.config.instance, offsetMs: this.clock.offsetMs() };
  }
}

@Module({
  imports: [StoreModule, StorageModule],
  controllers: [ReadingController],
  providers: [SightOf, ListDocuments, ReadDocument, IssueLink],
})
export class ReadingModule {}
