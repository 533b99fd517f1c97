import { hasFile, inQuarantine, type Document } from './document.ts';
import { delays } from './limits.ts';

/** An object of the store as the sweep meets it. */
export interface Found {
  readonly area: 'quarantine' | 'clean';
  readonly key: string;
  readonly modifiedAt: Date;
}

/** The document that an object was put down for; keys are `<document>/<rest>`. */
export function documentOf(key: string): string {
  return key.split('/', 1)[0] ?? '';
}

/**
 * True when nobody will ever ask for this object again.
 * In quarantine: its document is done with it, whatever its age; a form can put it there until it expires.
 * Elsewhere, or without a document: it is older than a day and nothing names it. A clean object of a document under check
 * is about to be named, so that it stays whatever its age.
 */
export function isOrphan(
  { area, key, modifiedAt }: Found,
  document: Document | undefined,
  now: Date,
): boolean {
  if (area === 'quarantine' && document) {
    return document.quarantineKey !== key || !inQuarantine.includes(document.state);
  }
  if (now.getTime() - modifiedAt.getTime() < delays.orphanMs) return false;
  if (!document) return true;
  if (document.state === 'checking') return false;
  return !(hasFile(document) && document.file.key === key);
}

/**
 * True when so much of a page looks orphaned that something else must be wrong, such as a database that is not the one
 * of this store: then nothing is removed, and a person is told.
 */
export function isSuspicious(orphans: number, seen: number): boolean {
  return orphans > 20 && orphans > seen / 2;
}
