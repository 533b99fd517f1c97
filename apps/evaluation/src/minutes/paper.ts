import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const fontFile = (weight: string) =>
  require.resolve(`@expo-google-fonts/source-sans-3/${weight}/SourceSans3_${weight}.ttf`);
/** One family with all Latin letters, embedded: candidates' names come from everywhere. */
export const fonts = {
  Regular: readFileSync(fontFile('400Regular')),
  SemiBold: readFileSync(fontFile('600SemiBold')),
};

const mm = 72 / 25.4;
/** A4, in points. */
export const page = {
  left: 22 * mm,
  right: 22 * mm,
  top: 18 * mm,
  bottom: 24 * mm,
  width: 210 * mm,
  height: 297 * mm,
};
/** Between the margins. */
export const width = page.width - page.left - page.right;
export const colours = {
  ink: '#1b2733',
  quiet: '#4a5866',
  accent: '#0b4f6c',
  rule: '#c9d2d9',
  tint: '#eef3f6',
} as const;

/** The bytes of a document, once it has ended. */
export function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
}
