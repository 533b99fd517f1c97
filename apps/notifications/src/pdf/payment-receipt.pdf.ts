import type { DataOf } from '@admissions/contracts/message';
import { inFrench } from '@admissions/contracts/money';
import type { orderPaid } from '@admissions/contracts/payments';
import type { Institution } from '../institution.ts';
import { dateInFrench, instantInFrench } from '../templates/french.ts';
import { contactOf } from '../templates/notices.ts';
import type { Writing } from '../templates/template.ts';
import { Sheet } from './sheet.ts';

type Paid = DataOf<typeof orderPaid>;

/** The receipt of a payment (R21, R84, R106): who, what, when, how much, by which means, and whom to ask; `notice` is that of the right to withdraw, where there is one. */
export async function paymentReceiptPdf(
  paid: Paid,
  writing: Writing,
  notice: readonly string[],
): Promise<Buffer> {
  const { institution } = writing;
  const sheet = new Sheet({
    title: `Reçu de paiement n° ${paid.receiptNumber}`,
    institution,
    at: paid.paidAt,
  });
  sheet.title('Reçu de paiement', `N° ${paid.receiptNumber} · ${dateInFrench(paid.paidAt)}`);
  sheet.parties(
    ['Émetteur', [institution.legalName, ...institution.address]],
    ['Reçu de', [writing.name, writing.email].filter((line) => line !== '')],
  );
  receiptLines(sheet, paid, institution);
  sheet.heading('Paiement');
  sheet.facts([
    ['Date du paiement', `${instantInFrench(paid.paidAt)} (heure de Paris)`],
    ['Moyen de paiement', `Carte bancaire, ${paid.means}`],
    ['Candidature', paid.reference],
    ['Référence de la commande', paid.orderId],
  ]);
  sheet.heading('Votre interlocuteur');
  sheet.facts(contactOf(institution));
  withdrawal(sheet, paid, writing, notice);
  return sheet.end();
}

function receiptLines(sheet: Sheet, paid: Paid, { vatMention }: Institution): void {
  const amount = inFrench(paid.amount);
  sheet.lines(
    ['Désignation', 'Quantité', 'Prix unitaire', 'Montant'],
    [[`${paid.label}\n${paid.programmeTitle}\n${paid.intakeLabel}`, '1', amount, amount]],
    ['Total payé', amount],
  );
  if (vatMention !== undefined) sheet.paragraph(vatMention, { size: 9.5 });
}

/** The notice (R82) and the model form of the consumer code (annex to its article R. 221-1), on a page that can be torn off. */
function withdrawal(sheet: Sheet, paid: Paid, { institution }: Writing, notice: readonly string[]): void {
  if (notice.length === 0) return;
  const { legalName, address, service } = institution;
  sheet.newPage();
  sheet.heading('Droit de rétractation');
  for (const text of notice) sheet.paragraph(text);
  sheet.space(18);
  sheet.heading('Formulaire de rétractation');
  sheet.paragraph(
    'Veuillez compléter et renvoyer le présent formulaire uniquement si vous souhaitez vous rétracter du contrat.',
  );
  sheet.paragraph(
    `À l’attention de : ${legalName}, ${service.name}, ${address.join(', ')}, ${service.email}.`,
  );
  sheet.paragraph(
    `Je vous notifie par la présente ma rétractation du contrat portant sur la prestation de services ci-dessous : ${paid.label}, candidature ${paid.reference}.`,
  );
  const blank = '………………………………………………………………';
  sheet.space(6);
  sheet.facts([
    ['Commandé le', dateInFrench(paid.paidAt)],
    ['Nom', blank],
    ['Adresse', blank],
    ['Date', blank],
    ['Signature', `${blank}\n(uniquement en cas d’envoi de ce formulaire sur papier)`],
  ]);
}
