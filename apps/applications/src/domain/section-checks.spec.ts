import { describe, expect, it } from '@jest/globals';
import type { PartialFacts } from '@admissions/contracts/applicant-facts';
import { frenchGraduate } from '../../test/facts.ts';
import { issuesIn } from './section-checks.ts';

const today = '2026-11-24';
const { identity, nationality, residence, address, lastDiploma, experience, french } = frenchGraduate;
const [job] = experience.periods;
const { awardedOn: _past, ...studied } = lastDiploma;
const studying = (changes: object) => ({
  studies: { inProgress: { ...studied, expectedOn: '2027-07-10', ...changes } },
});
const working = (changes: object) => ({ experience: { periods: [{ ...job!, ...changes }] } });
const tested = (type: string, level: string, date = '2024-05-01') => ({
  french: { ...french, test: { type, level, date } },
});

describe('sections of the form', () => {
  it('are right as a candidate fills them in', () => {
    expect(issuesIn(frenchGraduate, today)).toEqual([]);
    expect(issuesIn({}, today)).toEqual([]);
  });

  it.each<[string, object, string | undefined]>([
    ['born tomorrow', { identity: { ...identity, birthDate: '2026-11-25' } }, 'identity.birthDate'],
    ['16 years old today', { identity: { ...identity, birthDate: '2010-11-24' } }, undefined],
    ['16 years old tomorrow', { identity: { ...identity, birthDate: '2010-11-25' } }, 'identity.birthDate'],
    ['born in 1890', { identity: { ...identity, birthDate: '1890-01-01' } }, 'identity.birthDate'],
    [
      'born in a country that does not exist',
      { identity: { ...identity, birthCountry: 'QQ' } },
      'identity.birthCountry',
    ],
    [
      'of a nationality that does not exist',
      { nationality: { nationalities: ['FR', 'QQ'] } },
      'nationality.nationalities.1',
    ],
    [
      'of one nationality twice',
      { nationality: { nationalities: ['FR', 'FR'] } },
      'nationality.nationalities.1',
    ],
    [
      'of the nationality of an overseas territory',
      { nationality: { nationalities: ['RE'] } },
      'nationality.nationalities.0',
    ],
    ['from Kosovo', { nationality: { nationalities: ['XK'] } }, undefined],
    ['from Québec', { nationality: { nationalities: ['CA'], originSubdivision: 'CA-QC' } }, undefined],
    [
      'from Québec but French',
      { nationality: { ...nationality, originSubdivision: 'CA-QC' } },
      'nationality.originSubdivision',
    ],
    ['living nowhere', { residence: { ...residence, country: 'ZZ' } }, 'residence.country'],
    ['with an address nowhere', { address: { ...address, country: 'ZZ' } }, 'address.country'],
    ['with a diploma of today', { lastDiploma: { ...lastDiploma, awardedOn: today } }, undefined],
    [
      'with a diploma of tomorrow',
      { lastDiploma: { ...lastDiploma, awardedOn: '2026-11-25' } },
      'lastDiploma.awardedOn',
    ],
    ['with a diploma of this year', { lastDiploma: { ...lastDiploma, awardedOn: '2026' } }, undefined],
    [
      'with a diploma of next year',
      { lastDiploma: { ...lastDiploma, awardedOn: '2027' } },
      'lastDiploma.awardedOn',
    ],
    [
      'with a foreign diploma of France',
      { lastDiploma: { ...lastDiploma, kind: 'FOREIGN' } },
      'lastDiploma.kind',
    ],
    [
      'taught in a language that does not exist',
      { lastDiploma: { ...lastDiploma, taughtIn: 'xx' } },
      'lastDiploma.taughtIn',
    ],
    ['studying until July', studying({}), undefined],
    ['studying until today', studying({ expectedOn: today }), 'studies.inProgress.expectedOn'],
    ['studying for ever', studying({ expectedOn: '2036-01-01' }), 'studies.inProgress.expectedOn'],
    ['studying nowhere', studying({ issuerCountry: 'QQ' }), 'studies.inProgress.issuerCountry'],
    ['working from today', working({ from: today }), undefined],
    ['working from tomorrow', working({ from: '2026-11-25' }), 'experience.periods.0.from'],
    ['for a single day', working({ from: '2020-01-01', to: '2020-01-01' }), undefined],
    ['backwards', working({ from: '2020-01-02', to: '2020-01-01' }), 'experience.periods.0.to'],
    ['until tomorrow', working({ to: '2026-11-25' }), 'experience.periods.0.to'],
    ['with a DELF B2', tested('DELF', 'B2'), undefined],
    ['with a DELF C1', tested('DELF', 'C1'), 'french.test.level'],
    ['with a DALF B2', tested('DALF', 'B2'), 'french.test.level'],
    ['with a test of tomorrow', tested('TCF', 'B2', '2026-11-25'), 'french.test.date'],
    ['with a test of 1980', tested('TCF', 'B2', '1980-01-01'), 'french.test.date'],
  ])('a person %s', (_what, sections, path) => {
    const paths = issuesIn(sections as PartialFacts, today).map((issue) => issue.path);
    expect(paths).toEqual(path === undefined ? [] : [`sections.${path}`]);
  });

  it('names every mistake', () => {
    const issues = issuesIn(
      { residence: { ...residence, country: 'ZZ' }, address: { ...address, country: 'ZZ' } },
      today,
    );
    expect(issues.map(({ path }) => path)).toEqual([
      'sections.residence.country',
      'sections.address.country',
    ]);
  });
});
