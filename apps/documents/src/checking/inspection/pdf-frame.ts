import { unsound, type Unsound } from './verdict.ts';

/** White space and zeros, which some programs leave after the end. */
const blanks = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const endMark = Buffer.from('%%EOF');
/** The end record of a ZIP, and how far from the end of a file programs look for it. */
const zipEnd = Buffer.from('PK\x05\x06', 'latin1');
const zipWindow = 22 + 0xffff;

/**
 * Looks at both ends of a PDF, before any parser does: it starts with its header and ends with its end mark, and it is
 * not at the same time an archive that another program would open. Undefined when the frame is right.
 */
export function checkFrame(file: Buffer): Unsound | undefined {
  if (!/^%PDF-[12]\.\d/.test(file.subarray(0, 8).toString('latin1'))) {
    return unsound('document-wrong-type', 'no PDF header at the first byte', { format: 'pdf' });
  }
  if (holdsZip(file)) {
    return unsound('document-wrong-type', 'the file is a ZIP archive too', {
      format: 'pdf',
      what: 'il contient une archive',
    });
  }
  const end = endOf(file);
  if (file.subarray(end - endMark.length, end).equals(endMark)) return undefined;
  const last = file.lastIndexOf(endMark);
  if (
    last > 0 &&
    /startxref\s+\d+\s+$/.test(file.subarray(Math.max(0, last - 40), last).toString('latin1'))
  ) {
    // A later revision that was cut off looks like this too, so that what follows cannot just be dropped.
    return isText(file.subarray(last + endMark.length, end))
      ? unsound('document-truncated', 'text after the end mark')
      : unsound('document-truncated', 'data after the end mark');
  }
  return unsound('document-truncated', 'no end mark');
}

function endOf(file: Buffer): number {
  let end = file.length;
  while (end > 0 && blanks.has(file[end - 1] as number)) end--;
  return end;
}

function isText(bytes: Buffer): boolean {
  return bytes.every((byte) => byte >= 0x20 || blanks.has(byte));
}

/** True when a ZIP reader would find a directory: its end record near the end of the file, and the directory before it. */
function holdsZip(file: Buffer): boolean {
  const from = Math.max(0, file.length - zipWindow);
  for (
    let at = file.lastIndexOf(zipEnd);
    at >= from && at !== -1;
    at = at === 0 ? -1 : file.lastIndexOf(zipEnd, at - 1)
  ) {
    if (at + 22 > file.length) continue;
    const size = file.readUInt32LE(at + 12);
    const entries = file.readUInt16LE(at + 10);
    const start = at - size;
    const isDirectory = start >= 0 && file.subarray(start, start + 4).toString('latin1') === 'PK\x01\x02';
    if (entries === 0 ? size === 0 : isDirectory) return true;
  }
  return false;
}
