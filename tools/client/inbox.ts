import { patience, until } from './api.ts';

export interface Mail {
  readonly id: string;
  /** The same in each copy of one mail. */
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly to: readonly string[];
  readonly attachments: readonly { fileName: string; contentType: string }[];
}

interface Stored {
  id: string;
  headers: Record<string, string>;
  subject: string;
  text: string;
  to: { address: string }[];
  attachments?: { generatedFileName?: string; fileName?: string; filename?: string; contentType: string }[];
}

/** The mail catcher of the local platform, read over its own HTTP API. */
export class Inbox {
  readonly #url: string;
  constructor(url: string) {
    this.#url = url;
  }

  /** Mails that arrived for an address, oldest first. */
  async mailsTo(address: string): Promise<Mail[]> {
    const answer = await fetch(
      `${this.#url}/api/email?to.address=${encodeURIComponent(address.toLowerCase())}`,
    );
    if (!answer.ok) throw new Error(`the inbox answered ${answer.status}`);
    const stored = (await answer.json()) as Stored[];
    return stored
      .filter(({ to }) => to.some((one) => one.address.toLowerCase() === address.toLowerCase()))
      .map(({ id, headers, subject, text, to, attachments = [] }) => ({
        id,
        messageId: headers['message-id'] ?? id,
        subject,
        text,
        to: to.map((one) => one.address),
        attachments: attachments.map((one) => ({
          fileName: one.generatedFileName ?? one.fileName ?? one.filename ?? '',
          contentType: one.contentType,
        })),
      }));
  }

  /** Waits for the newest mail to `address` whose subject matches. */
  async waitFor(address: string, subject: RegExp, limitMs = patience.ms): Promise<Mail> {
    return until(
      `a mail to ${address} with a subject like ${subject}`,
      async () => (await this.mailsTo(address)).filter((mail) => subject.test(mail.subject)).at(-1),
      limitMs,
    );
  }

  /** The bytes of an attachment. */
  async attachment(mail: Mail, fileName: string): Promise<Uint8Array> {
    const answer = await fetch(
      `${this.#url}/api/email/${mail.id}/attachment/${encodeURIComponent(fileName)}`,
    );
    if (!answer.ok) throw new Error(`the inbox answered ${answer.status} for ${fileName}`);
    return new Uint8Array(await answer.arrayBuffer());
  }
}

/** The token of the link in a mail. */
export function tokenIn(mail: Mail): string {
  const found = /[?&]token=([^\s&]+)/.exec(mail.text);
  if (!found) throw new Error(`no link with a token in the mail "${mail.subject}"`);
  return found[1]!;
}
