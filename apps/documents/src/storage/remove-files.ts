import { hasFile, inQuarantine, withoutFile, type Document } from '../domain/document.ts';
import type { Storage } from './storage.ts';

/**
 * Removes the files that a document no longer needs in its present state, also those that a check cut off half-way had
 * written: all keys of a document begin with its id. Again: nothing more happens.
 */
export async function removeFilesOf(id: string, document: Document, storage: Storage): Promise<void> {
  if (!inQuarantine.includes(document.state)) await storage.removeUnder('quarantine', `${id}/`);
  if (withoutFile.includes(document.state) && !hasFile(document))
    await storage.removeUnder('clean', `${id}/`);
}
