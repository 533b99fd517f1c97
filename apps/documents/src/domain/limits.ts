import { documentTypes, formats, type DocumentType } from '@admissions/contracts/document-types';

/** What a file of one format may be (R19, section 1b). Figures of the school's rule set, kept as data. */
export interface FormatLimits {
  readonly maxBytes: number;
  /** Pages, for PDF. */
  readonly maxPages?: number;
  /** Width × height, for images; checked before anything is decoded. */
  readonly maxPixels?: number;
  /** Least width and height of a photo in pixels, once it stands upright. */
  readonly leastWidth?: number;
  readonly leastHeight?: number;
  /** Width divided by height. */
  readonly ratio?: { readonly from: number; readonly to: number };
}

export type Format = keyof typeof formats;

/** R19 (1b): 10 MB per piece, 60 pages, 40 Mpx, identity photo 35 × 45 mm at 300 dpi. */
export const limitsOf: Readonly<Record<Format, FormatLimits>> = {
  pdf: { maxBytes: 10 * 1024 * 1024, maxPages: 60 },
  jpeg: {
    maxBytes: 10 * 1024 * 1024,
    maxPixels: 40_000_000,
    leastWidth: 413,
    leastHeight: 531,
    ratio: { from: 0.7, to: 0.86 },
  },
};

/** Types that a candidate may always add, whatever the checklist wants (R17, optional pieces). */
export const alwaysAccepted: readonly DocumentType[] = ['OTHER'];

/** How long things last. Forms and links live in real time, the rest in business time. */
export const delays = {
  /** The presigned form, real time: SEC-3. */
  uploadFormSeconds: 15 * 60,
  /** A document whose file was never claimed is dropped after this, in milliseconds: its form, and time to end and claim. */
  awaitedMs: 30 * 60_000,
  /** A check without a verdict is asked for again after this, doubled each time, in milliseconds. */
  recheckMs: 15 * 60_000,
  longestRecheckMs: 6 * 3_600_000,
  /** A download link, real time. Never above 60 (architecture.md, Uploads). */
  linkSeconds: 60,
  /** A place taken for a document that was not created is free again after this, in milliseconds. */
  placeMs: 60_000,
  /** Age from which an object that nobody names is an orphan (clean area, or without a document), in milliseconds. */
  orphanMs: 24 * 3_600_000,
} as const;

/**
 * What the forms of one application come to at most while they can be used (15 minutes). More than a candidate needs who
 * sends a whole file at once and has some of it refused by the check; far less than fills a store.
 */
export const formLimits = {
  /** Of one type: so many for each place (`perApplication`), and some tries more. */
  perPlace: 2,
  tries: 4,
  /** Of all types together. */
  all: 60,
  /** Declared sizes together. */
  bytes: 200 * 1024 * 1024,
} as const;

/** The format that a type wants. */
export function formatOf(type: DocumentType): Format {
  return documentTypes[type].format;
}

/** What a file of this type may be. */
export function limitsFor(type: DocumentType): FormatLimits {
  return limitsOf[formatOf(type)];
}

/** The content type that a file of this type has in the store and for the reader. */
export function contentTypeOf(type: DocumentType): string {
  return formats[formatOf(type)].contentType;
}
