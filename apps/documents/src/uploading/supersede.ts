import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { CallContext } from '@admissions/messaging/handlers';
import { replace } from '../domain/document.ts';
import { DocumentStore } from '../store/document.store.ts';
import { removeFilesOf } from '../storage/remove-files.ts';
import { Storage } from '../storage/storage.ts';

/** Ends an upload that nobody waits for any more. Its file goes with it; what its form still sends is swept. */
@Injectable()
export class Supersede {
  constructor(
    private readonly documents: DocumentStore,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  async run(id: string, call: CallContext): Promise<void> {
    const { state } = await this.documents.streams.change(
      id,
      call.act(),
      (current) =>
        current ? replace(current.state, id, this.clock.now()) : { ignored: 'its upload was never begun' },
      { deadline: call.deadline },
    );
    if (state) await removeFilesOf(id, state, this.storage);
  }
}
