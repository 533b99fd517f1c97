/**
 * The types of documents, in one table that services, screens and generated docs read (R17, R19).
 * `perApplication` bounds how many files of the type an application holds at once.
 */
export const documentTypes = {
  CV: { label: 'CV détaillé en français', format: 'pdf', perApplication: 1 },
  MOTIVATION: { label: 'Lettre de motivation argumentée', format: 'pdf', perApplication: 1 },
  PHOTO: { label: 'Photo d’identité', format: 'jpeg', perApplication: 1 },
  ID_DOC: {
    label: 'Carte nationale d’identité (recto-verso) ou passeport en cours de validité',
    format: 'pdf',
    perApplication: 2,
  },
  RESIDENCE: { label: 'Titre de séjour ou visa de long séjour', format: 'pdf', perApplication: 2 },
  FRENCH_B2: { label: 'Résultat du DELF niveau B2 ou équivalent', format: 'pdf', perApplication: 1 },
  LAST_DIPLOMA: {
    label: 'Dernier diplôme obtenu ou attestation de réussite',
    format: 'pdf',
    perApplication: 2,
  },
  TRANSCRIPTS: { label: 'Relevés de notes', format: 'pdf', perApplication: 6 },
  TRANSLATION: { label: 'Traduction en français des documents étrangers', format: 'pdf', perApplication: 10 },
  CERTIFIED_COPY: {
    label: 'Copie certifiée conforme des documents étrangers',
    format: 'pdf',
    perApplication: 10,
  },
  OTHER: {
    label: 'Document facultatif (autre diplôme, recommandation, certificat de travail…)',
    format: 'pdf',
    perApplication: 5,
  },
} as const satisfies Record<string, { label: string; format: 'pdf' | 'jpeg'; perApplication: number }>;

export type DocumentType = keyof typeof documentTypes;
export const documentTypeNames = Object.keys(documentTypes) as [DocumentType, ...DocumentType[]];

export const formats = {
  pdf: { contentType: 'application/pdf', extension: 'pdf' },
  jpeg: { contentType: 'image/jpeg', extension: 'jpg' },
} as const;
