import type { Act } from './aggregate.ts';

/** Uniqueness: a text (an address, a seat) has at most one holder. */
export class Claims {
  take(
    _text: string,
    _holder: string,
    _act: Act,
    _stillHolds?: (holder: string) => Promise<boolean>,
  ): Promise<{ held: true } | { held: false; holder: string }> {
    throw new Error('not written yet');
  }

  release(_text: string, _holder: string, _act: Act): Promise<void> {
    throw new Error('not written yet');
  }

  holderOf(_text: string): Promise<string | undefined> {
    throw new Error('not written yet');
  }
}
