import { sectionNames, type PartialFacts, type Section } from '@admissions/contracts/applicant-facts';
import type { Blocker, ChecklistItem } from '@admissions/contracts/applications';
import { documentTypeNames, documentTypes, type DocumentType } from '@admissions/contracts/document-types';
import type { DocumentState } from '@admissions/contracts/documents';
import {
  optionalDocuments,
  requiredDocuments,
  type Asked,
  type RequiredDocumentRule,
} from './required-documents.ts';
import { issuesIn } from './section-checks.ts';

/** The sections of the form as candidates know them. */
export const sectionLabels: Record<Section, string> = {
  identity: 'Identité',
  nationality: 'Nationalité',
  residence: 'Résidence',
  address: 'Adresse',
  lastDiploma: 'Dernier diplôme obtenu',
  studies: 'Études en cours',
  experience: 'Expérience professionnelle',
  french: 'Langue française',
  funding: 'Financement',
};

/** The checklist without what is there: what is kept with the application when it is confirmed (R17). */
export type Evaluated = Omit<ChecklistItem, 'present'>;

/** Decides every piece of R17 on the facts known so far; the same facts on the same day give the same list. */
export function evaluate(facts: PartialFacts, asked: Asked): Evaluated[] {
  return documentTypeNames.map((type) => {
    const { label } = documentTypes[type];
    const { rule, missing } = firstToHold(requiredDocuments[type], facts, asked);
    if (missing.length > 0) return { type, label, ...undetermined(missing) };
    return { type, label, status: rule.status, reason: rule.reason, rules: [...rule.rules] };
  });
}

function firstToHold(cases: readonly RequiredDocumentRule[], facts: PartialFacts, asked: Asked) {
  for (const rule of cases) {
    const missing = rule.needs.filter((section) => facts[section] === undefined);
    if (missing.length > 0 || rule.holds(facts, asked)) return { rule, missing };
  }
  throw new Error('the last case of every piece holds');
}

/** Never asked before it is known: the section that is missing blocks instead. */
function undetermined(awaits: Section[]): Omit<Evaluated, 'type' | 'label'> {
  const names = awaits.map((section) => `« ${sectionLabels[section]} »`).join(' et ');
  return {
    status: 'NOT_ASKED',
    reason: `À déterminer : remplissez d’abord la rubrique ${names}.`,
    rules: ['R17'],
    awaits,
  };
}

/** What is known of one document of the application: its latest snapshot. */
export interface KeptDocument {
  readonly type: DocumentType;
  readonly state: DocumentState;
  /** Of the snapshot, so that an older one is told from a newer one. */
  readonly revision: number;
  readonly sha256?: string;
}
export type KeptDocuments = Readonly<Record<string, KeptDocument>>;

/** A document is there once it has passed its checks, and until an officer refuses it. */
const presentStates: readonly DocumentState[] = ['checked', 'accepted'];

/** True of a document that counts for the checklist. */
export function isThere({ state }: Pick<KeptDocument, 'state'>): boolean {
  return presentStates.includes(state);
}

/** True of a document that never counts again. */
export function isGone({ state }: Pick<KeptDocument, 'state'>): boolean {
  return state === 'discarded' || state === 'replaced' || state === 'rejected';
}

/** True of a document whose check is under way: it may still come to count. */
export function isInCheck({ state }: Pick<KeptDocument, 'state'>): boolean {
  return state === 'uploaded' || state === 'checking';
}

/** True when at least one document of the type counts. */
export function isPresent(type: DocumentType, documents: KeptDocuments): boolean {
  return Object.values(documents).some((document) => document.type === type && isThere(document));
}

/** The checklist with what is there. */
export function withPresence(list: readonly Evaluated[], documents: KeptDocuments): ChecklistItem[] {
  return list.map((item) => ({ ...item, present: isPresent(item.type, documents) }));
}

/** The types that the candidate may send: asked now or later, or optional. */
export function wantedTypes(list: readonly Evaluated[]): DocumentType[] {
  return list
    .filter(({ type, status }) => status !== 'NOT_ASKED' || optionalDocuments.includes(type))
    .map(({ type }) => type);
}

/**
 * What prevents the confirmation (R16): sections missing or no longer right on `today`, pieces required and not there, and
 * files of any type that are still being checked: what is confirmed stands still.
 */
export function blockersOf(
  facts: PartialFacts,
  list: readonly Evaluated[],
  documents: KeptDocuments,
  today: string,
): Blocker[] {
  const inCheck = new Set(Object.values(documents).flatMap((one) => (isInCheck(one) ? [one.type] : [])));
  const openPieces = list.filter(
    ({ type, status }) => inCheck.has(type) || (status === 'REQUIRED' && !isPresent(type, documents)),
  );
  return [
    ...sectionNames.flatMap((name) => sectionBlocker(name, facts, today)),
    ...openPieces.map(({ type, label }): Blocker => ({
      kind: 'document',
      what: type,
      detail: `${label} : ${whereItStands(type, documents)}`,
    })),
  ];
}

function sectionBlocker(name: Section, facts: PartialFacts, today: string): Blocker[] {
  const label = `Rubrique « ${sectionLabels[name]} »`;
  if (facts[name] === undefined) return [{ kind: 'section', what: name, detail: `${label} à remplir` }];
  // Right when it was filled in, wrong by the passing of time: an expected date that has come, for example.
  const issues = issuesIn({ [name]: facts[name] }, today);
  return issues.length === 0 ? [] : [{ kind: 'section', what: name, detail: `${label} à mettre à jour` }];
}

/** From the most to the least hopeful of what was sent. */
const progress: readonly (readonly [DocumentState, string])[] = [
  ['checking', 'en cours de vérification'],
  ['uploaded', 'en cours de vérification'],
  ['awaited', 'envoi non terminé'],
  ['rejected', 'fichier refusé par la vérification, à remplacer'],
  ['refused', 'document refusé, à remplacer'],
];

function whereItStands(type: DocumentType, documents: KeptDocuments): string {
  const states = Object.values(documents)
    .filter((document) => document.type === type)
    .map(({ state }) => state);
  return progress.find(([state]) => states.includes(state))?.[1] ?? 'à fournir';
}
