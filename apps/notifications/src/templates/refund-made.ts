import type { DataOf } from '@admissions/contracts/message';
import { inFrench } from '@admissions/contracts/money';
import { refundSucceeded } from '@admissions/contracts/payments';
import { creditNotePdf } from '../pdf/credit-note.pdf.ts';
import { facts, paragraph } from './blocks.ts';
import { instantInFrench } from './french.ts';
import { contact } from './sections.ts';
import { defineTemplate } from './template.ts';

type Refunded = DataOf<typeof refundSucceeded>;

/** Why money goes back. */
export const refundReasons: Record<Refunded['reason'], string> = {
  FUNDING_CONFIRMED: 'Formation financée : accord de prise en charge confirmé',
  SECOND_CHARGE: 'Somme payée deux fois',
  WITHDRAWAL_PERIOD: 'Rétractation dans les quatorze jours qui suivent le paiement',
};

/** R101, R106: money went back to the card that paid; the credit note is the proof. */
export const refundMade = defineTemplate({
  name: 'refund-made',
  version: 1,
  data: refundSucceeded.data,
  hasLink: false,
  subject: ({ amount, creditNoteNumber }) =>
    `Remboursement de ${inFrench(amount)} : avoir n° ${creditNoteNumber}`,
  body: (refunded, { institution }) => [
    paragraph(
      `Nous vous avons remboursé ${inFrench(refunded.amount)} sur la carte qui a servi au paiement. L’avoir est joint à ce message ; conservez-le.`,
    ),
    facts(
      'Votre remboursement',
      ['Objet', refunded.label],
      ['Motif', refundReasons[refunded.reason]],
      ['Programme', `${refunded.programmeTitle}, ${refunded.intakeLabel}`],
      ['Référence de la candidature', refunded.reference],
      ['Montant', inFrench(refunded.amount)],
      ['Date', `${instantInFrench(refunded.succeededAt)} (heure de Paris)`],
      ['Moyen de remboursement', `Carte bancaire, ${refunded.means}`],
      ['Numéro de l’avoir', refunded.creditNoteNumber],
    ),
    paragraph(
      'Selon votre banque, la somme apparaît sur votre relevé dans les jours qui suivent. Si elle n’y est pas dans les dix jours ouvrés, écrivez-nous.',
    ),
    ...contact(institution),
  ],
  attachment: async (refunded, writing) => ({
    fileName: `avoir-${refunded.creditNoteNumber}.pdf`,
    contentType: 'application/pdf',
    content: await creditNotePdf(refunded, refundReasons[refunded.reason], writing),
  }),
});
