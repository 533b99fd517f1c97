import { demonstrationInstitution } from '../institution.ts';
import type { TemplateName } from '../domain/template-names.ts';
import type { Writing } from './template.ts';

/** One letter of each kind, for the guard tests and for whoever wants to look at them. */
export const writing: Writing = {
  institution: demonstrationInstitution,
  name: 'Zoë Nguyễn-Łukasiewicz',
  email: 'zoe@example.org',
  publicUrl: 'http://localhost:8080',
};

const expiring = { expiresAt: '2026-11-25T09:00:00.000Z' };

export const examples: Record<TemplateName, object> = {
  'confirm-address': expiring,
  'sign-up-repeated': {},
  'reset-password': expiring,
  'password-changed': { changedAt: '2026-11-24T09:00:00.000Z' },
  'confirm-new-address': expiring,
  'address-changed': { changedAt: '2026-11-24T09:00:00.000Z', maskedNewEmail: 'n•••@example.org' },
  'staff-invitation': expiring,
  'payment-receipt': {
    orderId: 'order-3k2m5q7x4v6b2n4c3h5j7l2p4r',
    applicationId: 'application-1',
    candidateId: 'account-1',
    programmeId: 'data-science',
    product: 'APPLICATION_FEE',
    label: 'Frais de traitement et d’étude de dossier',
    reference: 'MS-2027-0001',
    programmeTitle: 'Mastère Spécialisé® Science des données et intelligence artificielle',
    intakeLabel: 'Rentrée de septembre 2027',
    amount: { amount: 8000, currency: 'EUR' },
    paidAt: '2026-11-24T09:05:00.000Z',
    receiptNumber: 'R-2026-000001',
    means: 'Visa •••• 4242',
  },
  'application-receipt': {
    applicationId: 'application-1',
    candidateId: 'account-1',
    reference: 'MS-2027-0001',
    programmeTitle: 'Mastère Spécialisé® Science des données et intelligence artificielle',
    intakeLabel: 'Rentrée de septembre 2027',
    receivedAt: '2026-11-24T09:05:30.000Z',
    documents: [
      { type: 'CV', label: 'CV détaillé en français' },
      { type: 'MOTIVATION', label: 'Lettre de motivation argumentée' },
      { type: 'PHOTO', label: 'Photo d’identité' },
      { type: 'ID_DOC', label: 'Carte nationale d’identité (recto-verso) ou passeport en cours de validité' },
      { type: 'LAST_DIPLOMA', label: 'Dernier diplôme obtenu ou attestation de réussite' },
      { type: 'TRANSCRIPTS', label: 'Relevés de notes' },
      { type: 'TRANSLATION', label: 'Traduction en français des documents étrangers' },
      { type: 'CERTIFIED_COPY', label: 'Copie certifiée conforme des documents étrangers' },
    ],
    impliedRefusalOn: '2027-01-25',
  },
};
