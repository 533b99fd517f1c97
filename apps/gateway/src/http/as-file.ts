import type { FastifyReply } from 'fastify';

/** A file as a service answers it: JSON carries no bytes. */
interface CarriedFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly base64: string;
}

/**
 * The bytes of a file that a service answered, with the headers that name it. It is offered to be saved: what was made elsewhere is
 * never shown as a page of ours.
 */
export function asFile(
  { fileName, contentType, base64 }: CarriedFile,
  reply: FastifyReply,
): Buffer<ArrayBuffer> {
  void reply.type(contentType).header('content-disposition', dispositionOf(fileName));
  return Buffer.from(base64, 'base64');
}

/** The header in both forms of RFC 6266: plain for old readers, percent-encoded (RFC 8187) for any name. No name can end the header. */
export function dispositionOf(fileName: string): string {
  const plain = fileName.replaceAll(/[^A-Za-z0-9._-]/g, '_').slice(0, 100);
  const encoded = encodeURIComponent(fileName.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
