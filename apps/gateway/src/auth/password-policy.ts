import { refuse, type Refusal } from '@admissions/contracts/problem';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as french from '@zxcvbn-ts/language-fr';

/** Without a second factor; OWASP ASVS 6.2.1. No rules of composition: they make passwords worse. */
export const minLength = 15;
export const maxLength = 200;

/** 10^8 guesses: what common words, names, dates, keyboard walks and repetitions stay below. */
const leastGuesses = 8;
/** More is not looked at: it costs time, and no long text that begins strong is weak. */
const lookedAt = 48;
/** Ways to read signs as letters (`p4ssw0rd`) that are tried; by default 512, which a hostile text turns into seconds of work. */
const readings = 10;

const estimator = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...french.dictionary },
  graphs: common.adjacencyGraphs,
  maxLength: lookedAt,
  l33tMaxSubstitutions: readings,
});

/**
 * Whether a new password is good enough; the refusal says what to do.
 * @param about what others know of the person: address and name.
 */
export function checkPassword(password: string, about: { email: string; name: string }): Refusal | undefined {
  const reason = weaknessOf(password, about);
  if (reason === undefined) return undefined;
  return refuse('password-too-weak', sentences[reason], { reason, minLength, maxLength });
}

const sentences = {
  'too-short': `A password has at least ${minLength} characters; several words that do not belong together are easy to remember.`,
  'too-long': `A password has at most ${maxLength} characters.`,
  personal: 'The password holds your name or address.',
  guessable:
    'The password is made of common words, repetitions or rows of keys; take several words that do not belong together.',
} as const;

function weaknessOf(
  password: string,
  { email, name }: { email: string; name: string },
): keyof typeof sentences | undefined {
  const length = [...password].length;
  if (length < minLength) return 'too-short';
  if (length > maxLength) return 'too-long';
  const known = wordsOf(email, name);
  const lower = password.toLowerCase();
  if (known.some((word) => lower.includes(word))) return 'personal';
  return estimator.check(password, known).guessesLog10 < leastGuesses ? 'guessable' : undefined;
}

/** The address, its local part and the parts of the name; the short ones occur in other words and say nothing. */
function wordsOf(email: string, name: string): string[] {
  const local = email.split('@')[0] ?? '';
  const words = [email, local, ...local.split(/[._+-]/), ...name.split(/[\s'-]+/)];
  return [...new Set(words.map((word) => word.toLowerCase()))].filter((word) => word.length >= 4);
}
