import { Injectable } from '@nestjs/common';
import { Chance, newId } from '@admissions/identity/ids';
import type { Documents } from '@admissions/store/documents';
import { Store } from '@admissions/store/store';

/** One reading of one document. */
export interface AccessLogEntry {
  readonly documentId: string;
  readonly applicationId: string;
  readonly type: string;
  /** The account that asked. */
  readonly by: string;
  /** ISO, real time: it must stand beside the logs of the object store. */
  readonly at: string;
  readonly linkUntil: string;
  readonly correlationId: string;
}

/** Who asked for a link to which document. Lines are only added. */
@Injectable()
export class AccessLog {
  readonly #lines: Documents<AccessLogEntry>;
  constructor(
    store: Store,
    private readonly chance: Chance,
  ) {
    this.#lines = store.collection<AccessLogEntry>('access-log', ['documentId']);
  }

  async add(entry: AccessLogEntry): Promise<void> {
    await this.#lines.insert(newId('reading', this.chance), entry);
  }

  of(documentId: string, limit: number): Promise<readonly AccessLogEntry[]> {
    return this.#lines.find({ documentId }, limit);
  }
}
