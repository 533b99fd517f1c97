import type { TemplateName } from '../domain/template-names.ts';
import type { Block } from './blocks.ts';
import { typeset } from './french.ts';
import { templateOf } from './templates.ts';
import type { Attachment, CalendarFile, Writing } from './template.ts';
import { htmlOf } from './render-html.ts';
import { textOf } from './render-text.ts';

/** A letter ready to be sent. */
export interface Rendered {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
  readonly calendar?: CalendarFile;
}

/** Writes a letter: subject, plain text, HTML and what is attached. The data is checked once more against the template. */
export async function render(name: TemplateName, data: unknown, writing: Writing): Promise<Rendered> {
  const template = templateOf(name);
  const known = template.data.parse(data);
  const subject = subjectOf(name, known, writing);
  const blocks = [...greeting(writing, template.isToStranger === true), ...template.body(known, writing)].map(
    typesetBlock,
  );
  const attachment = await template.attachment?.(known, writing);
  const calendar = template.calendar?.(known, writing);
  const page = { subject, blocks, institution: writing.institution };
  return {
    subject,
    text: textOf(page),
    html: htmlOf(page),
    attachments: attachment ? [attachment] : [],
    ...(calendar ? { calendar } : {}),
  };
}

/** The subject alone: one line. */
export function subjectOf(name: TemplateName, data: unknown, writing: Writing): string {
  const subject = templateOf(name).subject(data, writing);
  return typeset(subject.replace(/[\p{C}\s]+/gu, ' ').trim());
}

function greeting({ name }: Writing, isToStranger: boolean): Block[] {
  return [{ kind: 'paragraph', text: isToStranger || name === '' ? 'Bonjour,' : `Bonjour ${name},` }];
}

function typesetBlock(block: Block): Block {
  switch (block.kind) {
    case 'facts':
      return {
        ...block,
        rows: block.rows.map(([label, value]) => [typeset(label), typeset(value)] as const),
      };
    case 'items':
      return { ...block, items: block.items.map(typeset) };
    case 'action':
      return { ...block, label: typeset(block.label) };
    default:
      return { ...block, text: typeset(block.text) };
  }
}
