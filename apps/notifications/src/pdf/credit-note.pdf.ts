import type { DataOf } from '@admissions/contracts/message';
import { inFrench } from '@admissions/contracts/money';
import type { refundSucceeded } from '@admissions/contracts/payments';
import { dateInFrench, instantInFrench } from '../templates/french.ts';
import { contactOf } from '../templates/notices.ts';
import type { Writing } from '../templates/template.ts';
import { Sheet } from './sheet.ts';

type Refunded = DataOf<typeof refundSucceeded>;

/** The credit note of a refund (R101, R106): its number, what it gives back of which order, why, and by which means. */
export async function creditNotePdf(refunded: Refunded, reason: string, writing: Writing): Promise<Buffer> {
  const { institution } = writing;
  const { creditNoteNumber: number, succeededAt: at } = refunded;
  const sheet = new Sheet({ title: `Avoir n° ${number}`, institution, at });
  sheet.title('Avoir', `N° ${number} · ${dateInFrench(at)}`);
  sheet.parties(
    ['Émetteur', [institution.legalName, ...institution.address]],
    ['Remboursé à', [writing.name, writing.email].filter((line) => line !== '')],
  );
  const amount = `\u2212${inFrench(refunded.amount)}`;
  sheet.lines(
    ['Désignation', 'Quantité', 'Prix unitaire', 'Montant'],
    [[`${refunded.label}\n${refunded.programmeTitle}\n${refunded.intakeLabel}`, '1', amount, amount]],
    ['Total remboursé', amount],
  );
  if (institution.vatMention !== undefined) sheet.paragraph(institution.vatMention, { size: 9.5 });
  sheet.heading('Remboursement');
  sheet.facts([
    ['Motif', reason],
    ['Date du remboursement', `${instantInFrench(at)} (heure de Paris)`],
    ['Moyen', `Carte bancaire, ${refunded.means}`],
    ['Candidature', refunded.reference],
    ['Commande remboursée', refunded.orderId],
    ['Référence du remboursement', refunded.refundId],
  ]);
  sheet.heading('Votre interlocuteur');
  sheet.facts(contactOf(institution));
  return sheet.end();
}
