import type { ApplicantFacts, PartialFacts, Section } from '@admissions/contracts/applicant-facts';
import type { DocumentType } from '@admissions/contracts/document-types';
import { addYears } from './calendar.ts';
import { anyIn, frenchSpeakingSubdivisions, isFrench } from './countries.ts';

/** What a rule is asked at: the civil date of the submission (today, while it is a draft) and the figures of the rule set. */
export interface Asked {
  readonly on: string;
  /** R18: transcripts are asked from those who graduated less than so many years before. */
  readonly transcriptsYears: number;
}

export interface Verdict {
  readonly status: 'REQUIRED' | 'DEFERRED' | 'NOT_ASKED';
  /** For the candidate, in French. */
  readonly reason: string;
  /** Numbers of the rulebook. */
  readonly rules: readonly string[];
}

/**
 * One case of a piece. Cases are read in order and the first that holds decides; a case whose section is not filled in yet
 * stops the reading: the piece is then undetermined, so that nothing is asked which the section could make needless.
 */
export interface RequiredDocumentRule extends Verdict {
  readonly needs: readonly Section[];
  holds(facts: PartialFacts, asked: Asked): boolean;
}

/** A case that reads the sections it names and no others. */
function when<S extends Section>(
  needs: readonly S[],
  holds: (facts: Pick<ApplicantFacts, S>, asked: Asked) => boolean,
  verdict: Verdict,
): RequiredDocumentRule {
  return { ...verdict, needs, holds: (facts, asked) => holds(facts as Pick<ApplicantFacts, S>, asked) };
}

function otherwise(status: Verdict['status'], rules: string[], reason: string): RequiredDocumentRule {
  return { needs: [], holds: () => true, status, rules, reason };
}

const fromAll = (reason: string) => [otherwise('REQUIRED', ['R17'], reason)];

/** The pieces of R17, each with its cases. A newcomer who adds a document type adds a row here; the compiler asks for it. */
export const requiredDocuments: Record<DocumentType, readonly RequiredDocumentRule[]> = {
  CV: fromAll('Demandé à tous les candidats.'),
  MOTIVATION: fromAll('Demandée à tous les candidats ; indiquez-y vos nom, prénom et adresse.'),
  PHOTO: fromAll('Demandée à tous les candidats.'),
  ID_DOC: fromAll('Demandé à tous les candidats ; le document doit être en cours de validité.'),
  LAST_DIPLOMA: fromAll('Demandé à tous les candidats.'),

  RESIDENCE: [
    when(['nationality'], ({ nationality }) => nationality.nationalities.includes('FR'), {
      status: 'NOT_ASKED',
      rules: ['R38'],
      reason: 'Vous avez la nationalité française.',
    }),
    when(['nationality'], ({ nationality }, { on }) => isExemptFromTitle(nationality.nationalities, on), {
      status: 'NOT_ASKED',
      rules: ['R39'],
      reason: 'Votre nationalité vous dispense de titre de séjour en France.',
    }),
    when(['residence'], ({ residence }, { on }) => anyIn('IN_FRANCE', [residence.country], on), {
      status: 'REQUIRED',
      rules: ['R17', 'R38'],
      reason:
        'Vous résidez en France et votre nationalité y demande un titre de séjour ou un visa de long séjour.',
    }),
    otherwise(
      'DEFERRED',
      ['R38'],
      'Vous résidez à l’étranger : le visa s’obtient après l’admission et vous sera demandé avant l’inscription.',
    ),
  ],

  FRENCH_B2: [
    when(['nationality'], ({ nationality }) => nationality.nationalities.includes('FR'), {
      status: 'NOT_ASKED',
      rules: ['R45', 'R46'],
      reason: 'Vous avez la nationalité française.',
    }),
    when(['nationality'], ({ nationality }, { on }) => isFrenchSpeaking(nationality, on), {
      status: 'NOT_ASKED',
      rules: ['R45', 'R46'],
      reason: 'Vous venez d’un pays francophone.',
    }),
    when(['nationality', 'french'], schooledInFrench, {
      status: 'NOT_ASKED',
      rules: ['R45', 'R46'],
      reason: 'Vous venez d’un pays en partie francophone et y avez fait vos études secondaires en français.',
    }),
    when(['french'], ({ french }) => french.frenchBaccalaureat, {
      status: 'NOT_ASKED',
      rules: ['R45'],
      reason: 'Vous avez le baccalauréat français.',
    }),
    when(['lastDiploma'], ({ lastDiploma }) => lastDiploma.taughtIn === 'fr', {
      status: 'NOT_ASKED',
      rules: ['R45', 'R46'],
      reason: 'Votre dernier diplôme a été préparé en français.',
    }),
    when(['french'], ({ french }) => french.test !== null && isBelowB2(french.test), {
      status: 'REQUIRED',
      rules: ['R44', 'R46'],
      reason:
        'Le niveau de votre test est inférieur au B2 demandé : joignez la preuve d’un niveau B2 au moins (DELF, DALF, TCF ou TEF).',
    }),
    when(['french'], ({ french }, { on }) => french.test !== null && hasExpired(french.test, on), {
      status: 'REQUIRED',
      rules: ['R44', 'R46'],
      reason:
        'Votre TCF ou TEF date de plus de deux ans et ne prouve plus votre niveau : joignez un résultat plus récent, un DELF B2 ou un DALF.',
    }),
    when(['french'], ({ french }) => french.test !== null, {
      status: 'REQUIRED',
      rules: ['R44', 'R46'],
      reason:
        'Votre test prouve votre niveau de français : joignez-en le diplôme, l’attestation ou le résultat.',
    }),
    otherwise(
      'REQUIRED',
      ['R17', 'R44', 'R46'],
      'Vous venez d’un pays non francophone : un niveau B2 au moins est à prouver (DELF, DALF, TCF ou TEF).',
    ),
  ],

  TRANSCRIPTS: [
    when(['studies'], ({ studies }) => studies.inProgress !== null, {
      status: 'REQUIRED',
      rules: ['R17', 'R18'],
      reason:
        'Vous êtes en cours de formation : joignez les relevés des deux dernières années (Master 1 et Master 2).',
    }),
    when(['studies', 'lastDiploma'], isRecentGraduate, {
      status: 'REQUIRED',
      rules: ['R17', 'R18'],
      reason: 'Votre dernier diplôme est récent : joignez les relevés de ses deux dernières années.',
    }),
    otherwise(
      'NOT_ASKED',
      ['R18'],
      'Votre dernier diplôme n’est pas assez récent pour que ses relevés soient demandés.',
    ),
  ],

  TRANSLATION: foreignPapers(
    ({ issuerCountry, documentLanguage }, { on }) =>
      !isFrench(issuerCountry, on) && documentLanguage !== 'fr',
    'R50',
    'Un document étranger de vos études n’est pas en français : joignez sa traduction.',
    'Vos documents d’études sont français ou déjà rédigés en français.',
  ),

  CERTIFIED_COPY: foreignPapers(
    ({ issuerCountry }, { on }) => !isFrench(issuerCountry, on),
    'R51',
    'Un document de vos études a été délivré à l’étranger : sa copie doit être certifiée conforme à l’original.',
    'Aucune copie certifiée n’est demandée pour des documents délivrés en France.',
  ),

  OTHER: [
    otherwise('NOT_ASKED', ['R17'], 'Facultatif : vous pouvez en joindre pour renforcer votre candidature.'),
  ],
};

/** Pieces that a candidate may add although no rule asks for them. */
export const optionalDocuments: readonly DocumentType[] = ['OTHER'];

/** R39: citizens of the Union, the EEA, Switzerland and the four micro-states; one such nationality is enough. */
function isExemptFromTitle(nationalities: readonly string[], on: string): boolean {
  return (['EU27', 'EEA_EFTA', 'CH', 'VISA_EXEMPT_MICRO'] as const).some((set) =>
    anyIn(set, nationalities, on),
  );
}

/** R45: a nationality exempt outright, or one of the French-speaking cantons or Québec as the origin. */
function isFrenchSpeaking(
  { nationalities, originSubdivision }: ApplicantFacts['nationality'],
  on: string,
): boolean {
  if (anyIn('FR_FULL', nationalities, on)) return true;
  return originSubdivision !== undefined && frenchSpeakingSubdivisions.includes(originSubdivision);
}

/** R45: a multilingual country, and all of the secondary schooling in French. */
function schooledInFrench(
  { nationality, french }: Pick<ApplicantFacts, 'nationality' | 'french'>,
  { on }: Asked,
): boolean {
  return french.secondarySchoolingInFrench && anyIn('FR_CONDITIONAL', nationality.nationalities, on);
}

type FrenchTest = NonNullable<ApplicantFacts['french']['test']>;

/** R44: B2 is the least level that counts, by whatever test. */
function isBelowB2({ level }: FrenchTest): boolean {
  return ['A1', 'A2', 'B1'].includes(level);
}

/** R44: a DELF or DALF is for life; a TCF or TEF counts until the same date two years later, looked at on the submission. */
function hasExpired({ type, date }: FrenchTest, on: string): boolean {
  return (type === 'TCF' || type === 'TEF') && addYears(date, 2) < on;
}

/** R18: awarded after the same date so many years ago (29 February: 28 February); a year alone counts as its 31 December. */
function isRecentGraduate(
  { lastDiploma }: Pick<ApplicantFacts, 'lastDiploma'>,
  { on, transcriptsYears }: Asked,
): boolean {
  const { awardedOn } = lastDiploma;
  const graduation = awardedOn.length === 4 ? `${awardedOn}-12-31` : awardedOn;
  return graduation > addYears(on, -transcriptsYears);
}

type Paper = Pick<ApplicantFacts['lastDiploma'], 'issuerCountry' | 'documentLanguage'>;

/**
 * R50 and R51 speak of the papers of studies: the last diploma, and the transcripts of the diploma being studied.
 * Passports, identity cards and residence titles are never translated or certified (ruling on R17). Papers of experience are
 * optional pieces, of which the form knows neither country nor language: their translation comes with them.
 */
function foreignPapers(
  concerns: (paper: Paper, asked: Asked) => boolean,
  rule: 'R50' | 'R51',
  required: string,
  needless: string,
): RequiredDocumentRule[] {
  const verdict: Verdict = { status: 'REQUIRED', rules: [rule], reason: required };
  return [
    when(['lastDiploma'], ({ lastDiploma }, asked) => concerns(lastDiploma, asked), verdict),
    when(
      ['studies'],
      ({ studies }, asked) => studies.inProgress !== null && concerns(studies.inProgress, asked),
      verdict,
    ),
    otherwise('NOT_ASKED', rule === 'R51' ? ['R52'] : [rule], needless),
  ];
}
