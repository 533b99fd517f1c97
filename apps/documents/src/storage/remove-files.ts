import { gone, inQuarantine, type Document } from '../domain/document.ts';
import type { Storage } from './storage.ts';

/** Removes the files that a document no longer needs in its present state. Again: nothing more happens. */
export async function removeFilesOf(document: Document, storage: Storage): Promise<void> {
  if (!inQuarantine.includes(document.state)) await storage.remove('quarantine', document.quarantineKey);
  if (gone.includes(document.state) && 'cleanKey' in document && document.cleanKey !== undefined) {
    await storage.remove('clean', document.cleanKey);
  }
}
