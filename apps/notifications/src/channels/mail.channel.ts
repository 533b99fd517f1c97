import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Settings } from '../config.ts';
import { printableName } from '../templates/french.ts';
import type { Rendered } from '../templates/render.ts';

/** A mail to one person. */
export interface Mail {
  readonly letterId: string;
  readonly to: { readonly email: string; readonly name: string };
  readonly letter: Rendered;
}

/** The mail server will not take this mail, now or later. */
export class MailRefused extends Error {
  readonly reason: string;
  constructor(reason: string, options?: ErrorOptions) {
    super(`the mail server refused: ${reason}`, options);
    this.name = 'MailRefused';
    this.reason = reason;
  }
}

/** Answers at these points are about this mail; at others (signing in, the sender) they are about us and may be mended. */
const aboutTheMail = ['RCPT TO', 'DATA', 'API'];

/** SMTP. Each try is bounded; a mail server that hangs holds back a few letters, not the service. */
@Injectable()
export class MailChannel implements OnApplicationShutdown {
  readonly #transporter: Transporter;
  readonly #from: string;
  readonly #domain: string;

  constructor({ env: { SMTP_URL, MAIL_FROM } }: Settings) {
    this.#from = MAIL_FROM;
    this.#domain = /@([^<>@\s]+)>?$/.exec(MAIL_FROM)?.[1] ?? 'localhost';
    const { hostname, port, protocol, username, password, searchParams } = new URL(SMTP_URL);
    this.#transporter = createTransport({
      host: hostname,
      port: Number(port || (protocol === 'smtps:' ? 465 : 587)),
      secure: protocol === 'smtps:',
      // `?require-tls=true`: never in clear, also when the server does not offer better.
      requireTLS: searchParams.get('require-tls') === 'true',
      ...(username
        ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }
        : {}),
      pool: true,
      maxConnections: 2,
      // Another try is ours to make: it is counted, delayed and seen.
      maxRequeues: 0,
      connectionTimeout: 5_000,
      greetingTimeout: 5_000,
      socketTimeout: 15_000,
      dnsTimeout: 5_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /** Hands the mail over. Throws {@link MailRefused} when trying again is of no use, anything else when it may be. */
  async send(mail: Mail): Promise<void> {
    try {
      await this.#transporter.sendMail(this.#message(mail));
    } catch (error) {
      const reason = refusal(error);
      throw reason === undefined ? error : new MailRefused(reason, { cause: error });
    }
  }

  onApplicationShutdown(): void {
    this.#transporter.close();
  }

  #message({ letterId, to, letter }: Mail) {
    return {
      from: this.#from,
      to: { name: printableName(to.name), address: to.email },
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      // The same letter has the same id for ever: a mail server or a reader recognises a double.
      messageId: `<${letterId}@${this.#domain}>`,
      headers: {
        // RFC 3834: nobody’s absence note shall answer.
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        'Content-Language': 'fr',
      },
      attachments: letter.attachments.map(({ fileName, contentType, content }) => ({
        filename: fileName,
        contentType,
        content,
      })),
      // Once as what calendars read by themselves, once as a file to open.
      ...(letter.calendar
        ? {
            icalEvent: {
              method: letter.calendar.method,
              filename: letter.calendar.fileName,
              content: letter.calendar.content,
            },
          }
        : {}),
    };
  }
}

interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/** Why the server refused for good, as a code without an address; undefined when a later try may succeed. */
function refusal(error: unknown): string | undefined {
  const { code, command, responseCode } = error as SmtpError;
  const isAboutTheMail = command !== undefined && aboutTheMail.includes(command);
  if (isAboutTheMail && responseCode !== undefined && responseCode >= 500) return `smtp-${responseCode}`;
  if (code === 'EENVELOPE' && responseCode === undefined) return 'address-not-usable';
  return undefined;
}
