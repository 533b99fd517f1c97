import { z } from 'zod';
import { applicationView } from './applications.ts';
import { defineCall } from './call.ts';
import { civilDate, id, instant } from './ids.ts';
import { ofApplication } from './mention.ts';
import { defineMessage } from './message.ts';

/** R5: the six ordinary routes of the label's rules; R8, R9: the derogations. */
export const routes = ['ENG_CTI', 'MGT_CEFDG', 'THIRD_CYCLE', 'M1_PLUS_3Y', 'RNCP7', 'FOREIGN_EQ'] as const;

export const derogations = ['D30_M1', 'D30_L3_3Y', 'D40_VAPP'] as const;

/** R27: why a file is not admissible. */
export const admissibilityGrounds = {
  NO_ELIGIBLE_ROUTE: 'Le diplôme et l’expérience ne correspondent à aucune des voies d’admission',
  PREREQ_MISSING: 'Les prérequis du programme ne sont pas réunis',
  INCOMPLETE: 'Le dossier est resté incomplet après une demande de complément',
  FRENCH_LEVEL: 'Le niveau de français requis n’est pas établi',
  OTHER: 'Autre motif, précisé dans le courrier',
} as const;

const groundNames = Object.keys(admissibilityGrounds) as [keyof typeof admissibilityGrounds];

export const recordAdmissibility = defineCall({
  name: 'applications.record-admissibility',
  service: 'applications',
  kind: 'command',
  allow: ['admissibility:decide'],
  about:
    'A named officer decides on the file alone (R4, R27, R121) with the route or derogation (R5, R8, R9).',
  input: z.object({
    applicationId: id,
    outcome: z.enum(['ADMISSIBLE', 'NOT_ADMISSIBLE']),
    route: z.enum(routes).optional(),
    derogation: z.enum(derogations).optional(),
    grounds: z.array(z.enum(groundNames)).max(5).default([]),
    comment: z.string().trim().max(2_000).optional(),
  }),
  output: applicationView,
});

export const admissibilityDecided = defineMessage({
  name: 'applications.admissibility-decided.v1',
  kind: 'fact',
  from: 'applications',
  followers: ['applications', 'evaluation', 'notifications'],
  slow: ['notifications'],
  about:
    'An officer decided on the file; an admissible candidate is invited to book an interview (R28, R29).',
  data: z.object({
    ...ofApplication,
    outcome: z.enum(['ADMISSIBLE', 'NOT_ADMISSIBLE']),
    grounds: z.array(z.enum(groundNames)),
    comment: z.string().optional(),
    decidedAt: instant,
    /** The account of the officer: the letter prints the name that belongs to it (R68). */
    decidedBy: z.string(),
    /** The letter is promised until the end of this day (R28). */
    dueOn: civilDate,
  }),
});
