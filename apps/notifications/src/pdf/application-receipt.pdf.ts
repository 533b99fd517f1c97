import type { applicationSubmitted } from '@admissions/contracts/applications';
import type { DataOf } from '@admissions/contracts/message';
import { dateInFrench, instantInFrench } from '../templates/french.ts';
import { appealNotice, contactOf, silenceNotice } from '../templates/notices.ts';
import { studiedFrom } from '../templates/studied-from.ts';
import type { Writing } from '../templates/template.ts';
import { Sheet } from './sheet.ts';

/** The acknowledgement of an application (R21–R23, R69): date, service in charge, pieces, silence, routes of appeal. */
export async function applicationReceiptPdf(
  submitted: DataOf<typeof applicationSubmitted>,
  { institution, name, email }: Writing,
): Promise<Buffer> {
  const title = 'Accusé de réception de candidature';
  const sheet = new Sheet({
    title: `${title} ${submitted.reference}`,
    institution,
    at: submitted.receivedAt,
  });
  sheet.title(title, `Candidature ${submitted.reference} · ${dateInFrench(submitted.receivedAt)}`);
  sheet.paragraph(
    `Le ${institution.service.name.toLocaleLowerCase('fr')} atteste avoir reçu la candidature désignée ci-dessous. La date de réception indiquée fait foi (code des relations entre le public et l’administration, art. L. 112-11 à L. 112-13).`,
  );
  const from = studiedFrom(submitted);
  sheet.space(5);
  sheet.facts([
    ['Candidature de', name === '' ? email : name],
    ['Courriel', name === '' ? undefined : email],
    ['Programme', submitted.programmeTitle],
    ['Rentrée', submitted.intakeLabel],
    ['Référence', submitted.reference],
    ['Reçue le', `${instantInFrench(submitted.receivedAt)} (heure de Paris)`],
    ['Étudiée à partir du', from === undefined ? undefined : dateInFrench(from)],
  ]);
  sheet.heading('Pièces reçues');
  sheet.items(submitted.documents.map(({ label }) => label));
  sheet.heading('Service chargé de votre dossier');
  sheet.facts(contactOf(institution));
  const silence = silenceNotice(institution, submitted.impliedRefusalOn);
  if (silence.length > 0) sheet.heading('En l’absence de réponse');
  for (const text of silence) sheet.paragraph(text);
  appeals(sheet, appealNotice(institution));
  return sheet.end();
}

function appeals(sheet: Sheet, [first, ...rest]: readonly string[]): void {
  if (first === undefined) return;
  const last = rest.pop() as string;
  sheet.heading('Voies et délais de recours');
  sheet.paragraph(first);
  sheet.items(rest);
  sheet.paragraph(last);
}
