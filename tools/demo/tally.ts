import type { Addresses } from '../client/addresses.ts';
import { ApiProblem, until, type Schemas } from '../client/api.ts';
import { Inbox, type Mail } from '../client/inbox.ts';
import { School } from '../client/school.ts';
import type { Person } from './many.ts';
import { readBooks, since, sumFor, unexplained, type Books } from './provider-books.ts';
import { deadLetters, untilQuiet } from './queues.ts';
import { printTable } from './table.ts';
import { together } from './together.ts';

/** Cents that an application brought and that were given back. */
export interface Money {
  fee: number;
  deposit: number;
  refunded: number;
}

/** What three who keep books of their own say of one person: the platform, the card provider, and the inbox. */
export interface Seen {
  readonly person: Person;
  readonly state: Schemas['ApplicationState'];
  readonly ledger: Money;
  readonly provider: Money;
  readonly letters: number;
  /** Mails that arrived, and copies of them that arrived again. */
  readonly mails: number;
  readonly copies: number;
  readonly orderIds: readonly string[];
  readonly slotId: string | undefined;
  readonly wrong: readonly string[];
}

/** What was there before anybody came. */
export interface Before {
  readonly books: Books;
  readonly dead: number;
}

/** Reads what is there before anybody comes. Throws when the books of the provider or the broker cannot be read. */
export async function lookBefore({ provider, broker }: Addresses): Promise<Before> {
  if (provider === undefined || broker === undefined)
    throw new Error('the books of the card provider and the queues of the broker cannot be read here');
  return { books: await readBooks(provider), dead: await deadLetters(broker) };
}

/**
 * Compares what became of everybody with the fates, the ledger and the refunds with the provider’s own list, and the letters with
 * the mails that arrived; prints the table of counts, and throws when anything disagrees. It looks once nothing moves any more.
 * `copiesAllowed`: how many mails may have come twice, as SMTP cannot tell whether the mail before a crash had left.
 */
export async function tally(
  addresses: Addresses,
  before: Before,
  people: readonly Person[],
  copiesAllowed: number,
): Promise<void> {
  const { provider, broker } = addresses;
  const school = await School.open(addresses);
  await together(people, 5, lettersAreSent);
  await untilQuiet(broker!);
  const books = since(before.books, await readBooks(provider!));
  const refunds = await school.refunds();
  const kept = await school.promises(['kept']);
  const inbox = new Inbox(addresses.inbox);
  const seen: Seen[] = [];
  await together(people, 5, async (person) => void seen.push(await look(person, { books, refunds, inbox })));
  const disagreeing = [...seen.flatMap(({ wrong }) => wrong), ...(await refundsThatMayNotBe(school, people))];

  printTable(seen);
  const copies = seen.reduce((sum, one) => sum + one.copies, 0);
  if (copies > copiesAllowed) disagreeing.push(`${copies} mails came again, at most ${copiesAllowed} could`);
  disagreeing.push(...unexplained(new Set(seen.flatMap(({ orderIds }) => orderIds)), books));
  disagreeing.push(
    ...doubles(
      'slot',
      seen.flatMap(({ slotId }) => slotId ?? []),
    ),
  );
  disagreeing.push(...promisesNotKept(people, kept));
  const dead = (await deadLetters(broker!)) - before.dead;
  if (dead > 0) disagreeing.push(`${dead} messages were given up (npm run messages -- list)`);
  if (disagreeing.length > 0) throw new Error(`The books disagree:\n  ${disagreeing.join('\n  ')}`);
}

/** The last letters may be on their way. */
async function lettersAreSent({ candidate, fate }: Person): Promise<void> {
  await until(`${fate.ends.letters.length} letters sent to ${candidate.email} (${fate.name})`, async () => {
    const letters = await candidate.letters();
    return letters.length >= fate.ends.letters.length && letters.every(({ state }) => state === 'sent');
  });
}

interface Sources {
  readonly books: Books;
  readonly refunds: readonly Schemas['Refund'][];
  readonly inbox: Inbox;
}

async function look(person: Person, { books, refunds, inbox }: Sources): Promise<Seen> {
  const { candidate, applicationId, fate } = person;
  const { state } = await candidate.application(applicationId);
  const orders = await ordersOf(person);
  const letters = await candidate.letters();
  const mails = await inbox.mailsTo(candidate.email);
  const distinct = [...new Map(mails.map((mail) => [mail.messageId, mail])).values()].filter(
    isAboutApplication,
  );
  const given = refunds.filter((refund) => refund.applicationId === applicationId);
  const ledger = ledgerOf(orders, given);
  const provider = providerOf(orders, books);
  const slotId = await slotOf(person);

  const wrong: string[] = [];
  const same = (what: string, got: unknown, wanted: unknown) => {
    if (JSON.stringify(got) === JSON.stringify(wanted)) return;
    const found = `${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`;
    wrong.push(`${candidate.email} (${fate.name}): ${what} ${found}`);
  };
  const { fee, deposit, refunded } = fate.ends;
  same('state', state, fate.ends.state);
  same('ledger', ledger, { fee, deposit, refunded });
  same('the provider holds', provider, { fee, deposit, refunded });
  const { declined } = sumFor(idsOf(orders), books);
  same('declined charges', declined, fate.cards.filter((card) => card === 'declined').length);
  const templates = letters.map(({ template }) => template);
  same('letters', sorted(templates), sorted(fate.ends.letters));
  same('mails', sorted(subjects(distinct)), sorted(subjects(letters)));
  same('a booked slot', slotId !== undefined, fate.ends.letters.includes('interview-booked'));
  return {
    person,
    state,
    ledger,
    provider,
    letters: letters.length,
    mails: distinct.length,
    copies: mails.length - new Set(mails.map(({ messageId }) => messageId)).size,
    orderIds: idsOf(orders),
    slotId,
    wrong,
  };
}

/** Nothing where orders are kept, as long as nothing was asked for. */
function ordersOf({ candidate, applicationId }: Person): Promise<Schemas['Order'][]> {
  return orNothing(candidate.orders(applicationId), []);
}

async function slotOf({ candidate, applicationId }: Person): Promise<string | undefined> {
  return (await orNothing(candidate.interview(applicationId), undefined))?.slot?.id;
}

function orNothing<T>(asked: Promise<T>, nothing: T): Promise<T> {
  return asked.catch((error: unknown) => {
    if (error instanceof ApiProblem && error.code === 'not-found') return nothing;
    throw error;
  });
}

const idsOf = (of: readonly { id: string }[]) => of.map(({ id }) => id);
const subjects = (of: readonly { subject: string }[]) => of.map(({ subject }) => subject);
const sorted = (words: readonly string[]) => words.toSorted((a, b) => a.localeCompare(b));

/** Not the link that confirms the address: letters with a secret link are not listed. */
const isAboutApplication = ({ text }: Mail) => !/[?&]token=/.test(text);

/** What the platform holds, by the balances of its ledger, and what it says it gave back. */
function ledgerOf(orders: readonly Schemas['Order'][], refunds: readonly Schemas['Refund'][]): Money {
  const back = (orderId: string) =>
    refunds
      .filter((refund) => refund.orderId === orderId && refund.state === 'succeeded')
      .reduce((sum, { amount }) => sum + amount.amount, 0);
  const brought = (product: Schemas['Order']['product']) =>
    orders
      .filter((order) => order.product === product)
      .reduce((sum, { id, balance }) => sum + (balance?.amount ?? 0) + back(id), 0);
  return {
    fee: brought('APPLICATION_FEE'),
    deposit: brought('DEPOSIT'),
    refunded: orders.reduce((sum, { id }) => sum + back(id), 0),
  };
}

function providerOf(orders: readonly Schemas['Order'][], books: Books): Money {
  const sum = (product: Schemas['Order']['product']) =>
    sumFor(idsOf(orders.filter((order) => order.product === product)), books);
  const [fee, deposit] = [sum('APPLICATION_FEE'), sum('DEPOSIT')];
  return { fee: fee.paid, deposit: deposit.paid, refunded: fee.refunded + deposit.refunded };
}

/** Tries to approve every refund of those who get nothing back; each must be refused. Gives those that were not, in words. */
async function refundsThatMayNotBe(school: School, people: readonly Person[]): Promise<string[]> {
  const [, second] = school.finance;
  const kept = new Map(
    people
      .filter(({ fate }) => fate.ends.refunded === 0)
      .map(({ applicationId, fate }) => [applicationId, fate.name]),
  );
  const wrong: string[] = [];
  for (const { id, applicationId, state } of await school.refunds()) {
    const fate = kept.get(applicationId);
    if (fate === undefined) continue;
    const { response } = await second.POST('/v1/refunds/{refundId}/approval', {
      params: { path: { refundId: id } },
    });
    if (response.status !== 409) wrong.push(`the refund ${id} (${fate}, ${state}) could be approved`);
  }
  return wrong;
}

function promisesNotKept(people: readonly Person[], kept: readonly Schemas['PromisedLetter'][]): string[] {
  const promises = new Set(kept.map(({ applicationId, kind }) => `${kind} ${applicationId}`));
  return people.flatMap(({ applicationId, fate }) => {
    const { letters } = fate.ends;
    const told = (names: readonly string[]) => names.some((name) => letters.includes(name));
    const owed = [
      ...(told(['admissible', 'not-admissible']) ? ['ADMISSIBILITY'] : []),
      ...(told(['admitted', 'not-admitted', 'decision-deferred']) ? ['JURY_DECISION'] : []),
    ];
    return owed
      .filter((kind) => !promises.has(`${kind} ${applicationId}`))
      .map((kind) => `the promise ${kind} to ${applicationId} (${fate.name}) is not kept in time`);
  });
}

function doubles(what: string, ids: readonly string[]): string[] {
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  return twice.map((id) => `the ${what} ${id} was given twice`);
}
