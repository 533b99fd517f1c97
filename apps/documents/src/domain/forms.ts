import { documentTypes, type DocumentType } from '@admissions/contracts/document-types';
import { delays, formLimits } from './limits.ts';

/**
 * A form that was given out. Until it expires it can put one file in quarantine, again and again, whatever became of its
 * document: discarded, replaced or checked. So forms are counted, not documents.
 */
export interface Form {
  readonly type: DocumentType;
  /** Largest file that the store takes by it, in bytes. */
  readonly size: number;
  /** Business time, which never runs slower than that of the store. */
  readonly givenAt: string;
}

/** The forms that the store still accepts at `now`. */
export function usableForms(forms: readonly Form[] = [], now: Date): readonly Form[] {
  return forms.filter((form) => expiryOf(form) > now.getTime());
}

/**
 * Seconds until one more form may be given out beside the usable ones (oldest first); 0 when it may be now.
 * An account cannot fill the quarantine with it, nor keep the check busy for everybody (SEC-3; figures: `formLimits`).
 */
export function waitForForm(
  usable: readonly Form[],
  asked: { readonly type: DocumentType; readonly size: number },
  now: Date,
): number {
  let wait = 0;
  for (let expired = 0; !fits(usable.slice(expired), asked); expired++) {
    const oldest = usable[expired];
    // With none left a form fits: no file that may be declared is as large as all together.
    if (!oldest) break;
    wait = Math.max(1, Math.ceil((expiryOf(oldest) - now.getTime()) / 1000));
  }
  return wait;
}

function fits(forms: readonly Form[], asked: { type: DocumentType; size: number }): boolean {
  const { perPlace, tries, all, bytes } = formLimits;
  const ofType = forms.filter(({ type }) => type === asked.type).length;
  const size = forms.reduce((sum, form) => sum + form.size, asked.size);
  return (
    ofType < perPlace * documentTypes[asked.type].perApplication + tries &&
    forms.length < all &&
    size <= bytes
  );
}

function expiryOf({ givenAt }: Form): number {
  return new Date(givenAt).getTime() + delays.uploadFormSeconds * 1000;
}
