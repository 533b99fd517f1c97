import type { FormatLimits } from '../../domain/limits.ts';
import { findActiveContent, type PdfObjects } from './pdf-active-content.ts';
import { checkFrame } from './pdf-frame.ts';
import { output, qpdf, type Run } from './qpdf.ts';
import { unsound, type Unsound, type Verdict } from './verdict.ts';

/**
 * Whether a PDF is whole, readable without a password, short enough and without active content (R19, SEC-2).
 * The bytes stay as they were sent, so that a signed document keeps its signature. They are written anew only to take off
 * an owner's password (1b), or slips of the program that made them, so that no two readers can see different things in it.
 */
export async function inspectPdf(bytes: Uint8Array, limits: FormatLimits): Promise<Verdict> {
  if (bytes.length === 0) return unsound('document-empty', 'no bytes');
  const frame = checkFrame(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (frame) return frame;
  const opened = await unlock(bytes);
  if ('sound' in opened) return opened;
  const whole = await readThrough(opened);
  if ('sound' in whole) return whole;
  const pages = await countPages(whole, limits);
  if (typeof pages !== 'number') return pages;
  return (await checkObjects(whole)) ?? { sound: true, bytes: whole, pages };
}

// An ID from the content, so that the same file gives the same bytes each time.
const rewrite = ['--deterministic-id', '-', output];

/** The bytes without an owner's password; a document that asks for a password is refused. */
async function unlock(bytes: Uint8Array): Promise<Uint8Array | Unsound> {
  // Exit status of this question: 0 asks for a password, 2 is not encrypted (or not readable), 3 is encrypted but opens.
  const encryption = await qpdf(bytes, '--requires-password', '-');
  if (encryption.status === 0 || saysEncrypted(encryption)) {
    return unsound('document-encrypted', 'a password is needed');
  }
  if (encryption.status !== 3) return bytes;
  const rewritten = await qpdf(bytes, '--decrypt', ...rewrite);
  if (rewritten.status === 0 || isSlip(rewritten)) return rewritten.result();
  return saysEncrypted(rewritten)
    ? unsound('document-encrypted', 'an encryption that cannot be taken off')
    : damaged(rewritten);
}

// `--check` would decode each picture too: 18 s of computing for 60 scanned pages. This decodes what hides other content.
const unpack = [
  '--stream-data=uncompress',
  '--decode-level=generalized',
  '--object-streams=disable',
  '--preserve-unreferenced',
];

/** What programs get wrong without harm (in the words of qpdf): such a file is written anew, as everyone reads it. */
const slips = [
  /reported number of objects \(\d+\) is not one plus the highest object number \(\d+\)/,
  /expected endobj/,
  /object has offset 0/,
  /unknown token while reading object; treating as string/,
];

/** Writes everything unpacked to nowhere: what is damaged anywhere comes to light. Gives the bytes that readers may have. */
async function readThrough(bytes: Uint8Array): Promise<Uint8Array | Unsound> {
  const read = await qpdf(bytes, ...unpack, '-', '/dev/null');
  if (read.status === 0) return bytes;
  if (!isSlip(read)) return damaged(read);
  const rewritten = await qpdf(bytes, ...rewrite);
  return isSlip(rewritten) ? rewritten.result() : damaged(rewritten);
}

async function countPages(
  bytes: Uint8Array,
  { maxPages = Infinity }: FormatLimits,
): Promise<number | Unsound> {
  const counted = await qpdf(bytes, '--show-npages', '-');
  const pages = Number(counted.output[0]);
  if (counted.status !== 0 || !Number.isSafeInteger(pages)) return damaged(counted);
  if (pages < 1) return unsound('document-empty', 'no page');
  return pages > maxPages ? unsound('document-too-many-pages', `${pages} pages`, { pages, maxPages }) : pages;
}

/** Every object, those in object streams too, in one table. */
async function checkObjects(bytes: Uint8Array): Promise<Unsound | undefined> {
  const told = await qpdf(bytes, '--json=2', '--json-key=qpdf', '--json-stream-data=none', '-', output);
  if (told.status !== 0) return damaged(told);
  const { qpdf: parts } = JSON.parse(Buffer.from(told.result()).toString('utf8')) as {
    qpdf: [unknown, PdfObjects];
  };
  const found = findActiveContent(parts[1]);
  return found && unsound('document-active-content', found.reason, { what: found.what });
}

/** Warnings only, and none of them about something that is missing. */
function isSlip({ status, complaints }: Run): boolean {
  const warnings = complaints.filter((line) => line.startsWith('WARNING: '));
  return status === 3 && warnings.every((line) => slips.some((slip) => slip.test(line)));
}

function saysEncrypted({ complaints }: Run): boolean {
  return complaints.some((line) => /invalid password|encrypt|crypt filter|security handler/i.test(line));
}

function damaged({ complaints }: Run): Unsound {
  const [line = 'qpdf gave no reason'] = complaints;
  const reason = line.replace(/^.*?\/in\.pdf/, 'file').replace(/^\S+: (?=stream)/, '');
  return unsound('document-truncated', reason.slice(0, 200));
}
