import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { default as Pdf } from 'pdfkit';
import type { Institution } from '../institution.ts';
import { typeset } from '../templates/french.ts';

const require = createRequire(import.meta.url);
const fontFile = (weight: string) =>
  require.resolve(`@expo-google-fonts/source-sans-3/${weight}/SourceSans3_${weight}.ttf`);
/** One family with all Latin letters, embedded: candidates' names come from everywhere. */
export const fonts = {
  Regular: readFileSync(fontFile('400Regular')),
  SemiBold: readFileSync(fontFile('600SemiBold')),
};

export const mm = 72 / 25.4;
/** A4, in points. */
export const page = {
  left: 22 * mm,
  right: 22 * mm,
  top: 18 * mm,
  bottom: 27 * mm,
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

/** What a document says of itself, and when; the same facts make the same bytes. */
export interface SheetFacts {
  readonly title: string;
  readonly institution: Institution;
  /** ISO instant of the fact that it proves. */
  readonly at: string;
}

/** An empty document: tagged, with its language, title and fonts; the same facts make the same bytes. */
export function blankPaper({ title, institution, at }: SheetFacts): PDFKit.PDFDocument {
  const created = new Date(at);
  const doc = new Pdf({
    size: 'A4',
    margins: { top: page.top, bottom: page.bottom, left: page.left, right: page.right },
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    displayTitle: true,
    lang: 'fr-FR',
    font: fonts.Regular as never,
    info: {
      Title: typeset(title),
      Author: institution.legalName,
      Creator: institution.name,
      Producer: 'Admissions',
      CreationDate: created,
      ModDate: created,
    },
  });
  for (const [name, bytes] of Object.entries(fonts)) doc.registerFont(name, bytes as never);
  return doc;
}

/** The bytes of a document, once it has ended. */
export function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
}
