import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { attachment, safeFileName } from './file-name.ts';

describe('the name under which a document is saved', () => {
  it.each([
    ['Mon CV.pdf', 'Mon CV.pdf'],
    ['relevé de notes.PDF', 'relevé de notes.pdf'],
    ['../../etc/passwd', 'etc-passwd.pdf'],
    ['C:\\Users\\x\\cv.pdf', 'C--Users-x-cv.pdf'],
    ['facture.pdf.exe', 'facture.pdf.exe.pdf'],
    ['cv\u202Efdp.exe', 'cvfdp.exe.pdf'],
    ['a"; filename="evil.html', 'a-- filename--evil.html.pdf'],
    ['a\r\nSet-Cookie: x', 'aSet-Cookie- x.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['...', 'document.pdf'],
    ['', 'document.pdf'],
    ['x'.repeat(300), `${'x'.repeat(100)}.pdf`],
  ])('%j becomes %j', (given, expected) => {
    expect(safeFileName(given, 'pdf')).toBe(expected);
  });

  it('of a photo is that of a photo', () => {
    expect(safeFileName('moi.jpeg', 'jpeg')).toBe('moi.jpg');
  });

  it('makes a header of plain characters, whatever was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (given) => {
        const header = attachment(safeFileName(given, 'pdf'));
        expect(header).toMatch(
          /^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]+\.pdf"; filename\*=UTF-8''[\w!#$&+.^`|~%-]+$/,
        );
      }),
    );
  });

  it('keeps its accents for readers that know them', () => {
    expect(attachment('Relevé été.pdf')).toBe(
      `attachment; filename="Releve ete.pdf"; filename*=UTF-8''Relev%C3%A9%20%C3%A9t%C3%A9.pdf`,
    );
  });
});
