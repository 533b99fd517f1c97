import { inFrench } from '@admissions/contracts/money';
import { orderPaid } from '@admissions/contracts/payments';
import { paymentReceiptPdf } from '../pdf/payment-receipt.pdf.ts';
import { facts, paragraph } from './blocks.ts';
import { dateInFrench, instantInFrench } from './french.ts';
import { depositRules, depositWithdrawalNotice, mediationNotice } from './notices.ts';
import { contact, section } from './sections.ts';
import { defineTemplate } from './template.ts';

/** R21, R87, R106: the deposit is acknowledged, with a receipt; that the place is confirmed is another letter. */
export const depositReceipt = defineTemplate({
  name: 'deposit-receipt',
  version: 1,
  data: orderPaid.data,
  hasLink: false,
  subject: ({ receiptNumber }) => `Reçu de votre acompte n° ${receiptNumber}`,
  body: (paid, writing) => [
    paragraph(
      `Nous avons bien reçu votre acompte de ${inFrench(paid.amount)} le ${dateInFrench(paid.paidAt)}. Votre reçu est joint à ce message ; conservez-le. La confirmation de votre place vous est envoyée à part.`,
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
    ...section('Ce que devient l’acompte', depositRules(writing.institution)),
    ...section('Droit de rétractation', depositWithdrawalNotice(writing.institution, paid.paidAt)),
    ...section('Médiation', mediationNotice(writing.institution)),
    ...contact(writing.institution),
  ],
  attachment: async (paid, writing) => ({
    fileName: `recu-${paid.receiptNumber}.pdf`,
    contentType: 'application/pdf',
    content: await paymentReceiptPdf(
      paid,
      writing,
      depositWithdrawalNotice(writing.institution, paid.paidAt),
    ),
  }),
});
