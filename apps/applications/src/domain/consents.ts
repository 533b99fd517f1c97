/**
 * The texts that candidates accept, by version. A text never changes: a new wording is a new version, and each
 * acceptance is kept with its version and the hash of the words that were shown (R25, R82).
 */
export const consentTexts = {
  /** R25. */
  swornStatement: {
    version: '2026-1',
    text:
      'Je certifie sur l’honneur l’exactitude des renseignements et l’authenticité des documents fournis. ' +
      'Je suis informé(e) que toute fausse déclaration ou tout document falsifié m’expose aux sanctions prévues ' +
      'aux articles 441-1, 441-2 et 441-6 du code pénal et à l’annulation de ma candidature.',
  },
  /** R82: the first of the two boxes, never ticked beforehand. */
  earlyStart: {
    version: '2026-1',
    text:
      'Je demande expressément que l’étude de mon dossier commence avant la fin du délai de rétractation de quatorze jours ' +
      '(article L221-25 du code de la consommation).',
  },
  /** R82: the second. */
  lossOfWithdrawal: {
    version: '2026-1',
    text:
      'Je reconnais que je perdrai mon droit de rétractation une fois l’étude de mon dossier entièrement achevée ' +
      '(article L221-28, 1°, du code de la consommation).',
  },
} as const satisfies Record<string, { version: string; text: string }>;

export type ConsentName = keyof typeof consentTexts;
export const consentNames = Object.keys(consentTexts) as ConsentName[];

/** What was answered to a text, and to which words. */
export interface Consent {
  readonly given: boolean;
  readonly version: string;
  /** SHA-256 of the text. */
  readonly textHash: string;
}
