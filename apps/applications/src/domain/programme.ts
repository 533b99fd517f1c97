import { civilDate, slug } from '@admissions/contracts/ids';
import { money } from '@admissions/contracts/money';
import type { ProgrammeView } from '@admissions/contracts/applications';
import { z } from 'zod';

/** A figure of the rules; what it is for stands in the rulebook under the number given. */
const price = money.refine(({ amount }) => amount > 0, { path: ['amount'], message: 'is not a price' });
const count = (max: number) => z.number().int().positive().max(max);

const share = z.number().min(0).max(1);

/** The figures that an intake applies, as one version with its source: never constants of the code. */
export const ruleSet = z.strictObject({
  version: z.string().trim().min(1).max(40),
  /** Where the figures come from: the regulation and its year. */
  source: z.string().trim().min(1).max(300),
  /** R78. */
  applicationFee: price,
  /** R87. */
  deposit: price,
  /** R28. */
  admissibilityBusinessDays: count(60),
  /** R35. */
  juryBusinessDays: count(60),
  /** R64. */
  depositWindowDays: count(180),
  /** R18. */
  transcriptsYears: count(10),
  /** R23. */
  impliedRefusalMonths: count(12),
  /** R82, R83: the days in which a distance contract may be withdrawn from. */
  withdrawalDays: count(60).default(14),
  /** R89: the days after its signature in which who pays the course alone may leave the training contract. */
  coolingOffDays: count(60).default(10),
  /** R8, R10: the largest share of the projected cohort that may be admitted by a derogation of this kind. */
  d30Share: share.default(0.3),
  /** R9, R10: the same for prior-learning validation. */
  d40Share: share.default(0.4),
  /** R10: which share of the places that are left is expected to be taken. */
  expectedShare: share.default(1),
});
export type RuleSet = z.infer<typeof ruleSet>;

export const intake = z.strictObject({
  id: slug,
  label: z.string().trim().min(1).max(100),
  startsOn: civilDate,
  opensOn: civilDate,
  closesOn: civilDate,
  ruleSet,
});
export type Intake = z.infer<typeof intake>;

export const programme = z.strictObject({
  id: slug,
  title: z.string().trim().min(1).max(200),
  /** R1: without an accreditation there is no Mastère Spécialisé. */
  accreditationNumber: z.string().trim().min(1).max(60),
  accreditedUntil: civilDate,
  /** R3. */
  rhythm: z.enum(['ALTERNANCE', 'FULL_TIME', 'PART_TIME']).default('ALTERNANCE'),
  ects: z.number().int().positive().max(300),
  durationMonths: z.number().int().positive().max(60),
  taughtHours: z.number().int().positive().max(5000),
  missionMonths: z.number().positive().max(36),
  tuition: price,
  capacity: z.number().int().positive().max(1000),
  /** R11: shown before the fee is paid. */
  prerequisites: z.array(z.string().trim().min(1).max(1000)).max(30).default([]),
  intakes: z.array(intake).max(30),
});
/** An intake as it is kept: `unnamed` since the catalogue no longer names it. */
export type KeptIntake = Intake & { readonly unnamed?: true };
export type Programme = Omit<z.infer<typeof programme>, 'intakes'> & {
  readonly intakes: readonly KeptIntake[];
};

/** What a school writes in its catalogue file. */
export const catalogue = z.strictObject({ programmes: z.array(programme).min(1).max(200) });
export type Catalogue = { readonly programmes: readonly Programme[] };

/** Something wrong or unusual in a catalogue: where (keys and indexes from the top) and what. */
export interface CatalogueRemark {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What makes a catalogue unusable beyond its form: R1, dates out of order, names used twice. Empty when all is right. */
export function errorsIn({ programmes }: Catalogue): CatalogueRemark[] {
  const inIntakes = programmes.flatMap(({ intakes, accreditedUntil }, p) =>
    intakes.flatMap((intake, i) =>
      intakeErrors(intake, accreditedUntil).map(([field, message]) => ({
        path: ['programmes', p, 'intakes', i, field],
        message,
      })),
    ),
  );
  return [...inIntakes, ...repeatedIds(programmes)];
}

function intakeErrors(
  { startsOn, opensOn, closesOn }: Intake,
  accreditedUntil: string,
): [keyof Intake, string][] {
  const rows: [boolean, keyof Intake, string][] = [
    [
      startsOn > accreditedUntil,
      'startsOn',
      `starts after the accreditation ends on ${accreditedUntil} (R1)`,
    ],
    [closesOn < opensOn, 'closesOn', 'closes before it opens'],
    [closesOn > startsOn, 'closesOn', 'closes after the intake has started'],
  ];
  return rows.filter(([isWrong]) => isWrong).map(([, field, message]) => [field, message]);
}

/** Intake ids are unique across programmes: candidates name the intake alone. */
function repeatedIds(programmes: readonly Programme[]): CatalogueRemark[] {
  const named = programmes.flatMap(({ id, intakes }, p) => [
    { key: `programme ${id}`, path: ['programmes', p, 'id'] },
    ...intakes.map((intake, i) => ({
      key: `intake ${intake.id}`,
      path: ['programmes', p, 'intakes', i, 'id'],
    })),
  ]);
  return named
    .filter(({ key }, index) => named.findIndex((other) => other.key === key) < index)
    .map(({ key, path }) => ({ path, message: `${key} is named twice` }));
}

/** What differs from the usual shape of a Mastère Spécialisé (R2, R90): accreditation files may differ, so it only warns. */
export function warningsIn({ programmes }: Catalogue): CatalogueRemark[] {
  return programmes.flatMap((programme, p) =>
    shapeWarnings(programme).map(([field, message]) => ({ path: ['programmes', p, field], message })),
  );
}

function shapeWarnings(programme: Programme): [string, string][] {
  const { ects, taughtHours, missionMonths, durationMonths, tuition, intakes } = programme;
  const cap = Math.floor(tuition.amount * 0.3);
  const rows: [boolean, string, string][] = [
    [ects !== 75, 'ects', 'a Mastère Spécialisé has 75 ECTS (R2)'],
    [taughtHours < 350, 'taughtHours', 'the taught part has at least 350 hours (R2)'],
    [missionMonths < 4, 'missionMonths', 'the mission lasts at least 4 months (R2)'],
    [durationMonths < 12 || durationMonths > 24, 'durationMonths', 'it lasts 12 to 24 months (R2)'],
    [
      intakes.some(({ ruleSet }) => ruleSet.deposit.amount > cap),
      'tuition',
      'a deposit is more than 30 % of the price (R90)',
    ],
  ];
  return rows.filter(([isUnusual]) => isUnusual).map(([, field, message]) => [field, message]);
}

/**
 * Why a programme may not replace the one already kept: figures changed under the same version of a rule set.
 * Candidates who started with a version must find its figures unchanged. Undefined when it may.
 */
export function versionReused(kept: Programme, next: Programme): string | undefined {
  const known = new Map(kept.intakes.map(({ id, ruleSet }) => [id, ruleSet]));
  const clash = next.intakes.find(({ id, ruleSet }) => {
    const before = known.get(id);
    return before?.version === ruleSet.version && figuresOf(before) !== figuresOf(ruleSet);
  });
  return (
    clash &&
    `intake ${clash.id}: the figures of rule set "${clash.ruleSet.version}" changed; give them a new version`
  );
}

function figuresOf({ source: _source, ...figures }: RuleSet): string {
  return JSON.stringify(ruleSet.parse({ ...figures, source: '-' }));
}

/**
 * A programme of the catalogue with the intakes that the file no longer names. They stay, closed for who has not applied: those
 * who have are still interviewed, decided on and given places by their figures (R10). One that the file names elsewhere is not kept.
 */
export function withUnnamed(kept: Programme | undefined, next: Programme, catalogue: Catalogue): Programme {
  const named = new Set(catalogue.programmes.flatMap(({ intakes }) => intakes.map(({ id }) => id)));
  const unnamed = (kept?.intakes ?? []).filter(({ id }) => !named.has(id));
  if (unnamed.length === 0) return next;
  return {
    ...next,
    intakes: [...next.intakes, ...unnamed.map((one) => ({ ...one, unnamed: true as const }))],
  };
}

/** The intakes of a kept programme that the catalogue names under another one, and under which. */
export function movedIntakes(kept: Programme, { programmes }: Catalogue): { id: string; to: string }[] {
  return kept.intakes.flatMap(({ id }) => {
    const to = programmes.find((other) => other.id !== kept.id && intakeOf(other, id))?.id;
    return to === undefined ? [] : [{ id, to }];
  });
}

/** True when candidates may apply for the intake on the civil date `today`; both ends count. */
export function isOpen({ opensOn, closesOn, unnamed }: KeptIntake, today: string): boolean {
  return unnamed !== true && opensOn <= today && today <= closesOn;
}

/** The intake of a programme by its id, if it still has it. */
export function intakeOf({ intakes }: Programme, intakeId: string): KeptIntake | undefined {
  return intakes.find(({ id }) => id === intakeId);
}

/** What the public sees of a programme on the civil date `today`. */
export function programmeView(programme: Programme, today: string): ProgrammeView {
  const { id, title, rhythm, durationMonths, tuition, capacity, prerequisites } = programme;
  const intakes = programme.intakes.map((intake) => ({
    id: intake.id,
    label: intake.label,
    startsOn: intake.startsOn,
    opensOn: intake.opensOn,
    closesOn: intake.closesOn,
    isOpen: isOpen(intake, today),
    applicationFee: intake.ruleSet.applicationFee,
    deposit: intake.ruleSet.deposit,
  }));
  return { id, title, rhythm, durationMonths, tuition, capacity, prerequisites, intakes };
}

/** The fields of a programme that differ, as dotted paths, for the log of an import. */
export function changedFields(kept: Programme, next: Programme): string[] {
  const before = leavesOf(kept);
  const after = leavesOf(next);
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .sort();
}

function leavesOf(value: unknown, path = ''): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map([[path, value]]);
  return new Map(
    Object.entries(value).flatMap(([key, part]) => [...leavesOf(part, path === '' ? key : `${path}.${key}`)]),
  );
}
