import { formats } from '@admissions/contracts/document-types';
import type { Format } from './limits.ts';

const longest = 100;

/**
 * A name under which a reader may save a file: no path, no control or formatting characters (a right-to-left override
 * turns `gpj.exe` around), one extension, that of the checked format. Never empty.
 */
export function safeFileName(given: string, format: Format): string {
  const { extension } = formats[format];
  const base = given
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[\\/:*?"<>|%;=]/g, '-')
    .replace(/\.(pdf|jpe?g)$/i, '')
    .replace(/\.+/g, '.')
    .replace(/^[.\s-]+|[.\s-]+$/g, '');
  // By code points, so that no letter is cut in half.
  const cut = [...base].slice(0, longest).join('').trim();
  return `${cut === '' ? 'document' : cut}.${extension}`;
}

/** `Content-Disposition` of a download: always an attachment, with a plain name for old readers (RFC 6266). */
export function attachment(fileName: string): string {
  const plain = fileName
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '_')
    .replace(/["\\]/g, '_')
    // A name of accents alone.
    .replace(/^\./, 'document.');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
