import { type derogations } from '@admissions/contracts/admissibility';
import { placesAnswered } from '@admissions/contracts/offers';
import type { placesRequested } from '@admissions/contracts/juries';
import { send, type DataOf, type Outgoing } from '@admissions/contracts/message';
import type { RuleSet } from './programme.ts';

/** Who has a place in the cohort of an intake, and what the jury sessions were answered (R10). */
export interface Cohort {
  readonly intakeId: string;
  /** By application; a place is held from the closing of the session until the offer comes to nothing. */
  readonly places: Readonly<Record<string, Place>>;
  /** By session: the last try that was answered. */
  readonly answered: Readonly<Record<string, number>>;
  /**
   * By session: which admissions its last try was refused for; empty when it has its places. Nothing is known of sessions that were
   * answered before this was kept.
   */
  readonly refusals?: Readonly<Record<string, readonly Refused[]>>;
}
export interface Place {
  readonly sessionId: string;
  readonly derogation?: string;
}

/** What bounds a cohort: the places of the programme and the shares of its rule set. */
export interface Bounds extends Pick<RuleSet, 'd30Share' | 'd40Share' | 'expectedShare'> {
  readonly capacity: number;
}

type Change = { state: Cohort; messages: Outgoing[] } | { ignored: string };
type Refused = DataOf<typeof placesAnswered>['refused'][number];
type Quota = Exclude<Refused['why'], 'CAPACITY'>;

const quotaOf: Record<(typeof derogations)[number], Quota> = {
  D30_M1: 'D30',
  D30_L3_3Y: 'D30',
  D40_VAPP: 'D40',
};

/**
 * Reserves places for the admissions of a session that closes: all of them or none. Those that do not fit are named, in the order
 * in which the session gave them. A further try of the session takes the place of the one before; the same one is answered again as
 * it was, because the session asks again when it hears nothing; an older one is ignored.
 */
export function reserve(
  cohort: Cohort | undefined,
  request: DataOf<typeof placesRequested>,
  bounds: Bounds,
): Change {
  const { sessionId, attempt, intakeId } = request;
  const before = cohort?.answered[sessionId] ?? 0;
  if (attempt < before) return { ignored: `try ${attempt} of ${sessionId}; ${before} was answered` };
  if (cohort && attempt === before) return answerAgain(cohort, request, bounds);
  const held = Object.entries(cohort?.places ?? {}).filter(([, place]) => place.sessionId !== sessionId);
  const others = Object.fromEntries(held);
  const refused = tooMany(others, request.admissions, bounds);
  const granted =
    refused.length > 0 ? [] : request.admissions.filter(({ applicationId }) => !others[applicationId]);
  const state: Cohort = {
    intakeId,
    places: {
      ...others,
      ...Object.fromEntries(granted.map((one) => [one.applicationId, placeOf(one, sessionId)])),
    },
    answered: { ...cohort?.answered, [sessionId]: attempt },
    refusals: { ...cohort?.refusals, [sessionId]: refused },
  };
  return { state, messages: [answer(request, refused)] };
}

type Request = DataOf<typeof placesRequested>;

function answer(
  { sessionId, attempt }: Request,
  refused: readonly Refused[],
  reserved = refused.length === 0,
) {
  return send(placesAnswered, { sessionId, attempt, reserved, refused: [...refused] });
}

/** The answer that was given, once more. It takes no place: it may come when the session has gone on, or has ended. */
function answerAgain(cohort: Cohort, request: Request, bounds: Bounds): Change {
  const refused = cohort.refusals?.[request.sessionId];
  return refused
    ? { state: cohort, messages: [answer(request, refused)] }
    : answerUnknown(cohort, request, bounds);
}

/**
 * A try that was answered before answers were kept had its places if all of its admissions have one. Otherwise it is sent back with
 * what is too many now, which may be nothing; its next try is counted anew.
 */
function answerUnknown(cohort: Cohort, request: Request, bounds: Bounds): Change {
  const reserved = request.admissions.every(({ applicationId }) => cohort.places[applicationId]);
  const refused = reserved ? [] : tooMany(cohort.places, request.admissions, bounds);
  return { state: cohort, messages: [answer(request, refused, reserved)] };
}

/** An admission came to nothing: its place is free again. */
export function free(cohort: Cohort | undefined, applicationId: string): Change {
  if (!cohort?.places[applicationId]) return { ignored: `${applicationId} has no place` };
  const { [applicationId]: _freed, ...places } = cohort.places;
  return { state: { ...cohort, places }, messages: [] };
}

type Admission = DataOf<typeof placesRequested>['admissions'][number];

function placeOf({ derogation }: Admission, sessionId: string): Place {
  return { sessionId, ...(derogation === undefined ? {} : { derogation }) };
}

/** The admissions that exceed the capacity or a quota, beside the places that are held. */
function tooMany(places: Cohort['places'], admissions: readonly Admission[], bounds: Bounds): Refused[] {
  const wanted = admissions.filter(({ applicationId }) => !places[applicationId]);
  const limits = limitsOf(Math.min(bounds.capacity, Object.keys(places).length + wanted.length), bounds);
  const count = countOf(Object.values(places));
  return wanted.flatMap(({ applicationId, derogation }): Refused[] => {
    const quota = quotaFor(derogation);
    const why = [...(quota ? [quota] : []), 'CAPACITY' as const].find((kind) => count[kind] >= limits[kind]);
    if (why) return [{ applicationId, why }];
    count.CAPACITY += 1;
    if (quota) count[quota] += 1;
    return [];
  });
}

type Counts = Record<Refused['why'], number>;

/**
 * R8 to R10: whole persons, `floor(share × projected cohort)`; the cohort is projected as who is admitted and has not left,
 * with the share of the places left that is expected to be taken.
 */
function limitsOf(admitted: number, { capacity, d30Share, d40Share, expectedShare }: Bounds): Counts {
  const projected = admitted + (capacity - admitted) * expectedShare;
  // Shares are decimal fractions: 0.29 × 100 is 28.999…96 in floating point and 29 in the regulation.
  const whole = (share: number) => Math.floor(share * projected + 1e-9);
  return { CAPACITY: capacity, D30: whole(d30Share), D40: whole(d40Share) };
}

function countOf(places: readonly Place[]): Counts {
  const under = (quota: Quota) => places.filter(({ derogation }) => quotaFor(derogation) === quota).length;
  return { CAPACITY: places.length, D30: under('D30'), D40: under('D40') };
}

function quotaFor(derogation: string | undefined): Quota | undefined {
  if (derogation === undefined) return undefined;
  if (!Object.hasOwn(quotaOf, derogation)) throw new Error(`there is no derogation ${derogation}`);
  return quotaOf[derogation as keyof typeof quotaOf];
}
