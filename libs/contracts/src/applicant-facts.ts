import { z } from 'zod';
import { civilDate, country } from './ids.ts';
import { line } from './text.ts';

/** What a candidate declares, section by section; every rule on the checklist and on eligibility reads these facts. */
const language = z.string().regex(/^[a-z]{2}$/, 'not an ISO 639-1 code');
/** A full date, or a year alone when nothing more is known (R18). */
const dateOrYear = z.union([civilDate, z.string().regex(/^(19|20)\d{2}$/, 'not a date or a year')]);

export const identity = z.object({
  birthName: line(100),
  usedName: line(100).optional(),
  firstNames: z.array(line(60)).min(1).max(6),
  birthDate: civilDate,
  birthPlace: line(100),
  birthCountry: country,
});

export const nationality = z.object({
  nationalities: z.array(country).min(1).max(5),
  /** ISO 3166-2, where R45 speaks of a canton or a province: `CH-VD`, `CA-QC`. */
  originSubdivision: z
    .string()
    .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'not an ISO 3166-2 code')
    .optional(),
});

/** Section 4.6 of the rulebook. */
export const residenceTitleTypes = [
  'VLS',
  'VLS_TS',
  'CST',
  'CSP',
  'RESIDENT',
  'RESIDENT_LD_UE',
  'RETIREE',
  'APS',
  'RECEPISSE',
  'ATTESTATION_PROLONGATION',
] as const;

export const residence = z.object({
  country,
  everHeldFrenchResidenceTitle: z.boolean(),
  residenceTitle: z.object({ type: z.enum(residenceTitleTypes), expiresOn: civilDate }).nullable(),
});

export const address = z.object({
  lines: z.array(line(120)).min(1).max(4),
  postalCode: z.string().trim().max(16),
  city: line(100),
  country,
  phone: z
    .string()
    .trim()
    .regex(/^\+?[0-9 .()-]{6,24}$/, 'not a phone number'),
});

export const diplomaKinds = [
  'INGENIEUR_CTI',
  'MANAGEMENT_CEFDG',
  'DNM',
  'M1',
  'RNCP7',
  'RNCP6',
  'LICENCE',
  'BTS',
  'BAC',
  'FOREIGN',
] as const;
export const diplomaLevels = ['BAC', 'BAC+2', 'L3', 'M1', 'M2', 'DOCTORATE'] as const;

const diploma = {
  title: line(200),
  institution: line(200),
  level: z.enum(diplomaLevels),
  kind: z.enum(diplomaKinds),
  issuerCountry: country,
  taughtIn: language,
  documentLanguage: language,
};

export const lastDiploma = z.object({ ...diploma, awardedOn: dateOrYear });

/** Null says "I am not studying now", which is an answer; absent is no answer yet. */
export const studies = z.object({ inProgress: z.object({ ...diploma, expectedOn: civilDate }).nullable() });

export const experience = z.object({
  periods: z
    .array(
      z.object({
        employer: line(150),
        position: line(150),
        from: civilDate,
        /** The last day worked; null while it goes on. */
        to: civilDate.nullable(),
        ratio: z.number().gt(0).max(1),
        kind: z.enum(['JOB', 'INTERNSHIP', 'WORK_STUDY']),
        related: z.boolean(),
      }),
    )
    .max(40),
});

export const french = z.object({
  secondarySchoolingInFrench: z.boolean(),
  frenchBaccalaureat: z.boolean(),
  test: z
    .object({
      type: z.enum(['DELF', 'DALF', 'TCF', 'TEF']),
      level: z.enum(['A1', 'A2', 'B1', 'B2', 'C1', 'C2']),
      date: civilDate,
    })
    .nullable(),
});

/** The OPCOs of section 4.3 of the rulebook (R95). */
export const opcos = [
  'AFDAS',
  'AKTO',
  'ATLAS',
  'CONSTRUCTYS',
  'OPCOMMERCE',
  'OCAPIAT',
  'OPCO2I',
  'OPCO_EP',
  'OPCO_MOBILITES',
  'OPCO_SANTE',
  'UNIFORMATION',
] as const;

export const funding = z.discriminatedUnion('type', [
  z.object({ type: z.literal('SELF') }),
  z.object({ type: z.literal('EMPLOYER'), employer: line(150) }),
  z.object({ type: z.literal('OPCO'), opco: z.enum(opcos), employer: line(150) }),
  z.object({ type: z.literal('OTHER'), funder: line(150) }),
]);

/** The sections of the form. Each is replaced as a whole, so that a draft can save itself section by section. */
export const sections = {
  identity,
  nationality,
  residence,
  address,
  lastDiploma,
  studies,
  experience,
  french,
  funding,
} as const;
export type Section = keyof typeof sections;
export const sectionNames = Object.keys(sections) as Section[];

export const applicantFacts = z.object(sections);
export type ApplicantFacts = z.infer<typeof applicantFacts>;
/** A draft: any sections that are filled in so far. */
export const partialFacts = applicantFacts.partial();
export type PartialFacts = z.infer<typeof partialFacts>;
