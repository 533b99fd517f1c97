import { z } from 'zod';

// Controls, lone surrogates, private signs, line and paragraph separators, and invisible signs that change how text is read.
const unwanted = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Cf}]/u;
const visible = /[\p{L}\p{N}]/u;
/** Joiners that some scripts need inside words: not refused, unlike the other invisible signs. */
const joiners = /[\u200c\u200d]/gu;

/**
 * One line of text that people typed: composed (NFC), trimmed, without controls or invisible signs, and with at least one
 * letter or digit, so that what is stored is what everybody sees.
 */
export function line(max: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .normalize('NFC')
    .refine((text) => !unwanted.test(text.replaceAll(joiners, '')), 'holds signs that cannot be shown')
    .refine((text) => visible.test(text), 'holds no letter and no digit');
}

/** Several lines of text: as {@link line}, but with line breaks. */
export function paragraphs(max: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .normalize('NFC')
    .overwrite((text) => text.replaceAll('\r\n', '\n'))
    .refine(
      (text) => !unwanted.test(text.replaceAll(/[\n\t]/g, '').replaceAll(joiners, '')),
      'holds signs that cannot be shown',
    )
    .refine((text) => visible.test(text), 'holds no letter and no digit');
}
