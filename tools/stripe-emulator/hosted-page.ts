// The page at the session's `url`: what a browser asks for and where it is sent.
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { DECLINES } from './cards.ts';
import { readCard, typedIn } from './card-form.ts';
import { challengePage, closedPage, formPage, STYLE, type Closed, type FormView } from './hosted-html.ts';
import { pathOf, readBody, send, TooLarge } from './http.ts';
import { answerChallenge, findChallenge, pay, type Outcome } from './paying.ts';
import { lineItemsOf, type Session } from './sessions.ts';
import { advance } from './timers.ts';
import type { World } from './world.ts';

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  // No `form-action`: browsers apply it to the redirect after the form too, and that goes to the platform's address.
  'content-security-policy': "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
};

const REFUSED_BY_HOLDER = 'L’authentification de votre banque a échoué ou a été refusée.';
const QUESTION_REPLACED = 'La confirmation demandée par votre banque n’est plus valable.';

const UNKNOWN: Closed = {
  code: 'unknown',
  title: 'Page de paiement introuvable',
  text: 'Ce lien de paiement n’existe pas. Revenez au site pour en obtenir un nouveau.',
  link: null,
};

export class HostedPage {
  #world: World;
  #afterChange: () => void;

  constructor(world: World, afterChange: () => void) {
    this.#world = world;
    this.#afterChange = afterChange;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { path } = pathOf(request);
    if (path === '/c/style.css')
      return send(response, 200, { 'content-type': 'text/css; charset=utf-8' }, STYLE);
    const match = /^\/c\/pay\/([A-Za-z0-9_]{1,100})(?:\/(cancel|challenge\/([A-Za-z0-9]{1,64})))?$/.exec(
      path,
    );
    advance(this.#world);
    const session = match && this.#world.journal.find<Session>('checkout.session', match[1]!);
    if (!session) return this.#html(response, 404, closedPage(UNKNOWN));
    const challenge = match[3];
    if (request.method === 'POST') {
      const form = await this.#form(request, response);
      if (form === undefined) return;
      if (match[2] === 'cancel') return this.#cancel(response, session);
      if (challenge !== undefined) return this.#answered(response, session, challenge, form);
      return this.#pay(response, session, form);
    }
    if (session.status !== 'open') return this.#closed(response, session);
    if (challenge !== undefined) return this.#ask(response, session, challenge);
    this.#show(response, 200, session, {});
  }

  async #form(request: IncomingMessage, response: ServerResponse): Promise<URLSearchParams | undefined> {
    try {
      return new URLSearchParams(await readBody(request));
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      this.#html(
        response,
        413,
        closedPage({ ...UNKNOWN, code: 'too-large', title: 'Formulaire trop volumineux' }),
      );
      return undefined;
    }
  }

  #pay(response: ServerResponse, session: Session, form: URLSearchParams): void {
    const typed = typedIn(form);
    // A client that sends no mark of its form gets one: then two posts are two tries, still never two payments.
    const attempt = /^[\w-]{8,64}$/.test(form.get('attempt') ?? '') ? form.get('attempt')! : newAttempt();
    const read = readCard(typed, session, new Date(this.#world.clock.nowMs()));
    if ('errors' in read) {
      if (session.status !== 'open') return this.#closed(response, session);
      return this.#show(response, 422, session, { typed, errors: read.errors });
    }
    const outcome = pay(this.#world, session, attempt, read.card);
    this.#afterChange();
    const declined = outcome.kind === 'declined' ? DECLINES[outcome.decline].french : null;
    this.#follow(response, session, outcome, { typed, refusal: declined });
  }

  #answered(response: ServerResponse, session: Session, challenge: string, form: URLSearchParams): void {
    const outcome = answerChallenge(this.#world, session, challenge, form.get('answer') === 'approve');
    this.#afterChange();
    const holderSaidNo = outcome.kind === 'declined' && form.get('answer') !== 'approve';
    const refusal =
      outcome.kind === 'closed'
        ? QUESTION_REPLACED
        : outcome.kind === 'declined' && !holderSaidNo
          ? DECLINES[outcome.decline].french
          : REFUSED_BY_HOLDER;
    this.#follow(response, session, outcome, { refusal });
  }

  #follow(response: ServerResponse, before: Session, outcome: Outcome, view: Partial<FormView>): void {
    const session = this.#world.journal.get<Session>('checkout.session', before.id);
    if (outcome.kind === 'paid') return this.#redirect(response, returnTo(session));
    if (outcome.kind === 'challenge') {
      return this.#redirect(response, `/c/pay/${session.id}/challenge/${outcome.challenge}`);
    }
    if (session.status !== 'open') return this.#closed(response, session);
    this.#show(response, outcome.kind === 'declined' ? 402 : 409, session, view);
  }

  #ask(response: ServerResponse, session: Session, challenge: string): void {
    const state = findChallenge(this.#world, session.id, challenge);
    if (state === undefined) return this.#html(response, 404, closedPage(UNKNOWN));
    if (state !== 'open') return this.#show(response, 409, session, { refusal: QUESTION_REPLACED });
    this.#html(response, 200, challengePage(session, challenge));
  }

  #cancel(response: ServerResponse, session: Session): void {
    if (session.status !== 'open' || session.cancel_url === null) return this.#closed(response, session);
    this.#redirect(response, withId(session.cancel_url, session));
  }

  #show(response: ServerResponse, status: number, session: Session, view: Partial<FormView>): void {
    const nothing = { cardNumber: '', cardExpiry: '', cardCvc: '', billingName: '', email: '' };
    const whole: FormView = {
      session,
      items: lineItemsOf(this.#world, session),
      attempt: newAttempt(),
      typed: nothing,
      errors: {},
      refusal: null,
      ...view,
    };
    this.#html(response, status, formPage(whole));
  }

  #closed(response: ServerResponse, session: Session): void {
    if (session.status === 'complete') return this.#html(response, 409, closedPage(paidPage(session)));
    if (session.status === 'expired') return this.#html(response, 410, closedPage(expiredPage(session)));
    this.#show(response, 409, session, {});
  }

  #redirect(response: ServerResponse, location: string): void {
    send(response, 303, { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }, '');
  }

  #html(response: ServerResponse, status: number, body: string): void {
    send(response, status, HEADERS, body);
  }
}

function newAttempt(): string {
  return randomBytes(18).toString('base64url');
}

function returnTo(session: Session): string {
  return withId(session.success_url!, session);
}

/** Stripe's template, replaced as text; an encoded template is not one. */
function withId(url: string, session: Session): string {
  return url.replaceAll('{CHECKOUT_SESSION_ID}', session.id);
}

function paidPage(session: Session): Closed {
  return {
    code: 'paid',
    title: 'Ce paiement est déjà effectué',
    text: 'Le paiement a été accepté. Votre carte n’est pas débitée une seconde fois.',
    link: { href: returnTo(session), label: 'Revenir au site' },
  };
}

function expiredPage(session: Session): Closed {
  const back = session.cancel_url;
  return {
    code: 'expired',
    title: 'Cette page de paiement a expiré',
    text: 'Aucune somme n’a été débitée. Revenez au site pour recommencer le paiement.',
    link: back === null ? null : { href: withId(back, session), label: 'Revenir au site' },
  };
}
