import { inFrench } from '@admissions/contracts/money';
import { orderPaid } from '@admissions/contracts/payments';
import { paymentReceiptPdf } from '../pdf/payment-receipt.pdf.ts';
import { facts, paragraph } from './blocks.ts';
import { dateInFrench, instantInFrench } from './french.ts';
import { withdrawalNotice } from './notices.ts';
import { contact, section } from './sections.ts';
import { defineTemplate } from './template.ts';

/** R21: an online payment is acknowledged, with a receipt on a durable medium (R84, R106). */
export const paymentReceipt = defineTemplate({
  name: 'payment-receipt',
  version: 1,
  data: orderPaid.data,
  hasLink: false,
  subject: ({ receiptNumber }) => `Reçu de votre paiement n° ${receiptNumber}`,
  body: (paid, writing) => [
    paragraph(
      `Nous avons bien reçu votre paiement de ${inFrench(paid.amount)} le ${dateInFrench(paid.paidAt)}, et nous vous en remercions. Votre reçu est joint à ce message ; conservez-le.`,
    ),
    facts(
      'Votre paiement',
      ['Objet', paid.label],
      ['Programme', `${paid.programmeTitle}, ${paid.intakeLabel}`],
      ['Référence de la candidature', paid.reference],
      ['Montant', inFrench(paid.amount)],
      ['Date', `${instantInFrench(paid.paidAt)} (heure de Paris)`],
      ['Moyen de paiement', `Carte bancaire, ${paid.means}`],
      ['Numéro du reçu', paid.receiptNumber],
    ),
    ...section('Droit de rétractation', withdrawalNotice(writing.institution, paid.paidAt)),
    ...contact(writing.institution),
  ],
  attachment: async (paid, writing) => ({
    fileName: `recu-${paid.receiptNumber}.pdf`,
    contentType: 'application/pdf',
    content: await paymentReceiptPdf(paid, writing, withdrawalNotice(writing.institution, paid.paidAt)),
  }),
});
