import { PDFDocument, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import type { ProblemCode } from '@admissions/contracts/problem';
import { output, qpdf } from '../../src/checking/inspection/qpdf.ts';
import type { Format } from '../../src/domain/limits.ts';

/** A file of the corpus, built anew for each run: nothing binary lies in the repository. */
export interface Sample {
  readonly name: string;
  readonly format: Format;
  readonly bytes: Buffer;
}
export interface BadSample extends Sample {
  /** Any of these is right. */
  readonly codes: readonly ProblemCode[];
}

/** An ordinary document, as a word processor would write it, with the letters of European names. */
export async function document(pages: number, options: { packed?: boolean } = {}): Promise<Buffer> {
  const made = await PDFDocument.create();
  made.setTitle('Relevé de notes — Müller, Łukasz');
  const font = await made.embedFont(StandardFonts.TimesRoman);
  for (let page = 1; page <= pages; page++) {
    made
      .addPage([595, 842])
      .drawText(`Größe, café, œuvre, naïf — page ${page}`, { x: 50, y: 760, size: 14, font });
  }
  return Buffer.from(await made.save({ useObjectStreams: options.packed ?? true }));
}

/** A photo in the proportions of 35 × 45 mm. */
export async function photo(
  options: { progressive?: boolean; width?: number; height?: number } = {},
): Promise<Buffer> {
  return picture(options)
    .jpeg({ progressive: options.progressive ?? false, quality: 80 })
    .toBuffer();
}

export function picture({ width = 700, height = 900 }: { width?: number; height?: number }) {
  const noise = { type: 'gaussian', mean: 140, sigma: 30 } as const;
  return sharp({ create: { width, height, channels: 3, background: '#8899aa', noise } });
}

/** A photo as a phone takes it: lying on its side, with the place where it was taken. */
export async function photoWithPlace(): Promise<Buffer> {
  return picture({ width: 900, height: 700 })
    .withMetadata({ orientation: 6 })
    .withExif({
      IFD0: { Make: 'Telephone', Artist: 'secret-artist' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '48/1 37/1 27/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '2/1 26/1 35/1',
      },
    })
    .withExifMerge({ IFD0: { Orientation: '6' } })
    .jpeg()
    .toBuffer();
}

export async function encrypted(user: string, owner: string, bits: '40' | '128' | '256'): Promise<Buffer> {
  const plain = await document(2);
  const weak = bits === '256' ? [] : ['--allow-weak-crypto'];
  const run = await qpdf(plain, ...weak, '--encrypt', user, owner, bits, '--', '-', output);
  if (run.status !== 0) throw new Error(run.complaints.join('; '));
  return Buffer.from(run.result());
}

export async function linearized(): Promise<Buffer> {
  return Buffer.from((await qpdf(await document(3), '--linearize', '-', output)).result());
}
