import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Seals secret fields of messages (links, tokens) with AES-256-GCM before they are stored or sent. */
export class Seal {
  readonly #key: Buffer;

  /** @param key 32 bytes, base64 (MESSAGE_SEAL_KEY). */
  constructor(key: string) {
    this.#key = Buffer.from(key, 'base64');
    if (this.#key.length !== 32) throw new Error('MESSAGE_SEAL_KEY is not 32 bytes in base64');
  }

  /** @param purpose bound to the text: it opens only under the same one. */
  seal(text: string, purpose: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(purpose));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** Throws when the text was changed or sealed for another purpose or with another key. */
  open(sealed: string, purpose: string): string {
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, 12), { authTagLength: 16 })
      .setAAD(Buffer.from(purpose))
      .setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  }
}
