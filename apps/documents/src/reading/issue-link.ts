import { Injectable } from '@nestjs/common';
import type { issueLink } from '@admissions/contracts/documents';
import type { OutputOf } from '@admissions/contracts/call';
import { ProblemError } from '@admissions/contracts/problem';
import type { CallContext } from '@admissions/messaging/handlers';
import { hasFile, readable } from '../domain/document.ts';
import { attachment, safeFileName } from '../domain/file-name.ts';
import { contentTypeOf, delays, formatOf } from '../domain/limits.ts';
import { detailOf } from '../domain/wording.ts';
import { AccessLog } from '../store/access-log.ts';
import { Storage } from '../storage/storage.ts';
import { ReadDocument } from './read-document.ts';

/** A link to checked bytes that lives for a minute. It is written down who asked before the link is given. */
@Injectable()
export class IssueLink {
  constructor(
    private readonly readDocument: ReadDocument,
    private readonly storage: Storage,
    private readonly log: AccessLog,
  ) {}

  async run(
    documentId: string,
    { subject, correlationId }: CallContext,
  ): Promise<OutputOf<typeof issueLink>> {
    const document = await this.readDocument.run(documentId, subject);
    if (!hasFile(document) || !readable.includes(document.state)) {
      throw new ProblemError('document-not-readable', detailOf('document-not-readable'));
    }
    const { type, applicationId, fileName, file } = document;
    if ((await this.storage.sizeOf('clean', file.key)) === undefined) {
      throw new Error(`the clean file of ${documentId} is missing`);
    }
    const { url, expiresAt } = await this.storage.downloadLink({
      key: file.key,
      seconds: delays.linkSeconds,
      contentType: contentTypeOf(type),
      disposition: attachment(safeFileName(fileName, formatOf(type))),
    });
    const linkUntil = expiresAt.toISOString();
    const at = new Date().toISOString();
    await this.log.add({ documentId, applicationId, type, by: subject.id, at, linkUntil, correlationId });
    return { url, expiresAt: linkUntil };
  }
}
