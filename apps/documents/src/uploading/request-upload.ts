import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import type { requestUpload as requestUploadCall } from '@admissions/contracts/documents';
import { isRefusal, ProblemError } from '@admissions/contracts/problem';
import { Chance, idFrom } from '@admissions/identity/ids';
import type { CallContext } from '@admissions/messaging/handlers';
import { isStudied, mayReplace, mayUpload } from '../domain/access.ts';
import { checkDeclaration, formUntil, requestUpload, type Document } from '../domain/document.ts';
import { contentTypeOf, delays, limitsFor } from '../domain/limits.ts';
import { notAwaited, takePlace, takeReplacement } from '../domain/shelf.ts';
import { detailOf } from '../domain/wording.ts';
import { AccessStore } from '../store/access.store.ts';
import { DocumentStore } from '../store/document.store.ts';
import { ShelfStore } from '../store/shelf.store.ts';
import { Storage } from '../storage/storage.ts';
import { granted } from '../granted.ts';
import { Supersede } from './supersede.ts';

type Input = InputOf<typeof requestUploadCall>;

/**
 * Takes a place for a document and gives the form for its file: any that is wanted while the application is a draft, and
 * only in the place of a refused one while it is studied. The same command again gives the form again, until it expires.
 */
@Injectable()
export class RequestUpload {
  constructor(
    private readonly accesses: AccessStore,
    private readonly shelves: ShelfStore,
    private readonly documents: DocumentStore,
    private readonly storage: Storage,
    private readonly supersede: Supersede,
    private readonly clock: Clock,
    private readonly chance: Chance,
  ) {}

  async run(input: Input, call: CallContext): Promise<OutputOf<typeof requestUploadCall>> {
    const access = await this.accesses.of(input.applicationId);
    const isReplacement = access !== undefined && !access.isEditable && isStudied(access);
    granted(isReplacement ? mayReplace(access, call.subject) : mayUpload(access, call.subject, input.type));
    const refused = checkDeclaration(input);
    if (refused) throw new ProblemError(refused.refused.code, refused.refused.detail, refused.refused);
    const documentId = idFrom('document', call.commandId);
    const take = isReplacement ? takeReplacement : takePlace;
    const replaces = await this.#takePlace(take, documentId, input, call);
    const document = await this.#create(documentId, input, replaces, call);
    const seconds = Math.ceil((formUntil(document).getTime() - this.clock.now().getTime()) / 1000);
    // Who asks at the same moment may have taken the place already: said now, not after a file was sent for nothing.
    const reason =
      notAwaited(document, documentId, await this.shelves.of(input.applicationId)) ??
      (seconds <= 0 ? 'upload-expired' : undefined);
    if (reason) throw new ProblemError(reason, detailOf(reason));
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

  /** Gives the refused document whose place was taken, if any. */
  async #takePlace(
    take: typeof takePlace,
    documentId: string,
    { applicationId, type, size }: Input,
    call: CallContext,
  ): Promise<string | undefined> {
    const { answer, state } = await this.shelves.streams.change<{ superseded: readonly string[] }>(
      applicationId,
      call.act(),
      async (current) => {
        const states = await this.#statesOf(current?.state.entries.map((entry) => entry.documentId) ?? []);
        const taken = take(
          current?.state,
          { documentId, type, size },
          (id) => states.get(id) ?? 'unborn',
          this.clock.now(),
        );
        return isRefusal(taken) ? taken : { state: taken.shelf, answer: { superseded: taken.superseded } };
      },
      { deadline: call.deadline },
    );
    for (const id of answer.superseded) await this.supersede.run(id, call);
    return state.entries.find((entry) => entry.documentId === documentId)?.replaces;
  }

  async #statesOf(ids: readonly string[]): Promise<Map<string, Document['state']>> {
    const loaded = await Promise.all(ids.map((id) => this.documents.streams.load(id)));
    return new Map(loaded.flatMap((one) => (one ? [[one.id, one.state.state] as const] : [])));
  }

  async #create(
    id: string,
    { applicationId, type, fileName, size }: Input,
    replaces: string | undefined,
    call: CallContext,
  ): Promise<Document> {
    const asked = {
      applicationId,
      type,
      fileName,
      declaredSize: size,
      // By chance, so that nobody can guess where a file lies; under the id, so that the sweep finds its document.
      quarantineKey: `${id}/${this.chance.bytes(16).toString('hex')}`,
      ...(replaces === undefined ? {} : { replaces }),
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
