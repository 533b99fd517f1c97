import { append, onePage, packedPdf, pdf, stream } from './pdf-writer.ts';

const script = '<</S/JavaScript/JS(app.alert\\(1\\))>>';

/** One PDF for each way of running, embedding or playing something. */
export function activePdfs(): Record<string, Buffer> {
  const catalog = (entry: string, ...more: string[]) => pdf(onePage({ catalog: entry, more }));
  const page = (entry: string, ...more: (string | Buffer)[]) => pdf(onePage({ page: entry, more }));
  const packed = (entry: string, ...more: string[]) =>
    packedPdf([...(onePage({ catalog: entry }).slice(0, 4) as string[]), '<</Unused true>>', ...more]);
  const link = (action: string) =>
    page('/Annots[6 0 R]', `<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A${action}>>`);
  return {
    'script at opening': catalog(`/OpenAction${script}`),
    'script by reference': catalog('/OpenAction 6 0 R', script),
    'script with an escaped name': catalog('/OpenAction<</S/Java#53cript/J#53(app.alert\\(1\\))>>'),
    'script in an object stream': packed('/OpenAction 6 0 R', script),
    'script in the tree of names': catalog(`/Names<</JavaScript<</Names[(a)${script}]>>>>`),
    'script in the tree of names, packed': packed(
      '/Names 6 0 R',
      `<</JavaScript<</Names[(a) 7 0 R]>>>>`,
      script,
    ),
    'script after a view action': catalog(`/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next${script}>>`),
    'script that nothing refers to': catalog('', script),
    'script in a later revision': append(
      pdf(onePage()),
      [{ number: 1, object: `<</Type/Catalog/Pages 2 0 R/OpenAction${script}>>` }],
      6,
    ),
    'script of a form field': catalog('/AcroForm<</Fields[6 0 R]>>', `<</FT/Tx/T(a)/AA<</K${script}>>>>`),
    'script as a stream': catalog('/OpenAction<</S/JavaScript/JS 5 0 R>>'),
    'page that opens an address by itself': page('/AA<</O<</S/URI/URI(https://example.org)>>>>'),
    'opens an address by itself': catalog('/OpenAction<</S/URI/URI(https://example.org)>>'),
    'prints at opening': catalog('/OpenAction<</S/Named/N/Print>>'),
    'starts a program': link('<</S/Launch/F(cmd.exe)>>'),
    'starts a program, packed': packed('/OpenAction 6 0 R', '<</S/Launch/Win<</F(cmd.exe)>>>>'),
    'sends a form': link('<</S/SubmitForm/F(https://example.org)>>'),
    'opens another file': link('<</S/GoToR/F(\\\\\\\\host\\\\share\\\\x.pdf)/D[0/Fit]>>'),
    'opens a file inside': link('<</S/GoToE/T<</R/C/N(x)>>/D[0/Fit]>>'),
    'link that is a script': link('<</S/URI/URI(java\\nscript:alert\\(1\\))>>'),
    'link to a local file': link('<</S/URI/URI(file:///etc/passwd)>>'),
    'link to a share': link('<</S/URI/URI(\\\\\\\\host\\\\share)>>'),
    'embedded file': pdf(
      onePage({
        catalog: '/Names<</EmbeddedFiles<</Names[(x) 6 0 R]>>>>',
        more: ['<</Type/Filespec/F(x.exe)/EF<</F 7 0 R>>>>', stream('/Type/EmbeddedFile', 'MZ')],
      }),
    ),
    'embedded file, packed': packed(
      '/Names 6 0 R',
      '<</EmbeddedFiles<</Names[(x)<</Type/Filespec/F(x)>>]>>>>',
    ),
    'attached by an annotation': page(
      '/Annots[6 0 R]',
      '<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS<</Type/Filespec/EF<</F 7 0 R>>>>>>',
      stream('/Type/EmbeddedFile', 'MZ'),
    ),
    portfolio: catalog('/Collection<</Type/Collection>>'),
    'rich media': page(
      '/Annots[6 0 R]',
      '<</Type/Annot/Subtype/RichMedia/Rect[0 0 9 9]/RichMediaContent<<>>>>',
    ),
    film: page('/Annots[6 0 R]', '<</Type/Annot/Subtype/Screen/Rect[0 0 9 9]/A<</S/Rendition/OP 0>>>>'),
    'sends a form at opening, by an indirect kind': catalog(
      '/OpenAction<</S 6 0 R/F(https://example.org)>>',
      '/SubmitForm',
    ),
    'fills a form from a file': link('<</S/ImportData/F(\\\\\\\\host\\\\share\\\\x.fdf)>>'),
    'opens another file by its address': link(
      '<</S/GoToR/F<</FS/URL/F(https://example.org/x.pdf)>>/D[0/Fit]>>',
    ),
    'plays a film by an action': link('<</S/Movie/T(x)>>'),
    'film as an annotation': page(
      '/Annots[6 0 R]',
      '<</Type/Annot/Subtype/Movie/Rect[0 0 9 9]/Movie<</F(x.avi)>>>>',
    ),
    'plays a sound by an action': link('<</S/Sound/Sound 5 0 R>>'),
    'sound as an annotation': page(
      '/Annots[6 0 R]',
      '<</Type/Annot/Subtype/Sound/Rect[0 0 9 9]/Sound 5 0 R>>',
    ),
    'plays a rendition by an action': link('<</S/Rendition/OP 0/R<</S/MR/C<</S/MCD/D(x.mp4)>>>>>>'),
    'rendition in the tree of names': catalog(
      '/Names<</Renditions<</Names[(r)<</S/MR/C<</S/MCD/D(\\\\\\\\host\\\\x.mp4)>>>>]>>>>',
    ),
    'rendition that nothing refers to': catalog(
      '',
      '<</Type/Rendition/S/MR/C<</Type/MediaClip/S/MCD/D(\\\\\\\\host\\\\x.mp4)>>>>',
    ),
    'three dimensions': page('/Annots[6 0 R]', '<</Type/Annot/Subtype/3D/Rect[0 0 9 9]/3DD 5 0 R>>'),
    'stream of three dimensions': catalog('', '<</Type/3D/Subtype/U3D>>'),
    'view of three dimensions': link('<</S/GoTo3DView/V/Default>>'),
    'runs rich media': link('<</S/RichMediaExecute/CMD<</C(x)>>>>'),
    'view action that leads to itself, then to a script': catalog(
      '/OpenAction 6 0 R',
      `<</S/GoTo/D[3 0 R/Fit]/Next[6 0 R${script}]>>`,
    ),
    'XFA form': pdf(onePage({ catalog: '/AcroForm<</XFA 6 0 R/Fields[]>>', more: [stream('', '<xdp/>')] })),
  };
}

/** One PDF for each way of taking something from elsewhere while it is only looked at (a share, an address, a program). */
export function reachingPdfs(): Record<string, Buffer> {
  const share = '(\\\\\\\\host\\\\share\\\\x)';
  const catalog = (entry: string, ...more: (string | Buffer)[]) => pdf(onePage({ catalog: entry, more }));
  const image = '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8';
  const shown = (dictionary: string, ...more: (string | Buffer)[]) =>
    pdf(onePage({ page: '/X<</XObject<</I 6 0 R>>>>', more: [stream(dictionary, '\0'), ...more] }));
  const relative = '<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(x.exe)>>>>';
  const base = (address: string, ...more: string[]) =>
    pdf(onePage({ catalog: `/URI<</Base ${address}>>`, page: '/Annots[6 0 R]', more: [relative, ...more] }));
  return {
    'thread of another file at opening': catalog(`/OpenAction<</S/Thread/F${share}/D 0>>`),
    'thread of another file after a view action': catalog(
      `/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next<</S/Thread/F${share}/D 0>>>>`,
    ),
    'thread of another file behind a link': pdf(
      onePage({
        page: '/Annots[6 0 R]',
        more: [`<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/Thread/F${share}/D 0>>>>`],
      }),
    ),
    'image whose data lie elsewhere': shown(`${image}/F${share}`),
    'image whose data lie at an address': shown(`${image}/F<</FS/URL/F(https://example.org/x)>>`),
    'image whose data lie where an object says': shown(`${image}/F 7 0 R`, share),
    'image with filters for data elsewhere': shown(`${image}/FFilter/FlateDecode`),
    'page whose content lies elsewhere': pdf([...onePage().slice(0, 4), stream(`/F${share}`, '')]),
    'metadata that lie elsewhere': catalog(
      '/Metadata 6 0 R',
      stream(`/Type/Metadata/Subtype/XML/F${share}`, ''),
    ),
    'object stream that is continued elsewhere': Buffer.from(
      packedPdf(onePage().slice(0, 4) as string[], [stream('', 'BT ET')])
        .toString('latin1')
        .replace('/Type/ObjStm', `/Type/ObjStm/F${share}`)
        .replace(/startxref\n(\d+)/, (_all, at: string) => `startxref\n${Number(at) + 2 + share.length}`),
      'latin1',
    ),
    'form that stands for a page of another file': shown(
      `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Ref<</F${share}/Page 0>>`,
    ),
    'form that a printer replaces by another file': shown(
      `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/OPI<</2.0<</Type/OPI/Version 2.0/F${share}>>>>`,
    ),
    'program for a printer': shown('/Type/XObject/Subtype/PS'),
    'program for a printer, in a form': shown(
      '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Subtype2/PS/PS 7 0 R',
      stream('', '(x) run'),
    ),
    'file at an address, in a place of its own': catalog(
      '/AF[<</Type/Filespec/FS/URL/F(https://example.org/x)>>]',
    ),
    'links whose base is a script': base('(javascript:alert\\(1\\)//)'),
    'links whose base is a local file': base('(file://host/)'),
    'links whose base is a share': base(share),
    'links whose base is in another object': base('7 0 R', '(file://host/)'),
    'link to a share with mixed strokes': pdf(
      onePage({
        page: '/Annots[6 0 R]',
        more: ['<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(/\\\\host/share)>>>>'],
      }),
    ),
  };
}
