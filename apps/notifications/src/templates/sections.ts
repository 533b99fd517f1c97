import { printableName } from './french.ts';
import type { Institution } from '../institution.ts';
import type { Office, Signatory } from '../domain/signatory.ts';
import { facts, heading, items, paragraph, type Block } from './blocks.ts';
import { contactOf } from './notices.ts';

/** A heading and what stands under it; nothing at all where there is nothing to say. */
export function section(title: string, paragraphs: readonly string[]): Block[] {
  return paragraphs.length === 0 ? [] : [heading(title), ...paragraphs.map(paragraph)];
}

/** R69: the two routes of appeal are a list between what comes before and after them. */
export function appeals([first, ...rest]: readonly string[]): Block[] {
  if (first === undefined) return [];
  const last = rest.pop() as string;
  return [heading('Voies et délais de recours'), paragraph(first), items(...rest), paragraph(last)];
}

/** R21: who answers questions. */
export function contact(institution: Institution): Block[] {
  return [heading('Votre interlocuteur'), facts('Votre interlocuteur', ...contactOf(institution))];
}

/** Which application a letter is about. */
export function applicationFacts(
  {
    reference,
    programmeTitle,
    intakeLabel,
  }: { reference: string; programmeTitle: string; intakeLabel?: string },
  ...more: [string, string | undefined][]
): Block {
  return facts(
    'Votre candidature',
    ['Référence', reference],
    ['Programme', programmeTitle],
    ['Session', intakeLabel],
    ...more,
  );
}

/** R68: name and capacity of who decided, the service of an officer, and the delegation where there is one. */
export function signature(
  office: Office,
  { name, capacity }: Signatory,
  { signatures, service, name: school }: Institution,
): string[] {
  const { capacity: usual, delegation } = signatures[office];
  const place = office === 'jury' ? school : `${service.name}, ${school}`;
  return [printableName(name), capacity ?? usual, place, delegation ?? ''].filter((line) => line !== '');
}
