// The test cards of https://docs.stripe.com/testing and what each does. No real card is ever accepted.

export type Later = 'dispute' | 'refund-pending' | 'refund-fails';

export type TestCard = {
  brand: 'visa' | 'mastercard' | 'amex';
  country: string;
  funding: 'credit' | 'debit';
  /** Why the bank refuses; absent = it pays. */
  decline?: DeclineCode;
  /** The bank asks the holder to approve first (3-D Secure). */
  challenge?: true;
  later?: Later;
};

export type DeclineCode =
  | 'generic_decline'
  | 'insufficient_funds'
  | 'lost_card'
  | 'stolen_card'
  | 'expired_card'
  | 'incorrect_cvc'
  | 'processing_error'
  | 'test_mode_live_card';

const visa = { brand: 'visa', country: 'US', funding: 'credit' } as const;

export const CARDS: Record<string, TestCard> = {
  '4242424242424242': visa,
  '4000056655665556': { ...visa, funding: 'debit' },
  '4000002500000003': { ...visa, country: 'FR' },
  '5555555555554444': { ...visa, brand: 'mastercard' },
  '378282246310005': { ...visa, brand: 'amex' },
  '4000000000000002': { ...visa, decline: 'generic_decline' },
  '4000000000009995': { ...visa, decline: 'insufficient_funds' },
  '4000000000009987': { ...visa, decline: 'lost_card' },
  '4000000000009979': { ...visa, decline: 'stolen_card' },
  '4000000000000069': { ...visa, decline: 'expired_card' },
  '4000000000000127': { ...visa, decline: 'incorrect_cvc' },
  '4000000000000119': { ...visa, decline: 'processing_error' },
  '4000002500003155': { ...visa, country: 'FR', challenge: true },
  '4000002760003184': { ...visa, country: 'DE', challenge: true },
  '4000000000003220': { ...visa, challenge: true },
  '4000008400001629': { ...visa, challenge: true, decline: 'generic_decline' },
  '4000000000000259': { ...visa, later: 'dispute' },
  '4000000000007726': { ...visa, later: 'refund-pending' },
  '4000000000005126': { ...visa, later: 'refund-fails' },
};

type Wording = { code: string; english: string; french: string };

/** Stripe's `code` and message of each decline, and what the page says. */
export const DECLINES: Record<DeclineCode, Wording> = {
  generic_decline: {
    code: 'card_declined',
    english: 'Your card was declined.',
    french: 'Votre carte a été refusée par votre banque.',
  },
  insufficient_funds: {
    code: 'card_declined',
    english: 'Your card has insufficient funds.',
    french: 'La provision de votre carte est insuffisante.',
  },
  lost_card: {
    code: 'card_declined',
    english: 'Your card was declined.',
    french: 'Votre carte a été refusée par votre banque.',
  },
  stolen_card: {
    code: 'card_declined',
    english: 'Your card was declined.',
    french: 'Votre carte a été refusée par votre banque.',
  },
  expired_card: {
    code: 'expired_card',
    english: 'Your card has expired.',
    french: 'Votre carte a expiré.',
  },
  incorrect_cvc: {
    code: 'incorrect_cvc',
    english: "Your card's security code is incorrect.",
    french: 'Le cryptogramme de votre carte est incorrect.',
  },
  processing_error: {
    code: 'processing_error',
    english: 'An error occurred while processing your card. Try again in a little bit.',
    french: 'Une erreur est survenue pendant le paiement. Réessayez dans un instant.',
  },
  test_mode_live_card: {
    code: 'card_declined',
    english: 'Your card was declined. Your request was in test mode, but used a non test card.',
    french: 'Cette page n’accepte que des cartes de test.',
  },
};

const OTHER_CARD: TestCard = { ...visa, decline: 'test_mode_live_card' };

/** What this number does; a number that is not a test card is declined, as Stripe does in test mode. */
export function testCard(number: string): TestCard {
  return Object.hasOwn(CARDS, number) ? CARDS[number]! : OTHER_CARD;
}

/** The checksum of card numbers (Luhn). */
export function isCardNumber(number: string): boolean {
  if (!/^\d{12,19}$/.test(number)) return false;
  const digits = [...number].reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
