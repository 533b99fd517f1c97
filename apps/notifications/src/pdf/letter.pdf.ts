import type { Block } from '../templates/blocks.ts';
import { dateInFrench } from '../templates/french.ts';
import type { Attachment, Writing } from '../templates/template.ts';
import { Sheet } from './sheet.ts';

/** A decision as a letter: what it is called, which application and day it is of, its words, and whose it is (R68). */
export interface Letter {
  readonly title: string;
  readonly reference: string;
  /** ISO instant of the decision. */
  readonly at: string;
  /** What was decided: it stands above the signature. */
  readonly blocks: readonly Block[];
  readonly signed: readonly string[];
  /** What the reader is told besides: it stands below. */
  readonly notices: readonly Block[];
}

/** The letter of a decision as a PDF, from the blocks of the mail, so that both say the same. */
export async function letterPdf(letter: Letter, { institution, name, email }: Writing): Promise<Attachment> {
  const { title, reference, at, blocks, signed, notices } = letter;
  const sheet = new Sheet({ title: `${title}, candidature ${reference}`, institution, at });
  sheet.title(title, `Candidature ${reference} · ${dateInFrench(at)}`);
  sheet.parties(
    ['Émise par', [institution.service.name, institution.legalName]],
    ['À l’attention de', [name, email].filter((line) => line !== '')],
  );
  for (const block of blocks) draw(sheet, block);
  sheet.signature(`Décision du ${dateInFrench(at)}`, signed);
  for (const block of notices) draw(sheet, block);
  return {
    fileName: fileNameOf(title, reference),
    contentType: 'application/pdf',
    content: await sheet.end(),
  };
}

function draw(sheet: Sheet, block: Block): void {
  switch (block.kind) {
    case 'heading':
      return sheet.heading(block.text);
    case 'paragraph':
      return sheet.paragraph(block.text);
    case 'items':
      return sheet.items(block.items);
    case 'facts':
      return sheet.facts(block.rows);
    case 'action':
      return sheet.paragraph(`${block.label} : ${block.url}`);
    default:
      return block satisfies never;
  }
}

/** `Décision d’admissibilité` of `MS-1` is `decision-d-admissibilite-MS-1.pdf`: letters, digits and hyphens only. */
function fileNameOf(title: string, reference: string): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return `${plain}-${reference}`.replace(/[^A-Za-z0-9]+/g, '-') + '.pdf';
}
