import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writePrivate } from './secrets.ts';
import { accountsFile } from './service-environment.ts';

export interface LocalAccount {
  email: string;
  name: string;
  password: string;
  roles: { role: string; programmes: string[] }[];
}

/** One account per staff role, on a domain that the standards reserve for examples, with access to every programme. */
const staff = [
  ['administrator', 'administrator', 'Administrateur de démonstration'],
  ['officer', 'officer', 'Chargé des admissions de démonstration'],
  ['evaluator', 'evaluator', 'Évaluateur de démonstration'],
  // Two marks by two people (R32), a jury of three with its chair (R36), a refund approved by a second person (R101).
  ['evaluator-2', 'evaluator', 'Seconde évaluatrice de démonstration'],
  ['jury-member', 'jury-member', 'Membre du jury de démonstration'],
  ['jury-member-2', 'jury-member', 'Seconde membre du jury de démonstration'],
  ['jury-chair', 'jury-chair', 'Président du jury de démonstration'],
  ['finance-officer', 'finance-officer', 'Responsable financier de démonstration'],
  ['finance-officer-2', 'finance-officer', 'Seconde responsable financière de démonstration'],
] as const;

/** Reads the accounts of this state folder; those that are missing are made, with passwords at random. */
export function localAccounts(stateDir: string): LocalAccount[] {
  const file = accountsFile(stateDir);
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as LocalAccount[]) : [];
  const missing = staff
    .map(([local, role, name]) => ({ email: `${local}@school.example`, role, name }))
    .filter(({ email }) => !known.some((account) => account.email === email))
    .map(({ email, role, name }) => ({
      email,
      name,
      password: newPassword(),
      roles: [{ role, programmes: ['*'] }],
    }));
  if (missing.length === 0) return known;
  const accounts = [...known, ...missing];
  writePrivate(file, JSON.stringify(accounts, null, 2));
  return accounts;
}

/** Four groups of four letters and digits that are hard to confuse: 80 bits, and a person can type it. */
function newPassword(): string {
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
  const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
