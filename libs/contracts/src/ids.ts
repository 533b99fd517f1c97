import { z } from 'zod';

/** Ids are opaque to clients: lower-case letters, digits and hyphens, so that they are safe in paths, keys and file names. */
export const id = z.string().regex(/^[a-z0-9][a-z0-9-]{2,63}$/, 'not an id');

/** An id that people gave (programme, intake): readable, kebab-case. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not a kebab-case name')
  .max(64);

/** A civil date in Europe/Paris, `YYYY-MM-DD`. */
export const civilDate = z.iso.date();

/** An instant in UTC. */
export const instant = z.iso.datetime();

/** ISO 3166-1 alpha-2; that the country exists is checked where countries matter. */
export const country = z.string().regex(/^[A-Z]{2}$/, 'not an ISO 3166-1 alpha-2 code');
