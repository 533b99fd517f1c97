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
  ['administrator', 'Administrateur de démonstration'],
  ['officer', 'Chargé des admissions de démonstration'],
  ['evaluator', 'Évaluateur de démonstration'],
  ['jury-member', 'Membre du jury de démonstration'],
  ['jury-chair', 'Président du jury de démonstration'],
  ['finance-officer', 'Responsable financier de démonstration'],
] as const;

/** Reads the accounts of this state folder; the first time they are made, with passwords at random. */
export function localAccounts(stateDir: string): LocalAccount[] {
  const file = accountsFile(stateDir);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as LocalAccount[];
  const accounts = staff.map(([role, name]) => ({
    email: `${role}@school.example`,
    name,
    password: newPassword(),
    roles: [{ role, programmes: ['*'] }],
  }));
  writePrivate(file, JSON.stringify(accounts, null, 2));
  return accounts;
}

/** Four groups of four letters and digits that are hard to confuse: 80 bits, and a person can type it. */
function newPassword(): string {
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
  const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
