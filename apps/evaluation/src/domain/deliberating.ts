import type { placesAnswered } from '@admissions/contracts/offers';
import { decisionRecorded, placesRequested } from '@admissions/contracts/juries';
import { send, type DataOf, type Outgoing } from '@admissions/contracts/message';
import { refuse, type Refusal } from '@admissions/contracts/problem';
import { juryNews, staying } from './convening.ts';
import {
  fileOf,
  decidersOf,
  holdsQuorum,
  juryOf,
  otherwise,
  sessionMoves,
  sessionPermits,
  type Closed,
  type Closing,
  type Decision,
  type JuryFile,
  type JurySession,
  type Minutes,
  type Open,
} from './jury-session.ts';
import type { Ignored, Outcome } from './outcome.ts';

type Decided = Outcome<JurySession> | Refusal;

/** The chair opens the session with those present; chair among them and the quorum reached (R36). */
export function open(session: JurySession, present: readonly string[], now: Date): Decided {
  if (!sessionPermits('open', session)) return refuse(otherwise(session));
  const jury = juryOf(session);
  const here = [...new Set(present)];
  if (here.some((member) => !jury.includes(member)))
    return refuse('invalid-input', 'somebody present is not of this jury');
  const { quorum, chairId } = session;
  if (!here.includes(chairId) || here.length < quorum)
    return refuse('quorum-missing', undefined, { quorum, present: here.length });
  const state: Open = {
    ...session,
    present: here,
    openedAt: now.toISOString(),
    state: sessionMoves.open.to,
  };
  return { state, messages: [juryNews(state)] };
}

/**
 * The chair lets in a member of the jury who comes after the opening, so that the quorum may hold again (R36). Ignored for who is
 * present already; refuses who is not of this jury.
 */
export function letIn(session: JurySession, memberId: string, now: Date): Decided | Ignored {
  if (!sessionPermits('let-in', session)) return refuse(otherwise(session));
  if (!juryOf(session).includes(memberId)) return refuse('invalid-input', 'who comes is not of this jury');
  if (session.present.includes(memberId)) return { ignored: 'present already' };
  const state: Open = {
    ...session,
    present: [...session.present, memberId],
    arrivals: [...(session.arrivals ?? []), { memberId, at: now.toISOString() }],
  };
  return { state, messages: [] };
}

/**
 * Records what the session decides on one file, in the place of what it decided before. Written down by a member who is present
 * and not recused; refuses when the quorum does not hold for this file (R36), and to turn somebody down without a ground, as the
 * letter promises the grounds to who asks for them (R71).
 */
export function decide(
  session: JurySession,
  applicationId: string,
  decision: Omit<Decision, 'at'>,
  now: Date,
): Decided {
  if (!sessionPermits('decide', session)) return refuse(otherwise(session));
  const file = fileOf(session, applicationId);
  if (!file) return refuse('not-found');
  if (!decidersOf(session, file).includes(decision.by))
    return refuse('permission-missing', 'only members who are present and not recused decide on a file');
  if (!holdsQuorum(session, file)) return refuse('quorum-missing', undefined, missingQuorum(session, [file]));
  if (decision.conditionalOn !== undefined && decision.outcome !== 'ADMITTED')
    return refuse('invalid-input', 'only an admission has a condition');
  if (lacksGrounds(decision)) return refuse('grounds-missing');
  const decided = { ...file, decision: { ...decision, at: now.toISOString() } };
  return { state: { ...session, files: replaced(session, decided) }, messages: [] };
}

/** A member declares a conflict of interest on one file; a decision in which they took part must be taken again (R36). */
export function recuseFromFile(
  session: JurySession,
  applicationId: string,
  { memberId, reason }: { memberId: string; reason: string },
  now: Date,
): Decided | Ignored {
  if (!sessionPermits('recuse', session)) return refuse(otherwise(session));
  const file = fileOf(session, applicationId);
  if (!file) return refuse('not-found');
  if (file.recusals.some((recusal) => recusal.memberId === memberId)) return { ignored: 'recused already' };
  const tookPart = session.state === 'open' && session.present.includes(memberId);
  const { decision, ...undecided } = file;
  const recusals = [...file.recusals, { memberId, reason, at: now.toISOString() }];
  const next: JuryFile = {
    ...undecided,
    recusals,
    ...(decision && !tookPart ? { decision } : {}),
  };
  return { state: { ...session, files: replaced(session, next) }, messages: [] };
}

/**
 * The chair closes and signs: every file decided, by a quorum that holds for it, and nobody turned down without a ground. Places are asked for first (R10); the decisions
 * are sealed when they are reserved. Ignored while it is closing already.
 */
export function close(session: JurySession, by: string, now: Date): Decided | Ignored {
  if (session.state === 'closing') return { ignored: 'closing already' };
  if (!sessionPermits('close', session)) return refuse(otherwise(session));
  const undecided = session.files.filter(({ decision }) => decision === undefined);
  if (undecided.length > 0) return refuse('decisions-missing', undefined, named(undecided));
  // Recorded before grounds were asked for.
  const groundless = session.files.filter(({ decision }) => decision && lacksGrounds(decision));
  if (groundless.length > 0) return refuse('grounds-missing', undefined, named(groundless));
  const weak = session.files.filter((file) => !holdsQuorum(session, file));
  if (weak.length > 0) return refuse('quorum-missing', undefined, missingQuorum(session, weak));
  const state: Closing = {
    ...session,
    state: sessionMoves.close.to,
    attempt: session.attempt + 1,
    refused: [],
    closing: {
      by,
      at: now.toISOString(),
    },
  };
  return { state, messages: [requestPlaces(state), juryNews(state)] };
}

/** Who signs, and under which number; taken from their series and the contacts before the seal. */
export type Signature = Omit<Minutes, 'signedAt'>;

/**
 * When places are asked for again if no answer comes: a minute after the close, then after twice as long each time, an hour at most.
 */
export function askAgainAt(session: JurySession): Date | undefined {
  if (session.state !== 'closing') return undefined;
  const { at, again } = session.closing;
  return again ? new Date(again.next) : after(new Date(at), firstPatienceMs);
}

/** Asks for places once more under the same number, as the question or its answer may be lost (R10); ignored before its time. */
export function askAgain(session: JurySession, now: Date): Outcome<JurySession> | Ignored {
  if (!sessionPermits('ask-again', session)) return { ignored: `the session is ${session.state}` };
  const due = askAgainAt(session);
  if (due && due > now) return { ignored: `places are asked for again at ${due.toISOString()}` };
  const times = (session.closing.again?.times ?? 0) + 1;
  const next = after(now, Math.min(firstPatienceMs * 2 ** times, longestPatienceMs)).toISOString();
  const state: Closing = { ...session, closing: { ...session.closing, again: { times, next } } };
  return { state, messages: [requestPlaces(state)] };
}

const firstPatienceMs = 60_000;
const longestPatienceMs = 3_600_000;

function after(start: Date, ms: number): Date {
  return new Date(start.getTime() + ms);
}

/**
 * The cohort has the places: all decisions become final in this one revision, and each is told once (R35), also of who left after the
 * close, so that the place that is reserved for them is given back. The chair signed when closing. An answer to another try, or one that comes again, is ignored.
 */
export function seal(
  session: JurySession,
  attempt: number,
  signature: Signature,
  now: Date,
): Outcome<JurySession> | Ignored {
  if (!awaits(session, attempt)) return { ignored: notAwaited(session, attempt) };
  const { closing, ...sitting } = session;
  const minutes = { ...signature, signedAt: closing.at };
  const state: Closed = {
    ...sitting,
    state: sessionMoves.seal.to,
    closedAt: now.toISOString(),
    minutes,
  };
  return { state, messages: [...state.files.map((file) => tell(state, file)), juryNews(state)] };
}

/**
 * The cohort has not the places or the quota: the session is open again, without those who left meanwhile, and says which files are
 * too many (R10).
 */
export function sendBack(
  session: JurySession,
  { attempt, refused }: Pick<DataOf<typeof placesAnswered>, 'attempt' | 'refused'>,
): Outcome<JurySession> | Ignored {
  if (!awaits(session, attempt)) return { ignored: notAwaited(session, attempt) };
  const { closing: _closing, ...sitting } = session;
  const files = staying(session.files, session.left);
  const tooMany = refused.filter(({ applicationId }) => !session.left.includes(applicationId));
  const state: Open = { ...sitting, files, state: sessionMoves['send-back'].to, refused: tooMany };
  return { state, messages: [juryNews(state)] };
}

/** True when the session waits for the answer to this try. */
export function awaits(session: JurySession, attempt: number): session is Closing {
  return session.state === 'closing' && session.attempt === attempt;
}

function notAwaited({ state, attempt }: JurySession, answered: number): string {
  return `the session is ${state} after try ${attempt}; this answers try ${answered}`;
}

function requestPlaces({ id, attempt, intakeId, files }: Closing): Outgoing {
  const admissions = files
    .filter(({ decision }) => decision?.outcome === 'ADMITTED')
    .map(({ applicationId, derogation }) => ({
      applicationId,
      ...(derogation === undefined ? {} : { derogation }),
    }));
  return send(placesRequested, { sessionId: id, attempt, intakeId, admissions });
}

/** In which capacity the minutes are signed (R68). */
export const chairCapacity = 'présidence du jury d’admission';

function tell({ id, minutes }: Closed, { applicationId, decision }: JuryFile): Outgoing {
  if (!decision) throw new Error(`${applicationId} is sealed without a decision`);
  const { outcome, grounds, conditionalOn } = decision;
  return send(decisionRecorded, {
    sessionId: id,
    applicationId,
    outcome,
    grounds: [...grounds],
    ...(conditionalOn === undefined ? {} : { conditionalOn }),
    signedAt: minutes.signedAt,
    signedBy: `${minutes.signedBy.name}, ${chairCapacity}`,
  });
}

function lacksGrounds({ outcome, grounds }: Pick<Decision, 'outcome' | 'grounds'>): boolean {
  return outcome === 'NOT_ADMITTED' && grounds.length === 0;
}

function missingQuorum({ quorum }: Open, files: readonly JuryFile[]) {
  return { quorum, ...named(files) };
}

function named(files: readonly JuryFile[]) {
  return { applicationIds: files.map(({ applicationId }) => applicationId) };
}

function replaced({ files }: JurySession, next: JuryFile): JuryFile[] {
  return files.map((file) => (file.applicationId === next.applicationId ? next : file));
}
