import type { Json } from './json.ts';

/** Effects outside the database (mail, card provider): done once, or again with the same provider key. */
export class Inbox {
  run(
    _consumer: string,
    _messageId: string,
    _effect: (attempt: { repeated: boolean; key: string }) => Promise<Json | void>,
  ): Promise<'done' | 'already-done'> {
    throw new Error('not written yet');
  }

  ignore(_consumer: string, _messageId: string, _reason: string): Promise<void> {
    throw new Error('not written yet');
  }

  seen(_consumer: string, _messageId: string): Promise<'begun' | 'done' | undefined> {
    throw new Error('not written yet');
  }
}
