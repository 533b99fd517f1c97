import { describe, expect, it } from '@jest/globals';
import { figures } from '../../test/facts.ts';
import {
  catalogue,
  changedFields,
  errorsIn,
  isOpen,
  programmeView,
  movedIntakes,
  versionReused,
  warningsIn,
  withUnnamed,
  type Programme,
} from './programme.ts';

const programme: Programme = {
  id: 'donnees',
  title: 'Mastère Spécialisé® Données',
  accreditationNumber: 'MS-1',
  accreditedUntil: '2028-08-31',
  rhythm: 'ALTERNANCE',
  ects: 75,
  durationMonths: 12,
  taughtHours: 400,
  missionMonths: 6,
  tuition: { amount: 1_500_000, currency: 'EUR' },
  capacity: 25,
  prerequisites: [],
  intakes: [
    {
      id: 'donnees-2027',
      label: 'Septembre 2027',
      startsOn: '2027-09-06',
      opensOn: '2026-11-02',
      closesOn: '2027-07-15',
      ruleSet: figures,
    },
  ],
};
const [intake] = programme.intakes as [Programme['intakes'][number]];
const withIntake = (changes: object): Programme => ({ ...programme, intakes: [{ ...intake, ...changes }] });
const paths = (remarks: { path: readonly (string | number)[] }[]) =>
  remarks.map(({ path }) => path.join('.'));

describe('a catalogue', () => {
  it('has the form of the demonstration', () => {
    expect(catalogue.parse({ programmes: [programme] })).toEqual({ programmes: [programme] });
    expect(errorsIn({ programmes: [programme] })).toEqual([]);
    expect(warningsIn({ programmes: [programme] })).toEqual([]);
  });

  it.each<[string, object]>([
    ['a misspelt figure', withIntake({ ruleSet: { ...figures, depositWindowsDays: 3 } })],
    ['no fee', withIntake({ ruleSet: { ...figures, applicationFee: { amount: 0, currency: 'EUR' } } })],
    [
      'a fee in fractions of a cent',
      withIntake({ ruleSet: { ...figures, applicationFee: { amount: 80.5, currency: 'EUR' } } }),
    ],
    ['R1: no accreditation number', { ...programme, accreditationNumber: '' }],
    ['an id that is no name', { ...programme, id: 'Données 2027' }],
  ])('is refused with %s', (_what, wrong) => {
    expect(catalogue.safeParse({ programmes: [wrong] }).success).toBe(false);
  });

  it.each<[string, Programme, string]>([
    [
      'R1: an intake that starts after the accreditation',
      withIntake({ startsOn: '2028-09-01' }),
      'programmes.0.intakes.0.startsOn',
    ],
    [
      'an intake that closes before it opens',
      withIntake({ closesOn: '2026-11-01' }),
      'programmes.0.intakes.0.closesOn',
    ],
    [
      'an intake that closes after its start',
      withIntake({ closesOn: '2027-09-07' }),
      'programmes.0.intakes.0.closesOn',
    ],
  ])('is refused with %s', (_what, wrong, path) => {
    expect(paths(errorsIn({ programmes: [wrong] }))).toEqual([path]);
  });

  it('R1: an intake may start on the last day of the accreditation', () => {
    expect(errorsIn({ programmes: [withIntake({ startsOn: '2028-08-31' })] })).toEqual([]);
  });

  it('is refused when two things have one name', () => {
    const twin = { ...programme, id: 'energies' };
    expect(paths(errorsIn({ programmes: [programme, twin] }))).toEqual(['programmes.1.intakes.0.id']);
    expect(paths(errorsIn({ programmes: [programme, { ...programme, intakes: [] }] }))).toEqual([
      'programmes.1.id',
    ]);
  });

  it.each<[string, Partial<Programme>]>([
    ['ects', { ects: 60 }],
    ['taughtHours', { taughtHours: 349 }],
    ['missionMonths', { missionMonths: 3 }],
    ['durationMonths', { durationMonths: 25 }],
    ['tuition', { tuition: { amount: 149_900, currency: 'EUR' } }],
  ])('R2, R90: an unusual shape warns about %s', (field, changes) => {
    expect(paths(warningsIn({ programmes: [{ ...programme, ...changes }] }))).toEqual([
      `programmes.0.${field}`,
    ]);
  });
});

describe('an intake', () => {
  it.each([
    ['2026-11-01', false],
    ['2026-11-02', true],
    ['2027-07-15', true],
    ['2027-07-16', false],
  ])('on %s is open: %s', (today, open) => {
    expect(isOpen(intake, today)).toBe(open);
    expect(programmeView(programme, today).intakes[0]!.isOpen).toBe(open);
  });

  it('shows the figures of its rule set', () => {
    expect(programmeView(programme, '2026-11-24').intakes[0]).toMatchObject({
      applicationFee: { amount: 8000 },
      deposit: { amount: 45_000 },
    });
  });
});

describe('a changed programme', () => {
  it('names the fields that differ', () => {
    const changed = { ...withIntake({ label: 'Octobre 2027' }), capacity: 30 };
    expect(changedFields(programme, changed)).toEqual(['capacity', 'intakes.0.label']);
    expect(changedFields(programme, structuredClone(programme))).toEqual([]);
  });

  it('keeps the figures of a version: others need a new version', () => {
    const dearer = { ...figures, applicationFee: { amount: 9000, currency: 'EUR' as const } };
    expect(versionReused(programme, withIntake({ ruleSet: dearer }))).toContain('donnees-2027');
    expect(
      versionReused(programme, withIntake({ ruleSet: { ...dearer, version: '2027-2' } })),
    ).toBeUndefined();
    expect(
      versionReused(programme, withIntake({ ruleSet: { ...figures, source: 'Autre page' } })),
    ).toBeUndefined();
    expect(versionReused(programme, withIntake({ id: 'donnees-2028', ruleSet: dearer }))).toBeUndefined();
  });
});

describe('an intake that the catalogue no longer names', () => {
  const other: Programme = { ...programme, id: 'energies', intakes: [{ ...intake, id: 'energies-2027' }] };
  const without: Programme = { ...programme, intakes: [] };
  const inFile = (...programmes: Programme[]) => ({ programmes });

  it('is kept with its figures and closed, until it is named again', () => {
    const kept = withUnnamed(programme, without, inFile(without, other));
    expect(kept.intakes).toEqual([{ ...intake, unnamed: true }]);
    expect(isOpen(kept.intakes[0]!, intake.opensOn)).toBe(false);
    expect(programmeView(kept, intake.opensOn).intakes).toMatchObject([{ id: intake.id, isOpen: false }]);
    expect(withUnnamed(kept, without, inFile(without))).toEqual(kept);
    expect(withUnnamed(kept, programme, inFile(programme))).toEqual(programme);
    expect(withUnnamed(undefined, programme, inFile(programme))).toEqual(programme);
  });

  it('and that another programme of the file names moves there', () => {
    const taking = { ...other, intakes: [...other.intakes, intake] };
    expect(movedIntakes(programme, inFile(without, taking))).toEqual([{ id: intake.id, to: 'energies' }]);
    expect(movedIntakes(programme, inFile(programme, other))).toEqual([]);
    expect(withUnnamed(programme, without, inFile(without, taking)).intakes).toEqual([]);
  });

  it('cannot be marked so in the file', () => {
    expect(catalogue.safeParse(inFile(withIntake({ unnamed: true }))).success).toBe(false);
  });
});
