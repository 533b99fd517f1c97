import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { ProblemError } from '@admissions/contracts/problem';
import type { Client } from 'minio';
import { s3Client, type S3Access } from './s3.client.ts';
import { Storage, type Area, type StoredObject, type UploadForm } from './storage.ts';

export interface S3Options extends S3Access {
  /** The address that browsers see. */
  readonly publicEndpoint: string;
  readonly bucketPrefix: string;
}

/** A question to the store, and the transfer of one file. */
const limitMs = { question: 4_500, transfer: 30_000 };

/** Any store that speaks the S3 API with POST policies (probed at boot). */
export class S3Storage extends Storage {
  readonly #client: Client;
  readonly #public: Client;
  readonly #prefix: string;
  readonly #region: string;
  #holdsLimits = false;

  constructor(options: S3Options) {
    super();
    this.#client = s3Client(options);
    // Signs only: the host is part of what is signed, so links are made for the address that browsers use.
    this.#public = s3Client({ ...options, endpoint: options.publicEndpoint });
    this.#prefix = options.bucketPrefix;
    this.#region = options.region;
  }

  bucket(area: Area): string {
    return `${this.#prefix}${area}`;
  }

  /** Creates the buckets that are missing. They are private by default in every store. */
  async prepare(): Promise<void> {
    for (const area of ['quarantine', 'clean'] as const) {
      const bucket = this.bucket(area);
      if (await this.#ask(() => this.#client.bucketExists(bucket))) continue;
      await this.#ask(() => this.#client.makeBucket(bucket, this.#region).catch(unlessOwned));
    }
  }

  /** The store was seen to hold the limits of forms: from now on they may be given out. */
  allowUploads(): void {
    this.#holdsLimits = true;
  }

  override async uploadForm(upload: {
    key: string;
    contentType: string;
    maxBytes: number;
    seconds: number;
  }): Promise<UploadForm> {
    if (!this.#holdsLimits) throw new ProblemError('object-store-unavailable', undefined, { retryAfter: 5 });
    return this.#form(this.#public, upload);
  }

  /** The same form by the address that this process uses: for the probe. */
  innerUploadForm(upload: {
    key: string;
    contentType: string;
    maxBytes: number;
    seconds: number;
  }): Promise<UploadForm> {
    return this.#form(this.#client, upload);
  }

  async #form(
    client: Client,
    upload: { key: string; contentType: string; maxBytes: number; seconds: number },
  ) {
    const expiresAt = new Date(Date.now() + upload.seconds * 1000);
    const policy = client.newPostPolicy();
    policy.setBucket(this.bucket('quarantine'));
    policy.setKey(upload.key);
    policy.setContentType(upload.contentType);
    policy.setContentLengthRange(1, upload.maxBytes);
    policy.setExpires(expiresAt);
    const { postURL, formData } = await client.presignedPostPolicy(policy);
    return { url: postURL, fields: formData as Record<string, string>, expiresAt };
  }

  override async downloadLink(link: {
    key: string;
    seconds: number;
    contentType: string;
    disposition: string;
  }) {
    const issued = new Date();
    const url = await this.#public.presignedGetObject(
      this.bucket('clean'),
      link.key,
      link.seconds,
      {
        'response-content-type': link.contentType,
        'response-content-disposition': link.disposition,
        'response-cache-control': 'private, no-store',
      },
      issued,
    );
    return { url, expiresAt: new Date(issued.getTime() + link.seconds * 1000) };
  }

  override sizeOf(area: Area, key: string): Promise<number | undefined> {
    return this.#ask(async () => {
      try {
        return (await this.#client.statObject(this.bucket(area), key)).size;
      } catch (error) {
        if (isAbsent(error)) return undefined;
        throw error;
      }
    });
  }

  override read(key: string, maxBytes: number): Promise<Uint8Array | 'absent' | 'too-large'> {
    return this.#ask(async (signal) => {
      let stream: Readable;
      try {
        stream = await this.#client.getObject(this.bucket('quarantine'), key);
      } catch (error) {
        if (isAbsent(error)) return 'absent';
        throw error;
      }
      return collect(stream, maxBytes, signal);
    }, limitMs.transfer);
  }

  override async write(
    key: string,
    bytes: Uint8Array,
    about: { contentType: string; sha256: string },
  ): Promise<void> {
    await this.#ask(
      () =>
        this.#client.putObject(this.bucket('clean'), key, Buffer.from(bytes), bytes.length, {
          'Content-Type': about.contentType,
          'X-Amz-Meta-Sha256': about.sha256,
        }),
      limitMs.transfer,
    );
  }

  override async remove(area: Area, key: string): Promise<void> {
    await this.#ask(async () => {
      try {
        await this.#client.removeObject(this.bucket(area), key);
      } catch (error) {
        if (!isAbsent(error)) throw error;
      }
    });
  }

  override async removeUnder(area: Area, prefix: string): Promise<void> {
    for (const { key } of await this.#list(area, { prefix, after: '', limit: 1000 }))
      await this.remove(area, key);
  }

  override list(area: Area, after: string, limit: number): Promise<readonly StoredObject[]> {
    return this.#list(area, { prefix: '', after, limit });
  }

  #list(area: Area, { prefix, after, limit }: { prefix: string; after: string; limit: number }) {
    return this.#ask(async (signal) => {
      const stream = this.#client.listObjectsV2(this.bucket(area), prefix, true, after);
      const found: StoredObject[] = [];
      const stop = () => stream.destroy(new Error('the listing took too long'));
      signal.addEventListener('abort', stop);
      for await (const { name, lastModified } of stream as AsyncIterable<{
        name?: string;
        lastModified?: Date;
      }>) {
        if (name !== undefined && lastModified !== undefined)
          found.push({ key: name, modifiedAt: lastModified });
        if (found.length >= limit) break;
      }
      return found;
    });
  }

  /** Runs one exchange with the store within a limit; what goes wrong there is `object-store-unavailable`. */
  async #ask<T>(exchange: (signal: AbortSignal) => Promise<T>, ms = limitMs.question): Promise<T> {
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(), ms);
    try {
      const late = once(giveUp.signal, 'abort').then(() => {
        throw new Error(`no answer of the store within ${ms} ms`);
      });
      // When the exchange wins, nothing waits for the limit any more; `once` needs no clean-up of its own then.
      return await Promise.race([exchange(giveUp.signal), late]);
    } catch (cause) {
      if (cause instanceof ProblemError) throw cause;
      throw new ProblemError('object-store-unavailable', undefined, { retryAfter: 5 }, { cause });
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The bytes of a stream, or `too-large` as soon as there are more than `maxBytes`; the rest is not read. */
async function collect(
  stream: Readable,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array | 'too-large'> {
  const stop = () => stream.destroy(new Error('the transfer took too long'));
  signal.addEventListener('abort', stop);
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    size += piece.length;
    // Leaving the loop destroys the stream and with it the connection.
    if (size > maxBytes) return 'too-large';
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

const absent = ['NotFound', 'NoSuchKey'];

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && absent.includes(String(error.code));
}

/** Two replicas may create a bucket at once; the second one finds it made. */
function unlessOwned(error: unknown): void {
  const made = ['BucketAlreadyOwnedByYou', 'BucketAlreadyExists'];
  if (!(error instanceof Error && 'code' in error && made.includes(String(error.code)))) throw error;
}
