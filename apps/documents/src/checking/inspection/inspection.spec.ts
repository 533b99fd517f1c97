import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { badFiles } from '../../../test/corpus/bad-files.ts';
import { cleanFiles } from '../../../test/corpus/clean-files.ts';
import { document, photo, photoWithPlace, type Sample } from '../../../test/corpus/samples.ts';
import { limitsOf } from '../../domain/limits.ts';
import { inspectJpeg } from './jpeg.ts';
import { inspectPdf } from './pdf.ts';
import type { Verdict } from './verdict.ts';

const inspections = { pdf: inspectPdf, jpeg: inspectJpeg };
const inspect = ({ format, bytes }: Sample): Promise<Verdict> => inspections[format](bytes, limitsOf[format]);
const clean = await cleanFiles();
const bad = await badFiles();

describe('the check of files (R19, SEC-2)', () => {
  it('has a corpus worth the name', () => {
    expect(clean.length).toBeGreaterThan(20);
    expect(bad.length).toBeGreaterThan(50);
  });

  it.each(clean.map((sample) => [`${sample.format}: ${sample.name}`, sample] as const))(
    'accepts %s',
    async (_name, sample) => {
      expect(await inspect(sample)).toMatchObject({ sound: true });
    },
  );

  it.each(bad.map((sample) => [`${sample.format}: ${sample.name}`, sample] as const))(
    'refuses %s',
    async (_name, sample) => {
      const verdict = await inspect(sample);
      expect(verdict).toMatchObject({ sound: false });
      if (!verdict.sound) expect(sample.codes).toContain(verdict.code);
    },
  );

  it('refuses a PDF that is cut at any place before its end mark', async () => {
    const whole = await document(3);
    const end = whole.lastIndexOf('%%EOF') + 5;
    const accepted: number[] = [];
    for (let cut = 0; cut < end; cut += cut > end - 40 ? 1 : 37) {
      if ((await inspect({ name: 'cut', format: 'pdf', bytes: whole.subarray(0, cut) })).sound)
        accepted.push(cut);
    }
    expect(accepted).toEqual([]);
  });

  it('refuses a photo that is cut at any place before its end marker', async () => {
    const whole = await photo({ progressive: true, width: 420, height: 540 });
    const accepted: number[] = [];
    for (let cut = 0; cut < whole.length - 2; cut += cut > whole.length - 30 ? 1 : 997) {
      if ((await inspect({ name: 'cut', format: 'jpeg', bytes: whole.subarray(0, cut) })).sound)
        accepted.push(cut);
    }
    expect(accepted).toEqual([]);
  });

  it('leaves a PDF as it was sent, and counts its pages', async () => {
    const bytes = await document(3);
    const verdict = await inspect({ name: 'three', format: 'pdf', bytes });
    expect(verdict).toMatchObject({ sound: true, pages: 3 });
    if (verdict.sound) expect(Buffer.from(verdict.bytes).equals(bytes)).toBe(true);
  });

  it.each(['slip: wrong number of objects', 'slip: an object without its end'])(
    'writes a PDF anew as everyone reads it (%s)',
    async (name) => {
      const sample = clean.find((one) => one.name === name) as Sample;
      const verdict = await inspect(sample);
      if (!verdict.sound) throw new Error(verdict.reason);
      expect(Buffer.from(verdict.bytes).equals(sample.bytes)).toBe(false);
      const again = await inspect({ ...sample, bytes: Buffer.from(verdict.bytes) });
      expect(again.sound && Buffer.from(again.bytes).equals(Buffer.from(verdict.bytes))).toBe(true);
    },
  );

  it("takes an owner's password off (R19, 1b)", async () => {
    const locked = clean.find(({ name }) => name.startsWith("owner's password, 256")) as Sample;
    expect(locked.bytes.includes('/Encrypt')).toBe(true);
    const verdict = await inspect(locked);
    expect(verdict).toMatchObject({ sound: true, pages: 2 });
    if (verdict.sound) expect(Buffer.from(verdict.bytes).includes('/Encrypt')).toBe(false);
  });

  it('writes a photo anew: upright, without place, maker or what followed its end', async () => {
    const bytes = Buffer.concat([await photoWithPlace(), Buffer.from('after-the-end')]);
    expect((await sharp(bytes).metadata()).orientation).toBe(6);
    expect(bytes.includes('secret-artist')).toBe(true);
    const verdict = await inspect({ name: 'phone', format: 'jpeg', bytes });
    if (!verdict.sound) throw new Error(verdict.reason);
    const written = await sharp(verdict.bytes).metadata();
    expect(written).toMatchObject({ format: 'jpeg', width: 700, height: 900, space: 'srgb' });
    expect(written.exif).toBeUndefined();
    expect(written.orientation).toBeUndefined();
    for (const block of ['xmp', 'iptc', 'tifftagPhotoshop', 'comments'] as const)
      expect(written[block]).toBeUndefined();
    // Words long enough not to come up by chance among the pixels.
    for (const secret of ['secret-artist', 'after-the-end', 'Exif\0\0']) {
      expect(Buffer.from(verdict.bytes).includes(secret)).toBe(false);
    }
  });

  it('gives the same bytes for the same photo, so that a repeat leaves no second copy', async () => {
    const sample = { name: 'same', format: 'jpeg', bytes: await photoWithPlace() } as const;
    const [first, second] = await Promise.all([inspect(sample), inspect(sample)]);
    if (!first.sound || !second.sound) throw new Error('refused');
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });
});
