import type { ApplicantFacts } from '@admissions/contracts/applicant-facts';
import type { RuleSet } from '../src/domain/programme.ts';

/** The answers of a French graduate of 2019 who works and pays by an employer: nothing but the pieces of all is asked. */
export const frenchGraduate: ApplicantFacts = {
  identity: {
    birthName: 'Martin',
    firstNames: ['Camille', 'Louise'],
    birthDate: '1995-03-14',
    birthPlace: 'Rennes',
    birthCountry: 'FR',
  },
  nationality: { nationalities: ['FR'] },
  residence: { country: 'FR', everHeldFrenchResidenceTitle: false, residenceTitle: null },
  address: {
    lines: ['12 rue des Lilas'],
    postalCode: '35000',
    city: 'Rennes',
    country: 'FR',
    phone: '+33 6 12 34 56 78',
  },
  lastDiploma: {
    title: 'Master informatique',
    institution: 'Université de Rennes',
    level: 'M2',
    kind: 'DNM',
    issuerCountry: 'FR',
    taughtIn: 'fr',
    documentLanguage: 'fr',
    awardedOn: '2019-07-05',
  },
  studies: { inProgress: null },
  experience: {
    periods: [
      {
        employer: 'Coopérative des Lilas',
        position: 'Ingénieure',
        from: '2019-09-02',
        to: null,
        ratio: 1,
        kind: 'JOB',
        related: true,
      },
    ],
  },
  french: { secondarySchoolingInFrench: true, frenchBaccalaureat: true, test: null },
  funding: { type: 'EMPLOYER', employer: 'Coopérative des Lilas' },
};

/** The figures of the demo catalogue. */
export const figures: RuleSet = {
  version: '2027-1',
  source: 'Règlement des admissions 2027',
  applicationFee: { amount: 8000, currency: 'EUR' },
  deposit: { amount: 45_000, currency: 'EUR' },
  admissibilityBusinessDays: 5,
  juryBusinessDays: 2,
  depositWindowDays: 21,
  transcriptsYears: 2,
  impliedRefusalMonths: 2,
  withdrawalDays: 14,
  d30Share: 0.3,
  d40Share: 0.4,
  expectedShare: 1,
  coolingOffDays: 10,
};
