import type { DocumentState } from '@admissions/contracts/documents';
import type { ProblemCode } from '@admissions/contracts/problem';

/** What a candidate or an officer reads for a state. */
export const stateLabels: Readonly<Record<DocumentState, string>> = {
  awaited: 'Fichier attendu',
  uploaded: 'Fichier reçu',
  checking: 'Vérification en cours',
  rejected: 'Fichier refusé par la vérification',
  checked: 'Fichier vérifié',
  accepted: 'Document accepté',
  refused: 'Document refusé',
  replaced: 'Remplacé',
  discarded: 'Retiré',
};

/** Facts that a sentence may name. */
export interface Facts {
  readonly format?: 'pdf' | 'jpeg';
  readonly maxBytes?: number;
  readonly maxPages?: number;
  readonly pages?: number;
  readonly most?: number;
  readonly label?: string;
  /** How long to wait. */
  readonly minutes?: number;
  /** What was found in the file, already in French. */
  readonly what?: string;
}

const formatNames = { pdf: 'PDF', jpeg: 'JPEG' } as const;
const megabytes = (bytes = 0) => `${Math.floor(bytes / (1024 * 1024))} Mo`;
const nameOf = (format: Facts['format']) => (format ? formatNames[format] : 'attendu');

/** The sentence of a refusal, for the candidate: what is wrong, and what to do about it. */
const details: Partial<Record<ProblemCode, (facts: Facts) => string>> = {
  'document-format-refused': ({ format }) => `Ce document doit être envoyé au format ${nameOf(format)}.`,
  'document-empty': () => 'Le fichier est vide. Vérifiez-le puis envoyez-le à nouveau.',
  'document-too-large': ({ maxBytes, what }) =>
    what
      ? `Le fichier ne peut pas être vérifié : ${what}. Enregistrez-le dans une version plus légère.`
      : `Le fichier dépasse la taille acceptée (${megabytes(maxBytes)}). Réduisez-la puis envoyez-le à nouveau.`,
  'document-type-full': ({ most, label }) =>
    `Le nombre de fichiers accepté pour « ${label} » est atteint (${most}). Retirez-en un avant d’en ajouter un autre.`,
  'too-many-requests': ({ minutes = 1 }) =>
    `Trop d’envois ont été demandés en peu de temps. Patientez ${minutes} minute${minutes > 1 ? 's' : ''} avant d’en demander un autre.`,
  'document-wrong-type': ({ format, what }) =>
    what
      ? `Le fichier n’est pas un ${nameOf(format)} ordinaire : ${what}. Enregistrez-le à nouveau en ${nameOf(format)}.`
      : `Le contenu du fichier n’est pas du ${nameOf(format)}, quel que soit son nom. Enregistrez-le à nouveau en ${nameOf(format)}.`,
  'document-truncated': () =>
    'Le fichier est endommagé ou incomplet. Ouvrez-le, enregistrez-le à nouveau, puis renvoyez-le.',
  'document-encrypted': () =>
    'Le fichier est protégé par un mot de passe. Enregistrez-le sans protection, puis renvoyez-le.',
  'document-active-content': ({ what }) =>
    `Le fichier contient un élément qui n’est pas accepté${what ? ` (${what})` : ''}. Imprimez-le en PDF, puis renvoyez-le.`,
  'document-too-many-pages': ({ pages, maxPages }) =>
    `Le fichier compte ${pages} pages ; ${maxPages} au plus sont acceptées.`,
  'document-photo-refused': ({ what }) =>
    `La photo n’a pas les dimensions attendues${what ? ` (${what})` : ''} : format d’identité 35 × 45 mm, au moins 413 × 531 pixels.`,
  'document-malware': () =>
    'L’antivirus a reconnu un programme malveillant dans ce fichier. Il a été détruit.',
  'document-not-editable': ({ label }) =>
    label
      ? `Aucun document « ${label} » n’est à remplacer.`
      : 'Les documents ne peuvent plus être modifiés à cette étape.',
  'document-replaced': () => 'Un nouveau fichier remplace ce document ou est en cours de vérification.',
  'wrong-state': () => 'Le dossier n’est pas, ou plus, à l’étude.',
  'document-not-readable': () => 'Ce document n’a pas (encore) passé sa vérification.',
  'upload-not-received': ({ maxBytes, format }) =>
    `Aucun fichier n’est arrivé pour cet envoi. Il n’a pas été envoyé, ou il a été refusé : plus gros qu’annoncé ou que ${megabytes(maxBytes)}, ` +
    `autre format que ${nameOf(format)}, ou formulaire d’envoi expiré (15 minutes). Demandez un nouvel envoi.`,
  'upload-expired': () => 'Cet envoi a expiré. Demandez un nouvel envoi.',
  'upload-superseded': () => 'Un envoi plus récent a pris la place de celui-ci.',
};

/** The French sentence for a code; for codes that candidates do not meet here, a general one. */
export function detailOf(code: ProblemCode, facts: Facts = {}): string {
  return details[code]?.(facts) ?? 'Le fichier ne peut pas être accepté.';
}
