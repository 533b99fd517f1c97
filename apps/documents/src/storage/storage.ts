/** Where files lie: what candidates sent and nobody may read, and what was checked. */
export type Area = 'quarantine' | 'clean';

export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly expiresAt: Date;
}

export interface StoredObject {
  readonly key: string;
  readonly modifiedAt: Date;
}

/**
 * The object store. Every method answers within its limit or throws `object-store-unavailable`, which may be tried again.
 * Keys are ours, never a candidate's.
 */
export abstract class Storage {
  /** A form with which a browser sends one object to quarantine: this key, this type, 1 to `maxBytes` bytes. */
  abstract uploadForm(upload: {
    key: string;
    contentType: string;
    maxBytes: number;
    seconds: number;
  }): Promise<UploadForm>;

  /** A link to an object of the clean area, saved as `disposition` says. */
  abstract downloadLink(link: {
    key: string;
    seconds: number;
    contentType: string;
    disposition: string;
  }): Promise<{ url: string; expiresAt: Date }>;

  /** Size in bytes, or undefined when there is no such object. */
  abstract sizeOf(area: Area, key: string): Promise<number | undefined>;

  /** The object from quarantine; reading stops as soon as it is larger than `maxBytes`. */
  abstract read(key: string, maxBytes: number): Promise<Uint8Array | 'absent' | 'too-large'>;

  /** Writes an object of the clean area in one piece. The same again changes nothing. */
  abstract write(
    key: string,
    bytes: Uint8Array,
    about: { contentType: string; sha256: string },
  ): Promise<void>;

  /** Removes an object; one that is not there is removed already. */
  abstract remove(area: Area, key: string): Promise<void>;

  /** Removes every object whose key begins with `prefix`. */
  abstract removeUnder(area: Area, prefix: string): Promise<void>;

  /** At most `limit` objects whose key comes after `after`, in order of keys. */
  abstract list(area: Area, after: string, limit: number): Promise<readonly StoredObject[]>;
}
