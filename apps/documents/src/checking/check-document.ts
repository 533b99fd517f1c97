import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import { RetryLater, type EventContext, type Followed } from '@admissions/messaging/handlers';
import { Log } from '@admissions/runtime/log';
import {
  hasFile,
  pass,
  problemOf,
  reject,
  replace,
  type CheckedFile,
  type CheckingDocument,
  type Decision,
  type Document,
} from '../domain/document.ts';
import { giveWay } from '../domain/judging.ts';
import { contentTypeOf, formatOf, limitsFor } from '../domain/limits.ts';
import { holdsPlace } from '../domain/shelf.ts';
import { removeFilesOf } from '../storage/remove-files.ts';
import { Storage } from '../storage/storage.ts';
import { DocumentStore } from '../store/document.store.ts';
import { ShelfStore } from '../store/shelf.store.ts';
import { CheckFaults } from './check-faults.ts';
import { unsound, type Unsound } from './inspection/verdict.ts';
import { Inspector } from './inspector.ts';
import { MalwareScanner } from './malware.ts';

type Decide = (document: Document, now: Date) => Decision | Promise<Decision>;

/**
 * Checks one file and puts the bytes that were checked where readers get them. Any step may be the last one before a kill:
 * the message comes again, and the same steps give the same result. The order makes it so: clean bytes, then state, then
 * the end of the quarantined file.
 */
@Injectable()
export class CheckDocument {
  constructor(
    private readonly documents: DocumentStore,
    private readonly shelves: ShelfStore,
    private readonly storage: Storage,
    private readonly inspector: Inspector,
    private readonly scanner: MalwareScanner,
    private readonly faults: CheckFaults,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async run(documentId: string, event: EventContext): Promise<Followed> {
    const loaded = await this.documents.streams.load(documentId);
    if (!loaded) throw new RetryLater('the document is not there yet');
    const document = loaded.state;
    if (document.state !== 'checking') {
      await this.#finish(documentId, document, event);
      return { ignored: `already ${document.state}` };
    }
    if (!holdsPlace(await this.shelves.of(document.applicationId), documentId)) {
      return this.#settle(documentId, event, (now, at) => replace(now, documentId, at));
    }
    const found = await this.#examine(documentId, document);
    if ('sound' in found) {
      this.log.info({ documentId, code: found.code, reason: found.reason }, 'a file was refused');
      const problem = problemOf(found.code, found.facts);
      return this.#settle(documentId, event, (now, at) => reject(now, problem, documentId, at));
    }
    return this.#settle(documentId, event, async (now, at) =>
      (await this.#isWanted(now)) ? pass(now, found, documentId, at) : replace(now, documentId, at),
    );
  }

  /** What is wrong with the file, or the clean file that was written from it. */
  #examine(documentId: string, document: CheckingDocument): Promise<CheckedFile | Unsound> {
    return this.inspector.inTurn((inspect) => this.#examineNow(documentId, document, inspect));
  }

  async #examineNow(
    documentId: string,
    document: CheckingDocument,
    inspect: Inspector['inspect'],
  ): Promise<CheckedFile | Unsound> {
    const format = formatOf(document.type);
    const limits = limitsFor(document.type);
    const received = await this.storage.read(document.quarantineKey, limits.maxBytes);
    if (received === 'absent')
      return unsound('upload-not-received', 'gone from quarantine', { format, ...limits });
    if (received === 'too-large')
      return unsound('document-too-large', 'larger than the form allowed', limits);
    await this.faults.reached('after-read');
    const malwareScan = await this.scanner.scan(received);
    if (malwareScan === 'infected') return unsound('document-malware', 'malware');
    const verdict = await inspect({ bytes: received, format, limits });
    if (!verdict.sound) return verdict;
    const { bytes, pages } = verdict;
    const sha256 = hashOf(bytes);
    // The same document and bytes give the same key, so that a repeat leaves no second copy.
    const key = `${documentId}/${sha256}`;
    await this.storage.write(key, bytes, { contentType: contentTypeOf(document.type), sha256 });
    await this.faults.reached('after-write');
    const file = { key, sha256, size: bytes.length, receivedSha256: hashOf(received), malwareScan };
    return pages === undefined ? file : { ...file, pages };
  }

  /** Sent in the place of a refused document, it is wanted as long as no officer has accepted that one after all. */
  async #isWanted({ replaces }: Document): Promise<boolean> {
    if (replaces === undefined) return true;
    return (await this.documents.streams.load(replaces))?.state.state === 'refused';
  }

  /** Saves what the check came to, then does what follows from it. */
  async #settle(documentId: string, event: EventContext, decide: Decide): Promise<Followed> {
    const { state, ignored } = await this.documents.streams.change(
      documentId,
      event.act('check'),
      (current) => {
        if (!current) throw new RetryLater('the document is not there yet');
        return decide(current.state, this.clock.now());
      },
    );
    await this.faults.reached('after-verdict');
    await this.#finish(documentId, state, event);
    return ignored === undefined ? undefined : { ignored };
  }

  /** Removes the files that the document no longer needs; a refused one gives way to it once it has passed. */
  async #finish(documentId: string, document: Document, event: EventContext): Promise<void> {
    await removeFilesOf(documentId, document, this.storage);
    const { replaces } = document;
    if (replaces === undefined || !hasFile(document)) return;
    await this.documents.streams.change(replaces, event.act('check'), (current) =>
      current
        ? giveWay(current.state, documentId, replaces, this.clock.now())
        : { ignored: 'no such document' },
    );
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
