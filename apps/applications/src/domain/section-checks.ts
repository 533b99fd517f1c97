import type { ApplicantFacts, PartialFacts, Section } from '@admissions/contracts/applicant-facts';
import { sectionNames } from '@admissions/contracts/applicant-facts';
import type { Issue } from '@admissions/contracts/problem';
import { addYears } from './calendar.ts';
import { anyIn, isCountry, isFrench, isLanguage } from './countries.ts';

/** Says where in its section something is wrong, and what was expected. */
type Report = (path: string, message: string) => void;
type Check<S extends Section> = (section: ApplicantFacts[S], today: string, report: Report) => void;

const youngest = 16;
const oldest = 110;
/** Nobody plans a diploma further ahead than the longest course takes. */
const farthestStudies = 8;
/** The DELF and the DALF were created in 1985, the first of the four. */
const firstFrenchTest = '1985-01-01';

/** What the form of a section cannot say: dates that follow each other, countries that exist, answers that agree. */
const checks: { [S in Section]: Check<S> } = {
  identity: ({ birthDate, birthCountry }, today, report) => {
    if (birthDate > today) report('birthDate', 'is in the future');
    else if (birthDate > addYears(today, -youngest))
      report('birthDate', `candidates are at least ${youngest} years old`);
    if (birthDate < addYears(today, -oldest)) report('birthDate', 'is too long ago');
    country(birthCountry, 'birthCountry', report);
  },
  nationality: ({ nationalities, originSubdivision }, today, report) => {
    nationalities.forEach((code, index) => {
      const path = `nationalities.${index}`;
      country(code, path, report);
      if (anyIn('FRENCH_TERRITORIES', [code], today)) report(path, 'the nationality of this territory is FR');
      if (nationalities.indexOf(code) < index) report(path, 'is named twice');
    });
    if (originSubdivision !== undefined && !nationalities.includes(originSubdivision.slice(0, 2)))
      report('originSubdivision', 'belongs to none of the nationalities');
  },
  residence: (section, _today, report) => country(section.country, 'country', report),
  address: (section, _today, report) => country(section.country, 'country', report),
  lastDiploma: (section, today, report) => {
    diploma(section, '', today, report);
    const isYear = section.awardedOn.length === 4;
    if (section.awardedOn > (isYear ? today.slice(0, 4) : today)) report('awardedOn', 'is in the future');
    if (section.awardedOn < addYears(today, -oldest)) report('awardedOn', 'is too long ago');
  },
  studies: ({ inProgress }, today, report) => {
    if (inProgress === null) return;
    diploma(inProgress, 'inProgress.', today, report);
    if (inProgress.expectedOn <= today) report('inProgress.expectedOn', 'is not in the future');
    if (inProgress.expectedOn > addYears(today, farthestStudies))
      report('inProgress.expectedOn', 'is too far ahead');
  },
  experience: ({ periods }, today, report) => {
    periods.forEach(({ from, to }, index) => {
      if (from > today) report(`periods.${index}.from`, 'is in the future');
      if (from < addYears(today, -oldest)) report(`periods.${index}.from`, 'is too long ago');
      if (to === null) return;
      if (to < from) report(`periods.${index}.to`, 'is before the first day');
      if (to > today)
        report(`periods.${index}.to`, 'is in the future; leave it empty while the work goes on');
    });
  },
  french: ({ test }, today, report) => {
    if (test === null) return;
    if (test.date > today) report('test.date', 'is in the future');
    if (test.date < firstFrenchTest) report('test.date', 'is before the test existed');
    const isLow = test.level.startsWith('A') || test.level.startsWith('B');
    if (test.type === 'DELF' && !isLow) report('test.level', 'the DELF has levels A1 to B2');
    if (test.type === 'DALF' && isLow) report('test.level', 'the DALF has levels C1 and C2');
  },
  funding: () => {},
};

/**
 * What is wrong in the sections given, as seen on the civil date `today`; empty when all of it is right.
 * Paths begin with `sections.`, as in the call that fills in an application. Sections not given are not judged.
 */
export function issuesIn(facts: PartialFacts, today: string): Issue[] {
  return sectionNames.flatMap((name) => issuesOf(name, facts, today));
}

function issuesOf<S extends Section>(name: S, facts: PartialFacts, today: string): Issue[] {
  const section = facts[name] as ApplicantFacts[S] | undefined;
  if (section === undefined) return [];
  const issues: Issue[] = [];
  const check: Check<S> = checks[name];
  check(section, today, (path, message) => issues.push({ path: `sections.${name}.${path}`, message }));
  return issues;
}

function country(code: string, path: string, report: Report): void {
  if (!isCountry(code)) report(path, 'is not a country of ISO 3166-1');
}

function diploma(
  { kind, issuerCountry, taughtIn, documentLanguage }: ApplicantFacts['lastDiploma'] | StudiedDiploma,
  at: string,
  today: string,
  report: Report,
): void {
  country(issuerCountry, `${at}issuerCountry`, report);
  if (kind === 'FOREIGN' && isFrench(issuerCountry, today))
    report(`${at}kind`, 'a diploma issued in France is not foreign');
  if (!isLanguage(taughtIn)) report(`${at}taughtIn`, 'is not a language of ISO 639-1');
  if (!isLanguage(documentLanguage)) report(`${at}documentLanguage`, 'is not a language of ISO 639-1');
}

type StudiedDiploma = NonNullable<ApplicantFacts['studies']['inProgress']>;
