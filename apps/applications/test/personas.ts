import type { ApplicantFacts } from '@admissions/contracts/applicant-facts';
import { frenchGraduate } from './facts.ts';

/** The facts of a case as an admissions officer writes them; `none` is no answer but "there is none". */
export interface PersonaFacts {
  submission_date: string;
  nationalities: string[];
  origin_subdivision?: string;
  residence_country: string;
  ever_held_french_residence_title: boolean;
  residence_title: 'none' | { type: string; expires_on: string };
  last_diploma: PersonaDiploma & { awarded_on: string | number };
  in_progress: 'none' | (PersonaDiploma & { expected_on: string });
  french_test: 'none' | { type: string; level: string; date: string };
  secondary_schooling_in_french: boolean;
  french_baccalaureat: boolean;
}

interface PersonaDiploma {
  level: string;
  kind: string;
  issuer_country: string;
  taught_in: string;
  document_language?: string;
}

export interface Persona {
  id: string;
  story: string;
  facts: PersonaFacts;
  expected: { documents: Record<string, { status: 'REQUIRED' | 'DEFERRED' | 'NOT_ASKED'; rules: string[] }> };
}

/** The sections of the form that a persona would fill in, as far as the checklist reads them. */
export function factsOf(persona: PersonaFacts): ApplicantFacts {
  const { residence_title: title, french_test: test, in_progress: studied } = persona;
  return {
    ...frenchGraduate,
    nationality: { nationalities: persona.nationalities, originSubdivision: persona.origin_subdivision },
    residence: {
      country: persona.residence_country,
      everHeldFrenchResidenceTitle: persona.ever_held_french_residence_title,
      residenceTitle: title === 'none' ? null : { type: title.type as never, expiresOn: title.expires_on },
    },
    lastDiploma: { ...diplomaOf(persona.last_diploma), awardedOn: String(persona.last_diploma.awarded_on) },
    studies: {
      inProgress: studied === 'none' ? null : { ...diplomaOf(studied), expectedOn: studied.expected_on },
    },
    french: {
      secondarySchoolingInFrench: persona.secondary_schooling_in_french,
      frenchBaccalaureat: persona.french_baccalaureat,
      test: test === 'none' ? null : (test as never),
    },
  };
}

function diplomaOf(diploma: PersonaDiploma): Omit<ApplicantFacts['lastDiploma'], 'awardedOn'> {
  return {
    title: diploma.kind,
    institution: 'Établissement',
    level: diploma.level as never,
    kind: diploma.kind as never,
    issuerCountry: diploma.issuer_country,
    taughtIn: diploma.taught_in,
    documentLanguage: diploma.document_language ?? diploma.taught_in,
  };
}
