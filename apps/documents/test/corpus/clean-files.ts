import type { Format } from '../../src/domain/limits.ts';
import { append, onePage, packedPdf, pdf, stream } from './pdf-writer.ts';
import { document, encrypted, linearized, photo, photoWithPlace, picture, type Sample } from './samples.ts';

/** Everything here must be accepted. */
export async function cleanFiles(): Promise<Sample[]> {
  const made: Record<string, Buffer | Promise<Buffer>> = {
    'one page': document(1),
    'one page without object streams': document(1, { packed: false }),
    'sixty pages': document(60),
    'packed in an object stream by hand': packedPdf(onePage().slice(0, 4) as string[], [stream('', 'BT ET')]),
    'later revision': append(
      pdf(onePage()),
      [{ number: 4, object: '<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>' }],
      6,
    ),
    linearized: linearized(),
    'opens at a page': pdf(onePage({ catalog: '/OpenAction[3 0 R/FitH 800]' })),
    'opens by an action that only shows': pdf(
      onePage({ catalog: '/OpenAction 6 0 R', more: ['<</S/GoTo/D[3 0 R/Fit]>>'] }),
    ),
    'links to the web and to an address': pdf(
      onePage({
        page: '/Annots[6 0 R 7 0 R 8 0 R]',
        more: ['https://example.org/cv', 'mailto:someone@example.org', 'www.example.org/profile'].map(
          (uri) => `<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(${uri})>>>>`,
        ),
      }),
    ),
    'links with a base': pdf(
      onePage({
        catalog: '/URI<</Base(https://example.org/)>>',
        page: '/Annots[6 0 R]',
        more: ['<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(profile)>>>>'],
      }),
    ),
    'thread of articles, shown at opening': pdf(
      onePage({
        catalog: '/Threads[6 0 R]/OpenAction<</S/Thread/D 0>>',
        more: ['<</Type/Thread/F 7 0 R>>', '<</Type/Bead/T 6 0 R/N 7 0 R/V 7 0 R/P 3 0 R/R[0 0 9 9]>>'],
      }),
    ),
    'view action that leads to itself': pdf(
      onePage({ catalog: '/OpenAction 6 0 R', more: ['<</S/GoTo/D[3 0 R/Fit]/Next 6 0 R>>'] }),
    ),
    'fonts and forms that are called F, Ref, OPI and PS': pdf(
      onePage({
        page: '/X<</XObject<</Ref 6 0 R/OPI 6 0 R>>>>',
        more: [
          stream(
            '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F 4 0 R/Ref 4 0 R/OPI 4 0 R/PS 4 0 R>>>>',
            '',
          ),
        ],
      }),
    ),
    'structure that refers to itself, note with flags': pdf(
      onePage({
        catalog: '/StructTreeRoot<</Type/StructTreeRoot/K 6 0 R>>',
        page: '/Annots[7 0 R]',
        more: ['<</S/Note/Ref[6 0 R]>>', '<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/F 28/Contents(x)>>'],
      }),
    ),
    'words that name scripts in its text': pdf(
      onePage({
        more: [stream('', 'BT (HTML /JavaScript /JS (x) /Launch /EmbeddedFile /OpenAction) Tj ET')],
      }),
    ),
    'resources that are called JS and AA': pdf(onePage({ page: '/X<</Font<</JS 4 0 R/AA 4 0 R>>>>' })),
    'tagged with structure types': pdf(
      onePage({
        catalog: '/StructTreeRoot<</Type/StructTreeRoot/K<</S/Document/K<</S/Link/K<</S/Note>>>>>>>>',
      }),
    ),
    'form without scripts': pdf(
      onePage({ catalog: '/AcroForm<</Fields[]/DR<<>>/DA(/Helv 0 Tf)>>', page: '/AA<<>>' }),
    ),
    'zeros and blanks after the end': Buffer.concat([pdf(onePage()), Buffer.from('\r\n\0\0\0 \n')]),
    signed: pdf(
      onePage({
        catalog: '/AcroForm<</SigFlags 3/Fields[6 0 R]>>',
        more: [
          '<</FT/Sig/T(Signature1)/V 7 0 R/Type/Annot/Subtype/Widget/Rect[0 0 0 0]/P 3 0 R>>',
          '<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 1 2 3]/Contents<00>>>',
        ],
      }),
    ),
    'old header': pdf(onePage(), '1.2'),
    'slip: wrong number of objects': edited(pdf(onePage()), '/Size 6', '/Size 5'),
    'slip: an object without its end': edited(pdf(onePage()), 'endobj\n5 0 obj', '       5 0 obj'),
    "owner's password, 40 bits": encrypted('', 'owner', '40'),
    "owner's password, 128 bits": encrypted('', 'owner', '128'),
    "owner's password, 256 bits": encrypted('', 'owner', '256'),
  };
  const photos: Record<string, Buffer | Promise<Buffer>> = {
    'baseline photo': photo(),
    'progressive photo': photo({ progressive: true }),
    'smallest photo': photo({ width: 413, height: 531 }),
    'photo with its place, on its side': photoWithPlace(),
    'grey photo': picture({}).greyscale().jpeg().toBuffer(),
    'photo in printing colours': picture({}).toColourspace('cmyk').jpeg().toBuffer(),
    'photo with data after its end': Buffer.concat([await photo(), Buffer.from('trailing-secret')]),
  };
  return [...(await named(made, 'pdf')), ...(await named(photos, 'jpeg'))];
}

async function named(files: Record<string, Buffer | Promise<Buffer>>, format: Format): Promise<Sample[]> {
  return Promise.all(
    Object.entries(files).map(async ([name, bytes]) => ({ name, format, bytes: await bytes })),
  );
}

/** The same file with one word changed for another of the same length, so that all else stays in its place. */
function edited(file: Buffer, from: string, to: string): Buffer {
  const text = file.toString('latin1');
  if (!text.includes(from) || from.length !== to.length) throw new Error(`cannot change ${from}`);
  return Buffer.from(text.replace(from, to), 'latin1');
}
