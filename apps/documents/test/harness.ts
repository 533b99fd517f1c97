import { randomUUID } from 'node:crypto';
import { applicationChanged } from '@admissions/contracts/applications';
import type { OutputOf } from '@admissions/contracts/call';
import type { DocumentType } from '@admissions/contracts/document-types';
import {
  claimUpload,
  discardDocument,
  getDocument,
  requestUpload,
  type DocumentView,
} from '@admissions/contracts/documents';
import type { DataOf } from '@admissions/contracts/message';
import { ProblemError, type ProblemCode } from '@admissions/contracts/problem';
import { startTestService, subjects, waitFor, type TestService } from '@admissions/runtime/testing';
import { build } from '../src/app.module.ts';
import type { Area } from '../src/storage/storage.ts';
import { s3Client } from '../src/storage/s3.client.ts';
import { AccessStore } from '../src/store/access.store.ts';
import { ShelfStore } from '../src/store/shelf.store.ts';

export type Form = OutputOf<typeof requestUpload>;
type Snapshot = DataOf<typeof applicationChanged>;

/** The documents service on real servers, and the store seen from outside. */
export interface Documents extends TestService {
  /** An application that the service knows; each one is new. */
  application(state?: Partial<Snapshot>): Promise<{ applicationId: string; candidate: string }>;
  /** Tells the service a newer state of an application, and waits until it knows it. */
  tell(snapshot: Snapshot, revision: number): Promise<void>;
  /** Takes every place from the documents of an application, as newer uploads do. */
  emptyShelf(applicationId: string): Promise<void>;
  /** Keys in an area, from the store itself. */
  keys(area: Area): Promise<string[]>;
  bytesOf(area: Area, key: string): Promise<Buffer>;
  put(area: Area, key: string, bytes: Buffer): Promise<void>;
  ask(applicationId: string, candidate: string, file: Partial<FileToSend>): Promise<Form>;
  claim(documentId: string, candidate: string, key?: string): Promise<DocumentView>;
  discard(documentId: string, candidate: string): Promise<DocumentView>;
  /** Asks, sends, claims and waits for the verdict. */
  upload(applicationId: string, candidate: string, file: Partial<FileToSend>): Promise<DocumentView>;
  settled(documentId: string, candidate: string): Promise<DocumentView>;
  settledAs(documentId: string, candidate: string, state: DocumentView['state']): Promise<DocumentView>;
}

export interface FileToSend {
  readonly type: DocumentType;
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Buffer;
  /** Declared size; that of the bytes unless told otherwise. */
  readonly size: number;
}

type Options = Parameters<typeof startTestService>[0];

export async function startDocuments(options: Partial<Options> = {}): Promise<Documents> {
  const service = await startTestService({ service: 'documents', build, ...options });
  const env = (name: string) => service.env[name] ?? '';
  const client = s3Client({
    // Past any proxy that a test puts before the service.
    endpoint: env('S3_PUBLIC_ENDPOINT'),
    region: env('S3_REGION'),
    accessKey: env('S3_ACCESS_KEY'),
    secretKey: env('S3_SECRET_KEY'),
  });
  const bucket = (area: Area) => `${env('S3_BUCKET_PREFIX')}${area}`;
  const keys = async (area: Area) => {
    const found: string[] = [];
    for await (const { name } of client.listObjectsV2(bucket(area), '', true)) found.push(name);
    return found.filter((name) => !name.startsWith('probe/'));
  };
  const tell = async (snapshot: Snapshot, revision: number) => {
    await service.publish(applicationChanged, snapshot, {
      id: `application/${snapshot.applicationId}/${revision}/0`,
    });
    await waitFor('the access copy', async () => {
      const access = await service.app.get(AccessStore).of(snapshot.applicationId);
      return access !== undefined && access.seen >= revision;
    });
  };

  const documents: Documents = Object.assign(Object.create(service) as TestService, {
    keys,
    tell,
    async emptyShelf(applicationId: string) {
      const cause = { id: randomUUID(), fingerprint: 'test' };
      const act = { name: 'test', by: 'test', correlationId: 'test', cause };
      await service.app
        .get(ShelfStore)
        .streams.change(applicationId, act, () => ({ state: { entries: [] } }));
    },
    async application(state: Partial<Snapshot> = {}) {
      const unique = randomUUID();
      const snapshot: Snapshot = {
        ...draft,
        applicationId: `application-${unique}`,
        candidateId: `account-${unique}`,
        ...state,
      };
      await tell(snapshot, 1);
      return { applicationId: snapshot.applicationId, candidate: snapshot.candidateId };
    },
    async bytesOf(area: Area, key: string) {
      const pieces: Buffer[] = [];
      for await (const piece of await client.getObject(bucket(area), key)) pieces.push(piece as Buffer);
      return Buffer.concat(pieces);
    },
    async put(area: Area, key: string, bytes: Buffer) {
      await client.putObject(bucket(area), key, bytes, bytes.length);
    },
    ask(applicationId: string, candidate: string, file: Partial<FileToSend>) {
      const {
        type = 'CV',
        fileName = 'cv.pdf',
        contentType = 'application/pdf',
        bytes = Buffer.alloc(0),
      } = file;
      const input = { applicationId, type, fileName, contentType, size: file.size ?? bytes.length };
      return service.call(requestUpload, input, subjects.candidate(candidate));
    },
    claim: (documentId: string, candidate: string, key?: string) =>
      service.call(
        claimUpload,
        { documentId },
        subjects.candidate(candidate),
        key === undefined ? {} : { key },
      ),
    discard: (documentId: string, candidate: string) =>
      service.call(discardDocument, { documentId }, subjects.candidate(candidate)),
    async upload(applicationId: string, candidate: string, file: Partial<FileToSend>) {
      const form = await documents.ask(applicationId, candidate, file);
      const sent = await send(form, file.bytes ?? Buffer.alloc(0));
      if (sent.status >= 300) throw new Error(`the store answered ${sent.status}: ${sent.body}`);
      await documents.claim(form.documentId, candidate);
      return documents.settled(form.documentId, candidate);
    },
    settled: (documentId: string, candidate: string) =>
      waitFor(
        `the verdict on ${documentId}`,
        async () => {
          const view = await service.call(getDocument, { documentId }, subjects.candidate(candidate));
          return view.state === 'checking' ? undefined : view;
        },
        30_000,
      ),
    settledAs: (documentId: string, candidate: string, state: DocumentView['state']) =>
      waitFor(`${documentId} to be ${state}`, async () => {
        const view = await service.call(getDocument, { documentId }, subjects.candidate(candidate));
        return view.state === state ? view : undefined;
      }),
    async stop() {
      await service.stop();
      for (const area of ['quarantine', 'clean'] as const) {
        for await (const { name } of client.listObjectsV2(bucket(area), '', true))
          await client.removeObject(bucket(area), name);
        await client.removeBucket(bucket(area));
      }
    },
  });
  return documents;
}

/** A draft that wants the common documents. */
export const draft: Omit<Snapshot, 'applicationId' | 'candidateId'> = {
  programmeId: 'cybersecurity',
  intakeId: 'cybersecurity-2027',
  state: 'draft',
  isExaminable: false,
  isEditable: true,
  wanted: ['CV', 'MOTIVATION', 'PHOTO', 'ID_DOC', 'LAST_DIPLOMA', 'TRANSCRIPTS'],
};

/** Sends a file by a form, as a browser does; `change` is what an attacker changes in it. */
export async function send(
  form: Form,
  bytes: Buffer,
  change: (fields: Record<string, string>) => void = () => undefined,
): Promise<{ status: number; body: string }> {
  const fields = { ...form.upload.fields };
  change(fields);
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  data.append('file', new Blob([new Uint8Array(bytes)]), 'file');
  const answer = await fetch(form.upload.url, {
    method: 'POST',
    body: data,
    signal: AbortSignal.timeout(20_000),
  });
  return { status: answer.status, body: await answer.text() };
}

/** The code with which a call is refused; fails when it is not. */
export async function refusalOf(call: Promise<unknown>): Promise<ProblemCode> {
  return (await problemOf(call)).code;
}

export async function problemOf(call: Promise<unknown>): Promise<ProblemError['problem']> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  throw new Error('the call was not refused');
}
