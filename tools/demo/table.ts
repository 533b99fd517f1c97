import { fates } from './fates.ts';
import type { Money, Seen } from './tally.ts';

/** Prints a line for each fate, then the sums by each who keeps books. */
export function printTable(seen: readonly Seen[]): void {
  console.log(`\n${row('fate', 'people', 'state', 'fee', 'deposit', 'refunded', 'mails')}`);
  for (const fate of fates) {
    const those = seen.filter(({ person }) => person.fate.name === fate.name);
    if (those.length === 0) continue;
    const states = [...new Set(those.map(({ state }) => state))].join(', ');
    const sums = sumOf(those.map(({ ledger }) => ledger));
    console.log(row(fate.name, those.length, states, ...sums, total(those.map(({ mails }) => mails))));
  }
  console.log('');
  const line = (who: string, money: readonly Money[] | undefined, mails: readonly number[] | undefined) =>
    console.log(
      row(who, seen.length, '', ...(money ? sumOf(money) : ['', '', '']), mails ? total(mails) : ''),
    );
  const ends = seen.map(({ person }) => person.fate.ends);
  line(
    'by the fates',
    ends,
    ends.map(({ letters }) => letters.length),
  );
  line(
    'by the platform',
    seen.map(({ ledger }) => ledger),
    seen.map(({ letters }) => letters),
  );
  line(
    'by the card provider',
    seen.map(({ provider }) => provider),
    undefined,
  );
  line(
    'by the inbox',
    undefined,
    seen.map(({ mails }) => mails),
  );
  const copies = total(seen.map((one) => one.copies));
  if (copies > 0) console.log(`Mails that came again: ${copies}.`);
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** Fees, deposits and refunds in euros. */
function sumOf(money: readonly Money[]): number[] {
  const cents = [
    money.map(({ fee }) => fee),
    money.map(({ deposit }) => deposit),
    money.map(({ refunded }) => refunded),
  ];
  return cents.map((column) => total(column) / 100);
}

function row(fate: string, people: string | number, state: string, ...figures: (string | number)[]): string {
  const cells = figures.map((figure) => String(figure).padStart(9)).join('');
  return `  ${fate.padEnd(46)}${String(people).padStart(6)}  ${state.padEnd(15)}${cells}`;
}
