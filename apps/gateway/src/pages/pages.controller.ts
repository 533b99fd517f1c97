import { randomUUID } from 'node:crypto';
import { Controller, Get, Header, Post, Req, Res } from '@nestjs/common';
import { paymentReturnPath } from '@admissions/contracts/payments';
import { ProblemError, problems, type ProblemCode } from '@admissions/contracts/problem';
import { Log } from '@admissions/runtime/log';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ConfirmEmailChange } from '../auth/changing/confirm-email-change.ts';
import { ResetPassword } from '../auth/changing/reset-password.ts';
import { ConfirmEmail } from '../auth/signing-up/confirm-email.ts';
import { AcceptInvitation } from '../auth/staffing/accept-invitation.ts';
import type { Ask } from '../http/asked.ts';
import { visitor } from '../http/caller.ts';
import { homeText } from './home.ts';
import { html } from './html.ts';
import { sendPage, styleSheet } from './layout.ts';
import { doneText, linkForm, linkPages, refusalText } from './link-pages.ts';
import { pagePaths, type PagePath } from './page-paths.ts';
import { paymentReturnText } from './payment-return.ts';

/** Whatever comes instead of a field is an empty one: the act then says what is wrong. */
const field = (most: number) => z.string().max(most).catch('');
const form = z.object({
  token: field(200),
  key: z.uuid().catch(() => randomUUID()),
  password: field(1_000),
  repeated: field(1_000),
});

/** The few pages to which mails lead, until the web front end takes them over. No script; opening one changes nothing. */
@Controller()
export class PagesController {
  readonly #acts: Record<PagePath, (form: { token: string; password: string }, ask: Ask) => Promise<void>>;

  constructor(
    confirmEmail: ConfirmEmail,
    resetPassword: ResetPassword,
    confirmEmailChange: ConfirmEmailChange,
    acceptInvitation: AcceptInvitation,
    private readonly log: Log,
  ) {
    this.#acts = {
      '/confirm-email': (given, ask) => confirmEmail.run(given, ask),
      '/reset-password': (given, ask) => resetPassword.run(given, ask),
      '/confirm-email-change': (given, ask) => confirmEmailChange.run(given, ask),
      '/accept-invitation': (given, ask) => acceptInvitation.run(given, ask),
    };
  }

  /** Where the buttons of letters lead as long as no site for candidates is set. */
  @Get('/')
  home(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    // For people: to a client of the API there is nothing here.
    if (!request.headers.accept?.includes('text/html')) throw new ProblemError('not-found');
    sendPage(reply, 200, homeText.title, homeText.content);
  }

  @Get([...pagePaths])
  open(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const { token } = form.parse(request.query ?? {});
    this.#show(request, reply, { token, key: randomUUID() });
  }

  @Post([...pagePaths])
  async use(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const path = pathOfPage(request);
    const given = form.parse(request.body ?? {});
    if (linkPages[path].wantsPassword && given.password !== given.repeated) {
      return this.#show(
        request,
        reply,
        { ...given, alert: 'Les deux mots de passe ne sont pas les mêmes.' },
        422,
      );
    }
    const ask: Ask = { ...visitor, key: given.key, correlationId: request.id, source: request.ip };
    try {
      await this.#acts[path](given, ask);
      sendPage(reply, 200, linkPages[path].title, doneText(path));
    } catch (error) {
      const code = this.#codeOf(error);
      // Another password is another act.
      const again = { token: given.token, key: randomUUID(), alert: refusalText(code) };
      this.#show(request, reply, again, problems[code].status);
    }
  }

  @Get(paymentReturnPath)
  payment(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const { title, text } = paymentReturnText(request.query);
    sendPage(reply, 200, title, html`<p role="status">${text}</p>`);
  }

  @Get('pages.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  style(): string {
    return styleSheet;
  }

  #show(
    request: FastifyRequest,
    reply: FastifyReply,
    given: { token: string; key: string; alert?: string },
    status = 200,
  ): void {
    const path = pathOfPage(request);
    sendPage(reply, status, linkPages[path].title, linkForm(path, given));
  }

  #codeOf(error: unknown): ProblemCode {
    if (error instanceof ProblemError) return error.code;
    this.log.error({ err: error }, 'a page failed');
    return 'internal-error';
  }
}

function pathOfPage(request: FastifyRequest): PagePath {
  return request.routeOptions.url as PagePath;
}
