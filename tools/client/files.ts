import { PDFDocument, rgb, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';

/** A PDF of real pages with a title, as a scanner or a word processor would make. */
export async function samplePdf(title: string, pages = 1): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= pages; number += 1) {
    const page = pdf.addPage([595, 842]);
    page.drawText(title, { x: 60, y: 760, size: 20, font, color: rgb(0.1, 0.1, 0.2) });
    page.drawText(`Page ${number} / ${pages}`, { x: 60, y: 730, size: 11, font });
  }
  return pdf.save();
}

/** An identity photo: JPEG of 413 × 531 pixels. */
export async function samplePhoto(): Promise<Uint8Array> {
  const head = Buffer.from(
    '<svg width="413" height="531"><rect width="413" height="531" fill="#dfe6ee"/><circle cx="206" cy="220" r="110" fill="#8795a8"/><ellipse cx="206" cy="520" rx="180" ry="170" fill="#8795a8"/></svg>',
  );
  return sharp(head).jpeg({ quality: 90 }).toBuffer();
}
