import { refuse, type Refusal } from '@admissions/contracts/problem';
import { Injectable } from '@nestjs/common';
import { Guesses } from './guesses.ts';

/** Without a second factor; OWASP ASVS 6.2.1. No rules of composition: they make passwords worse. */
export const minLength = 15;
export const maxLength = 200;

/** 10^8 guesses: what common words, names, dates, keyboard walks and repetitions stay below. */
const leastGuesses = 8;
/** Whether a new password is good enough. */
@Injectable()
export class PasswordPolicy {
  constructor(private readonly guesses: Guesses) {}

  /**
   * The refusal says what to do; undefined when it is good enough.
   * @param about what others know of the person: address and name.
   */
  async check(password: string, about: { email: string; name: string }): Promise<Refusal | undefined> {
    const known = wordsOf(about.email, about.name);
    const reason = plainWeaknessOf(password, known) ?? (await this.#guessable(password, known));
    if (reason === undefined) return undefined;
    return refuse('password-too-weak', sentences[reason], { reason, minLength, maxLength });
  }

  async #guessable(password: string, known: readonly string[]): Promise<Weakness | undefined> {
    return (await this.guesses.log10(password, known)) < leastGuesses ? 'guessable' : undefined;
  }
}

const sentences = {
  'too-short': `A password has at least ${minLength} characters; several words that do not belong together are easy to remember.`,
  'too-long': `A password has at most ${maxLength} characters.`,
  personal: 'The password holds your name or address.',
  guessable:
    'The password is made of common words, repetitions or rows of keys; take several words that do not belong together.',
} as const;

type Weakness = keyof typeof sentences;

/** What can be seen without an estimate. */
function plainWeaknessOf(password: string, known: readonly string[]): Weakness | undefined {
  const length = [...password].length;
  if (length < minLength) return 'too-short';
  if (length > maxLength) return 'too-long';
  const lower = password.toLowerCase();
  return known.some((word) => lower.includes(word)) ? 'personal' : undefined;
}

/** The address, its local part and the parts of the name; the short ones occur in other words and say nothing. */
function wordsOf(email: string, name: string): string[] {
  const local = email.split('@')[0] ?? '';
  const words = [email, local, ...local.split(/[._+-]/), ...name.split(/[\s'-]+/)];
  return [...new Set(words.map((word) => word.toLowerCase()))].filter((word) => word.length >= 4);
}
