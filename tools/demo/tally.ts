import type { Addresses } from '../client/addresses.ts';
import { until, type Schemas } from '../client/api.ts';
import { Inbox, type Mail } from '../client/inbox.ts';
import { fates } from './fates.ts';
import type { Person } from './many.ts';
import { together } from './together.ts';

/** Cents that an application brought and that were given back. */
interface Money {
  fee: number;
  deposit: number;
  refunded: number;
}

/** What three who keep books of their own say of one person: the platform, the card provider, and the inbox. */
interface Seen {
  readonly person: Person;
  readonly state: Schemas['ApplicationState'];
  readonly ledger: Money;
  readonly provider: Money;
  readonly letters: readonly string[];
  /** Mails that arrived, and copies of them that arrived again. */
  readonly mails: number;
  readonly copies: number;
  readonly wrong: readonly string[];
}

interface Charge {
  id: string;
  amount: number;
  paid: boolean;
  metadata: Record<string, string>;
}
interface Books {
  charges: Charge[];
  refunds: { charge: string; amount: number; status: string }[];
}

/**
 * Compares what became of everybody with the fates, the ledger with the provider's own list, and the letters with the mails that
 * arrived; prints the table of counts, and throws when anything disagrees. `copiesAllowed`: how many mails may have come twice, as
 * SMTP cannot tell whether the mail before a crash had left.
 */
export async function tally(
  addresses: Addresses,
  people: readonly Person[],
  copiesAllowed: number,
): Promise<void> {
  if (addresses.provider === undefined) throw new Error('the books of the card provider cannot be read here');
  const inbox = new Inbox(addresses.inbox);
  await together(people, 5, lettersAreSent);
  const books = await booksOf(addresses.provider);
  const seen: Seen[] = [];
  await together(people, 5, async (person) => void seen.push(await look(person, books, inbox)));

  printFates(seen);
  printSums(seen);
  const copies = seen.reduce((sum, one) => sum + one.copies, 0);
  const wrong = seen.flatMap((one) => one.wrong);
  if (copies > copiesAllowed) wrong.push(`${copies} mails came again, at most ${copiesAllowed} could`);
  if (wrong.length > 0) throw new Error(`The books disagree:\n  ${wrong.join('\n  ')}`);
}

/** The last letters may be on their way. */
async function lettersAreSent({ candidate, fate }: Person): Promise<void> {
  await until(`${fate.ends.letters.length} letters sent to ${candidate.email} (${fate.name})`, async () => {
    const letters = await candidate.letters();
    return letters.length >= fate.ends.letters.length && letters.every(({ state }) => state === 'sent');
  });
}

async function look(person: Person, books: Books, inbox: Inbox): Promise<Seen> {
  const { candidate, applicationId, fate } = person;
  const { state } = await candidate.application(applicationId);
  const orders = fate.ends.fee > 0 || fate.stopsAt === 'fee' ? await candidate.orders(applicationId) : [];
  const letters = await candidate.letters();
  const mails = await inbox.mailsTo(candidate.email);
  const distinct = [...new Map(mails.map((mail) => [mail.messageId, mail])).values()];
  const ledger = ledgerOf(orders);
  const provider = providerOf(orders, books);
  const names = letters.map(({ template }) => template);

  const wrong: string[] = [];
  const same = (what: string, got: unknown, wanted: unknown) => {
    if (JSON.stringify(got) !== JSON.stringify(wanted))
      wrong.push(
        `${candidate.email} (${fate.name}): ${what} ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`,
      );
  };
  const { fee, deposit, refunded } = fate.ends;
  same('state', state, fate.ends.state);
  same('ledger', ledger, { fee, deposit, refunded });
  same('the provider holds', provider, { fee, deposit, refunded });
  same(
    'declined charges',
    declinedOf(orders, books),
    fate.cards.filter((card) => card === 'declined').length,
  );
  same('letters', names.toSorted(), fate.ends.letters.toSorted());
  same('mails', subjects(distinct.filter(isAboutApplication)), subjects(letters));
  return {
    person,
    state,
    ledger,
    provider,
    letters: names,
    mails: distinct.filter(isAboutApplication).length,
    copies: mails.length - distinct.length,
    wrong,
  };
}

const subjects = (of: readonly { subject: string }[]) => of.map(({ subject }) => subject).toSorted();

/** Not the link that confirms the address: letters with a secret link are not listed. */
const isAboutApplication = ({ text }: Mail) => !/[?&]token=/.test(text);

function ledgerOf(orders: readonly Schemas['Order'][]): Money {
  const money = { fee: 0, deposit: 0, refunded: 0 };
  for (const { product, state, amount, balance } of orders) {
    if (state !== 'paid') continue;
    money[product === 'DEPOSIT' ? 'deposit' : 'fee'] += amount.amount;
    money.refunded += amount.amount - (balance?.amount ?? 0);
  }
  return money;
}

function providerOf(orders: readonly Schemas['Order'][], { charges, refunds }: Books): Money {
  const money = { fee: 0, deposit: 0, refunded: 0 };
  for (const { id, product } of orders)
    for (const charge of charges.filter(({ paid, metadata }) => paid && metadata['order'] === id)) {
      money[product === 'DEPOSIT' ? 'deposit' : 'fee'] += charge.amount;
      money.refunded += refunds
        .filter((refund) => refund.charge === charge.id && refund.status !== 'failed')
        .reduce((sum, refund) => sum + refund.amount, 0);
    }
  return money;
}

function declinedOf(orders: readonly Schemas['Order'][], { charges }: Books): number {
  const ids = new Set(orders.map(({ id }) => id));
  return charges.filter(({ paid, metadata }) => !paid && ids.has(metadata['order'] ?? '')).length;
}

async function booksOf(provider: string): Promise<Books> {
  const answer = await fetch(new URL('/emulator/everything', provider));
  if (!answer.ok) throw new Error(`the card emulator answered ${answer.status}`);
  return (await answer.json()) as Books;
}

function printFates(seen: readonly Seen[]): void {
  console.log(`\n${row('fate', 'people', 'state', 'fee', 'deposit', 'refunded', 'mails')}`);
  for (const fate of fates) {
    const those = seen.filter(({ person }) => person.fate.name === fate.name);
    if (those.length === 0) continue;
    const sum = (what: (one: Seen) => number) => those.reduce((total, one) => total + what(one), 0);
    console.log(
      row(
        fate.name,
        those.length,
        [...new Set(those.map(({ state }) => state))].join(', '),
        euros(sum(({ ledger }) => ledger.fee)),
        euros(sum(({ ledger }) => ledger.deposit)),
        euros(sum(({ ledger }) => ledger.refunded)),
        sum(({ mails }) => mails),
      ),
    );
  }
}

function printSums(seen: readonly Seen[]): void {
  const line = (who: string, money: (one: Seen) => Money, mails: (one: Seen) => number | string) => {
    const sum = (of: (one: Seen) => number) => seen.reduce((total, one) => total + of(one), 0);
    const counted = seen.map(mails);
    console.log(
      row(
        who,
        seen.length,
        '',
        euros(sum((one) => money(one).fee)),
        euros(sum((one) => money(one).deposit)),
        euros(sum((one) => money(one).refunded)),
        counted.some((one) => one === '')
          ? ''
          : counted.reduce<number>((total, one) => total + Number(one), 0),
      ),
    );
  };
  console.log('');
  line(
    'by the fates',
    ({ person }) => person.fate.ends,
    ({ person }) => person.fate.ends.letters.length,
  );
  line(
    'by the platform',
    ({ ledger }) => ledger,
    ({ letters }) => letters.length,
  );
  line(
    'by the card provider',
    ({ provider }) => provider,
    () => '',
  );
  line(
    'by the inbox',
    () => ({ fee: Number.NaN, deposit: Number.NaN, refunded: Number.NaN }),
    ({ mails }) => mails,
  );
  const copies = seen.reduce((sum, one) => sum + one.copies, 0);
  if (copies > 0) console.log(`Mails that came again: ${copies}.`);
}

const euros = (cents: number) => (Number.isNaN(cents) ? '' : `${cents / 100}`);

function row(fate: string, people: string | number, state: string, ...figures: (string | number)[]): string {
  const cells = figures.map((figure) => String(figure).padStart(9)).join('');
  return `  ${fate.padEnd(46)}${String(people).padStart(6)}  ${state.padEnd(15)}${cells}`;
}
