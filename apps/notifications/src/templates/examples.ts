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

const about = {
  applicationId: 'application-1',
  candidateId: 'account-1',
  reference: 'MS-2027-0001',
  programmeId: 'data-science',
  programmeTitle: 'Mastère Spécialisé® Science des données et intelligence artificielle',
  intakeLabel: 'Rentrée de septembre 2027',
};
const officer = { decidedBy: 'account-2', signatory: { name: 'Claire Moreau' } };
const chair = { signedBy: 'account-3', signatory: { name: 'Amadou Diallo' } };
const admissibility = { ...about, ...officer, decidedAt: '2027-01-12T10:00:00.000Z', dueOn: '2027-01-19' };
const decision = { ...about, ...chair, decidedAt: '2027-03-24T16:30:00.000Z', dueOn: '2027-03-26' };
const interview = {
  ...about,
  calendarUid: 'interview-1@school.example',
  sequence: 1,
  startsAt: '2027-03-02T13:00:00.000Z',
  endsAt: '2027-03-02T13:30:00.000Z',
  interviewerName: 'Hélène Garnier',
  roomUrl: 'https://video.school.example/salle/7f3a?acces=1&langue=fr',
  toldAt: '2027-02-10T08:15:00.000Z',
};
const payment = {
  ...about,
  orderId: 'order-3k2m5q7x4v6b2n4c3h5j7l2p4r',
  product: 'APPLICATION_FEE',
  label: 'Frais de traitement et d’étude de dossier',
  amount: { amount: 8000, currency: 'EUR' },
  paidAt: '2026-11-24T09:05:00.000Z',
  receiptNumber: 'R-2026-000001',
  means: 'Visa •••• 4242',
};
const deposit = { amount: 45_000, currency: 'EUR' };
const depositLabel = 'Acompte de confirmation d’inscription';

const expiring = { expiresAt: '2026-11-25T09:00:00.000Z' };

export const examples: Record<TemplateName, object> = {
  'confirm-address': expiring,
  'sign-up-repeated': {},
  'reset-password': expiring,
  'password-changed': { changedAt: '2026-11-24T09:00:00.000Z' },
  'confirm-new-address': expiring,
  'address-changed': { changedAt: '2026-11-24T09:00:00.000Z', maskedNewEmail: 'n•••@example.org' },
  'staff-invitation': expiring,
  'payment-receipt': payment,
  'deposit-receipt': {
    ...payment,
    product: 'DEPOSIT',
    label: depositLabel,
    amount: deposit,
    paidAt: '2027-04-02T08:11:00.000Z',
    receiptNumber: 'R-2027-000042',
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
  'document-refused': {
    documentId: 'document-1',
    applicationId: 'application-1',
    candidateId: 'account-1',
    type: 'ID_DOC',
    label: 'Carte nationale d’identité (recto-verso) ou passeport en cours de validité',
    fileName: 'carte-identité <scan>.pdf',
    reason: 'ONE_SIDE_MISSING',
    comment: 'Le verso porte la date de fin de validité : il est nécessaire.',
    refusedAt: '2026-12-03T14:20:00.000Z',
  },
  'message-posted': { ...about, messageId: 'message-1' },
  admissible: { ...admissibility, outcome: 'ADMISSIBLE', grounds: [] },
  'not-admissible': {
    ...admissibility,
    outcome: 'NOT_ADMISSIBLE',
    grounds: ['NO_ELIGIBLE_ROUTE', 'FRENCH_LEVEL'],
    comment:
      'Le diplôme présenté est de niveau bac + 3 et l’expérience professionnelle justifiée est inférieure à trois ans.',
  },
  'interview-booked': interview,
  'interview-moved': {
    ...interview,
    sequence: 2,
    startsAt: '2027-03-04T09:00:00.000Z',
    endsAt: '2027-03-04T09:30:00.000Z',
  },
  'interview-cancelled': { ...interview, sequence: 3 },
  admitted: {
    ...decision,
    outcome: 'ADMITTED',
    conditionalOn: 'DIPLOMA_AWARD',
    offer: { deposit, dueAt: '2027-04-28T21:59:59.000Z', refundable: true },
  },
  'not-admitted': { ...decision, outcome: 'NOT_ADMITTED' },
  'decision-deferred': {
    ...decision,
    outcome: 'DEFERRED',
    grounds: ['Un second entretien est souhaité sur le projet professionnel.'],
  },
  'place-confirmed': {
    ...about,
    confirmedAt: '2027-04-02T08:12:00.000Z',
    intakeStartsOn: '2027-09-06',
    conditionalOn: 'DIPLOMA_AWARD',
  },
  'offer-lapsed': { ...about, lapsedAt: '2027-04-28T22:00:00.000Z' },
  'application-withdrawn': {
    ...about,
    reason: 'PERSONAL_CHOICE',
    fromState: 'confirmed',
    withdrawnAt: '2027-05-03T07:45:00.000Z',
  },
  'funding-confirmed': {
    ...about,
    fundingId: 'funding-1',
    funder: 'OPCO Atlas',
    outcome: 'CONFIRMED',
    judgedAt: '2027-09-20T12:00:00.000Z',
  },
  'funding-refused': {
    ...about,
    fundingId: 'funding-1',
    funder: 'OPCO Atlas',
    outcome: 'REFUSED',
    reason: 'L’accord ne nomme pas la personne qui suit la formation.',
    judgedAt: '2027-09-20T12:00:00.000Z',
  },
  'refund-made': {
    ...about,
    refundId: 'refund-1',
    orderId: 'order-3k2m5q7x4v6b2n4c3h5j7l2p4r',
    label: depositLabel,
    amount: deposit,
    reason: 'FUNDING_CONFIRMED',
    succeededAt: '2027-10-04T09:30:00.000Z',
    creditNoteNumber: 'A-2027-000007',
    means: 'Visa •••• 4242',
  },
};
