import type { FormatLimits } from '../../domain/limits.ts';
import { findActiveContent, type PdfObjects } from './pdf-active-content.ts';
import { checkFrame } from './pdf-frame.ts';
import { output, qpdf, type Run } from './qpdf.ts';
import { unsound, type Unsound, type Verdict } from './verdict.ts';

/**
 * Whether a PDF is whole, readable without a password, short enough and without active content (R19, SEC-2).
 * The bytes stay as they were sent, so that a signed document keeps its signature; only an owner's password is taken off (1b).
 */
export async function inspectPdf(bytes: Uint8Array, limits: FormatLimits): Promise<Verdict> {
  if (bytes.length === 0) return unsound('document-empty', 'no bytes');
  const frame = checkFrame(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (frame) return frame;
  const opened = await open(bytes);
  if ('sound' in opened) return opened;
  return (
    (await checkPages(opened.bytes, limits)) ?? (await checkObjects(opened.bytes)) ?? checkStreams(opened)
  );
}

/** The bytes without an owner's password; a document that asks for a password is refused. */
async function open(bytes: Uint8Array): Promise<{ bytes: Uint8Array; pages?: number } | Unsound> {
  // Exit status of this question: 0 asks for a password, 2 is not encrypted (or not readable), 3 is encrypted but opens.
  const encryption = await qpdf(bytes, '--requires-password', '-');
  if (encryption.status === 0 || saysEncrypted(encryption))
    return unsound('document-encrypted', 'a password is needed');
  if (encryption.status !== 3) return { bytes };
  const rewritten = await qpdf(bytes, '--decrypt', '--deterministic-id', '-', output);
  if (rewritten.status !== 0) {
    const isUnknown = saysEncrypted(rewritten);
    return isUnknown
      ? unsound('document-encrypted', 'an encryption that cannot be taken off')
      : unsound('document-truncated', firstOf(rewritten));
  }
  return { bytes: rewritten.result() };
}

async function checkPages(
  bytes: Uint8Array,
  { maxPages = Infinity }: FormatLimits,
): Promise<Unsound | undefined> {
  const pages = await countPages(bytes);
  if (typeof pages !== 'number') return pages;
  if (pages > maxPages) return unsound('document-too-many-pages', `${pages} pages`, { pages, maxPages });
  return undefined;
}

async function countPages(bytes: Uint8Array): Promise<number | Unsound> {
  const counted = await qpdf(bytes, '--show-npages', '-');
  if (saysEncrypted(counted)) return unsound('document-encrypted', firstOf(counted));
  const pages = Number(counted.output[0]);
  if (counted.status === 2 || !Number.isSafeInteger(pages))
    return unsound('document-truncated', firstOf(counted));
  return pages < 1 ? unsound('document-empty', 'no page') : pages;
}

/** Every object, those in object streams too, in one table. */
async function checkObjects(bytes: Uint8Array): Promise<Unsound | undefined> {
  const told = await qpdf(bytes, '--json=2', '--json-key=qpdf', '--json-stream-data=none', '-', output);
  if (told.status === 2) return unsound('document-truncated', firstOf(told));
  const { qpdf: parts } = JSON.parse(Buffer.from(told.result()).toString('utf8')) as {
    qpdf: [unknown, PdfObjects];
  };
  const found = findActiveContent(parts[1]);
  return found && unsound('document-active-content', found.reason, { what: found.what });
}

// `--check` would decode each picture too: 18 s of computing for 60 scanned pages. This decodes what hides other content.
const unpack = [
  '--stream-data=uncompress',
  '--decode-level=generalized',
  '--object-streams=disable',
  '--preserve-unreferenced',
];

/** Writes everything unpacked to nowhere: what is damaged in a stream comes to light. */
async function checkStreams({ bytes }: { bytes: Uint8Array }): Promise<Verdict> {
  const checked = await qpdf(bytes, ...unpack, '-', '/dev/null');
  if (checked.status !== 0) return unsound('document-truncated', firstOf(checked));
  const pages = await countPages(bytes);
  return typeof pages === 'number' ? { sound: true, bytes, pages } : pages;
}

function saysEncrypted({ complaints }: Run): boolean {
  return complaints.some((line) => /invalid password|encrypt|crypt filter|security handler/i.test(line));
}

/** What qpdf says first, without the content that it quotes. */
function firstOf({ complaints }: Run): string {
  const [line = 'qpdf gave no reason'] = complaints;
  return line
    .replace(/^.*?\/in\.pdf/, 'file')
    .replace(/^\S+: (?=stream)/, '')
    .slice(0, 200);
}
