import sharp, { type Metadata } from 'sharp';
import type { FormatLimits } from '../../domain/limits.ts';
import { unsound, type Unsound, type Verdict } from './verdict.ts';

const startMark = Buffer.from([0xff, 0xd8, 0xff]);
/** High enough that a face loses nothing that an eye sees; about the size of what was sent. */
const quality = 90;

/**
 * Whether a photo is a whole JPEG of the expected measures (R19), and the picture written anew from its pixels: upright,
 * in sRGB, without EXIF, GPS, comments, thumbnails or anything that followed its end (SEC-2).
 */
export async function inspectJpeg(bytes: Uint8Array, limits: FormatLimits): Promise<Verdict> {
  if (bytes.length === 0) return unsound('document-empty', 'no bytes');
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, 3).equals(startMark)) {
    return unsound('document-wrong-type', 'no JPEG marker at the first byte', { format: 'jpeg' });
  }
  const options = {
    limitInputPixels: limits.maxPixels ?? 1,
    failOn: 'warning',
    sequentialRead: true,
  } as const;
  const measured = await measure(bytes, limits);
  if (measured) return measured;
  try {
    const rewritten = await sharp(bytes, options)
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality })
      .toBuffer();
    return { sound: true, bytes: rewritten };
  } catch (error) {
    return unsound('document-truncated', reasonOf(error));
  }
}

/** Looks at the header only, so that a picture of 200 million pixels costs nothing. */
async function measure(bytes: Uint8Array, limits: FormatLimits): Promise<Unsound | undefined> {
  let header: Metadata;
  try {
    header = await sharp(bytes, { limitInputPixels: false, failOn: 'none' }).metadata();
  } catch (error) {
    return unsound('document-truncated', reasonOf(error));
  }
  if (header.format !== 'jpeg')
    return unsound('document-wrong-type', `it is ${header.format}`, { format: 'jpeg' });
  const { width, height } = header.autoOrient;
  if (width * height > (limits.maxPixels ?? Infinity)) {
    const most = Math.round((limits.maxPixels ?? 0) / 1_000_000);
    return unsound('document-too-large', `${width} × ${height} pixels`, {
      what: `l’image dépasse ${most} millions de pixels`,
    });
  }
  return checkMeasures(width, height, limits);
}

function checkMeasures(width: number, height: number, limits: FormatLimits): Unsound | undefined {
  const { leastWidth = 1, leastHeight = 1, ratio } = limits;
  const what = `${width} × ${height} pixels`;
  if (width < leastWidth || height < leastHeight)
    return unsound('document-photo-refused', `only ${what}`, { what });
  const shape = width / height;
  if (ratio && (shape < ratio.from || shape > ratio.to)) {
    return unsound('document-photo-refused', `ratio ${shape.toFixed(2)}`, { what });
  }
  return undefined;
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : 'not readable').slice(0, 200);
}
