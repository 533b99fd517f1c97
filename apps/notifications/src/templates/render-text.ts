import type { Institution } from '../institution.ts';
import type { Block } from './blocks.ts';

/** A letter before it becomes text or HTML. */
export interface Page {
  readonly subject: string;
  readonly blocks: readonly Block[];
  readonly institution: Institution;
}

/** The letter in plain text. Lines are not folded: the reader’s window does that. */
export function textOf({ blocks, institution }: Page): string {
  const { name, address, service } = institution;
  const closing = `Bien cordialement,\n${service.name}\n${name}`;
  const footer = `--\u0020\n${[name, ...address].join(', ')}\n${service.email} · ${service.phone}\nMessage envoyé automatiquement\u00a0; pour nous écrire, utilisez l’adresse ci-dessus.`;
  return `${[...blocks.map(blockAsText), closing, footer].join('\n\n')}\n`;
}

function blockAsText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text.toLocaleUpperCase('fr');
    case 'paragraph':
      return block.text;
    case 'facts':
      return block.rows.map(([label, value]) => `${label}\u00a0: ${value}`).join('\n');
    case 'items':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'action':
      return `${block.label}\u00a0:\n${block.url}`;
    default:
      return block satisfies never;
  }
}
