import { applicationSubmitted } from '@admissions/contracts/applications';
import type { DataOf } from '@admissions/contracts/message';
import { applicationReceiptPdf } from '../pdf/application-receipt.pdf.ts';
import { facts, heading, items, paragraph } from './blocks.ts';
import { dateInFrench, instantInFrench } from './french.ts';
import { appealNotice, contactOf, silenceNotice } from './notices.ts';
import { appeals, section } from './sections.ts';
import { studiedFrom } from './studied-from.ts';
import { defineTemplate } from './template.ts';

/** R21: the acknowledgement of an application; its date is the proof of the date (R22). */
export const applicationReceipt = defineTemplate({
  name: 'application-receipt',
  version: 2,
  data: applicationSubmitted.data,
  hasLink: false,
  subject: ({ reference }) => `Accusé de réception de votre candidature ${reference}`,
  body: (submitted, writing) => [
    paragraph(
      `Nous avons bien reçu votre candidature, complète et réglée. ${studied(submitted)} L’accusé de réception est joint à ce message ; conservez-le, sa date fait foi.`,
    ),
    facts(
      'Votre candidature',
      ['Référence', submitted.reference],
      ['Programme', `${submitted.programmeTitle}, ${submitted.intakeLabel}`],
      ['Reçue le', `${instantInFrench(submitted.receivedAt)} (heure de Paris)`],
    ),
    heading('Pièces reçues'),
    items(...submitted.documents.map(({ label }) => label)),
    heading('Service chargé de votre dossier'),
    facts('Service chargé de votre dossier', ...contactOf(writing.institution)),
    ...section('En l’absence de réponse', silenceNotice(writing.institution, submitted.impliedRefusalOn)),
    ...appeals(appealNotice(writing.institution)),
  ],
  attachment: async (submitted, writing) => ({
    fileName: `accuse-reception-${submitted.reference.replace(/[^A-Za-z0-9-]/g, '-')}.pdf`,
    contentType: 'application/pdf',
    content: await applicationReceiptPdf(submitted, writing),
  }),
});

/** R83: who did not ask for an early start is told when it begins. */
function studied(submitted: DataOf<typeof applicationSubmitted>): string {
  const from = studiedFrom(submitted);
  if (from === undefined) return 'Elle va être étudiée.';
  return `Elle sera étudiée à partir du ${dateInFrench(from)}, après la fin du délai de rétractation, puisque vous n’avez pas demandé que son étude commence plus tôt.`;
}
