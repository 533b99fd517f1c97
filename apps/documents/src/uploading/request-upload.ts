import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import type { requestUpload as requestUploadCall } from '@admissions/contracts/documents';
import { isRefusal, ProblemError } from '@admissions/contracts/problem';
import { Chance, idFrom } from '@admissions/identity/ids';
import type { CallContext } from '@admissions/messaging/handlers';
import { mayUpload } from '../domain/access.ts';
import { checkDeclaration, formUntil, replace, requestUpload, type Document } from '../domain/document.ts';
import { contentTypeOf, delays, limitsFor } from '../domain/limits.ts';
import { takePlace } from '../domain/shelf.ts';
import { detailOf } from '../domain/wording.ts';
import { AccessStore } from '../store/access.store.ts';
import { DocumentStore } from '../store/document.store.ts';
import { ShelfStore } from '../store/shelf.store.ts';
import { removeFilesOf } from '../storage/remove-files.ts';
import { Storage } from '../storage/storage.ts';
import { granted } from '../granted.ts';

type Input = InputOf<typeof requestUploadCall>;

/** Takes a place for a document and gives the form for its file. The same command again gives the form again, until it expires. */
@Injectable()
export class RequestUpload {
  constructor(
    private readonly accesses: AccessStore,
    private readonly shelves: ShelfStore,
    private readonly documents: DocumentStore,
    private readonly storage: Storage,
    private readonly clock: Clock,
    private readonly chance: Chance,
  ) {}

  async run(input: Input, call: CallContext): Promise<OutputOf<typeof requestUploadCall>> {
    granted(mayUpload(await this.accesses.of(input.applicationId), call.subject, input.type));
    const refused = checkDeclaration(input);
    if (refused) throw new ProblemError(refused.refused.code, refused.refused.detail, refused.refused);
    const documentId = idFrom('document', call.commandId);
    await this.#takePlace(documentId, input, call);
    const document = await this.#create(documentId, input, call);
    const seconds = Math.ceil((formUntil(document).getTime() - this.clock.now().getTime()) / 1000);
    if (document.state !== 'awaited' || seconds <= 0) {
      throw new ProblemError('upload-expired', detailOf('upload-expired'));
    }
    const { expiresAt, ...upload } = await this.storage.uploadForm({
      key: document.quarantineKey,
      contentType: contentTypeOf(document.type),
      maxBytes: document.declaredSize,
      seconds: Math.min(seconds, delays.uploadFormSeconds),
    });
    return {
      documentId,
      upload: { url: upload.url, fields: { ...upload.fields } },
      maxSize: limitsFor(document.type).maxBytes,
      expiresAt: expiresAt.toISOString(),
    };
  }

  async #takePlace(
    documentId: string,
    { applicationId, type, size }: Input,
    call: CallContext,
  ): Promise<void> {
    const { answer } = await this.shelves.streams.change<{ superseded: readonly string[] }>(
      applicationId,
      call.act(),
      async (current) => {
        const states = await this.#statesOf(current?.state.entries.map((entry) => entry.documentId) ?? []);
        const taken = takePlace(
          current?.state,
          { documentId, type, size },
          (id) => states.get(id) ?? 'unborn',
          this.clock.now(),
        );
        return isRefusal(taken) ? taken : { state: taken.shelf, answer: { superseded: taken.superseded } };
      },
      { deadline: call.deadline },
    );
    for (const id of answer.superseded) await this.#replace(id, call);
  }

  async #statesOf(ids: readonly string[]): Promise<Map<string, Document['state']>> {
    const loaded = await Promise.all(ids.map((id) => this.documents.streams.load(id)));
    return new Map(loaded.flatMap((one) => (one ? [[one.id, one.state.state] as const] : [])));
  }

  /** The file of a superseded upload goes with it; what its form still sends is swept. */
  async #replace(id: string, call: CallContext): Promise<void> {
    const { state } = await this.documents.streams.change(
      id,
      call.act(),
      (current) =>
        current ? replace(current.state, id, this.clock.now()) : { ignored: 'its upload was never begun' },
      { deadline: call.deadline },
    );
    if (state) await removeFilesOf(id, state, this.storage);
  }

  async #create(
    id: string,
    { applicationId, type, fileName, size }: Input,
    call: CallContext,
  ): Promise<Document> {
    const asked = {
      applicationId,
      type,
      fileName,
      declaredSize: size,
      // By chance, so that nobody can guess where a file lies; under the id, so that the sweep finds its document.
      quarantineKey: `${id}/${this.chance.bytes(16).toString('hex')}`,
    };
    await this.documents.streams.change(
      id,
      call.act(),
      (current) => (current ? { ignored: 'asked for already' } : requestUpload(asked, id, this.clock.now())),
      { deadline: call.deadline },
    );
    // A repeat gets the state of then from `change`; the form depends on the state of now.
    const now = await this.documents.streams.load(id);
    if (!now) throw new Error(`document ${id} was created and is not there`);
    return now.state;
  }
}
