import { applicationStates, type ApplicationState } from '@admissions/contracts/applications';

/**
 * Where an application stands, in one word per group; every state is in exactly one.
 * - `preparing`: with the candidate, seen by nobody else (R15);
 * - `studied`: the school reads it and decides on the file;
 * - `selecting`: interview, marks and jury;
 * - `offered`: admitted, the place is not confirmed yet;
 * - `enrolled`: the deposit is paid, conditions may remain (R7);
 * - `final`: nothing moves it any more.
 */
export const stateGroups = ['preparing', 'studied', 'selecting', 'offered', 'enrolled', 'final'] as const;
export type StateGroup = (typeof stateGroups)[number];

interface StateRow {
  /** What the candidate reads. */
  readonly label: string;
  readonly group: StateGroup;
  /** The school has said yes or no for good, on the file or by the jury. */
  readonly decided: boolean;
}

/** Wording and group of every state (rulebook, section 2). */
export const states = {
  draft: { label: 'Brouillon', group: 'preparing', decided: false },
  'fee-pending': { label: 'En attente de paiement', group: 'preparing', decided: false },
  submitted: { label: 'Dossier reçu', group: 'studied', decided: false },
  'info-requested': { label: 'Complément demandé', group: 'studied', decided: false },
  'under-review': { label: 'Dossier en cours d’étude', group: 'studied', decided: false },
  admissible: { label: 'Admissible', group: 'selecting', decided: false },
  'not-admissible': { label: 'Non admissible', group: 'final', decided: true },
  'in-selection': { label: 'Entretien et évaluation en cours', group: 'selecting', decided: false },
  deferred: { label: 'Décision du jury reportée', group: 'selecting', decided: false },
  admitted: { label: 'Admis(e)', group: 'offered', decided: true },
  'not-admitted': { label: 'Non admis(e)', group: 'final', decided: true },
  'offer-open': { label: 'Acompte attendu', group: 'offered', decided: true },
  lapsing: { label: 'Délai d’acompte échu, vérification en cours', group: 'offered', decided: true },
  lapsed: { label: 'Offre caduque', group: 'final', decided: true },
  confirmed: { label: 'Intégration confirmée', group: 'enrolled', decided: true },
  registered: { label: 'Inscrit(e)', group: 'final', decided: true },
  withdrawn: { label: 'Désistement', group: 'final', decided: false },
  cancelled: { label: 'Annulée par l’école', group: 'final', decided: false },
} as const satisfies Record<ApplicationState, StateRow>;

/** What the candidate reads for a state. */
export function labelOf(state: ApplicationState): string {
  return states[state].label;
}

/** The states of one group, in the order of the process. */
export function statesIn(group: StateGroup): ApplicationState[] {
  return applicationStates.filter((state) => states[state].group === group);
}
