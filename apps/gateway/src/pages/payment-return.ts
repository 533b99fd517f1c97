import { paymentReturn, type PaymentOutcome } from '@admissions/contracts/payments';
import { z } from 'zod';

interface Text {
  readonly title: string;
  readonly text: string;
}

const counts =
  'Votre paiement n’est pris en compte que lorsque le prestataire de paiement nous le confirme, en général en quelques instants.';

const texts = {
  paid: {
    title: 'Retour du paiement',
    text: `Merci. ${counts} Vous recevrez alors un reçu par courrier électronique.`,
  },
  cancelled: {
    title: 'Paiement interrompu',
    text: 'Vous avez quitté la page de paiement. Rien n’est payé ; vous pouvez reprendre le paiement depuis votre candidature.',
  },
} as const satisfies Record<PaymentOutcome, Text>;

/** Nobody is thanked for a payment by an address that does not name one. */
const unknown: Text = {
  title: 'Retour du paiement',
  text: `${counts} Votre candidature indique ce qui est payé.`,
};

const returned = z.object({ outcome: paymentReturn.shape.outcome });

/** What somebody who comes back from the provider’s page is told. Anybody can make such an address: it changes and proves nothing. */
export function paymentReturnText(query: unknown): Text {
  const parsed = returned.safeParse(query);
  return parsed.success ? texts[parsed.data.outcome] : unknown;
}
