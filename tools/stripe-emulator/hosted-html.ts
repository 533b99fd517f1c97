// The pages that the candidate sees, in French. Plain forms: they work without a script and with a screen reader.
import { html, type Html } from './html.ts';
import type { LineItem } from './session-object.ts';
import type { Session } from './sessions.ts';

export type Typed = {
  cardNumber: string;
  cardExpiry: string;
  cardCvc: string;
  billingName: string;
  email: string;
};
export type FieldErrors = Partial<Record<keyof Typed, string>>;

export type FormView = {
  session: Session;
  items: LineItem[];
  attempt: string;
  typed: Typed;
  errors: FieldErrors;
  /** Why the last try was refused. */
  refusal: string | null;
};

export const STYLE = `
:root { color-scheme: light; --ink: #1a1f36; --quiet: #4f566b; --line: #6b7280; --accent: #0a5b9c; --bad: #b00020; }
* { box-sizing: border-box; }
body { margin: 0; background: #f6f8fb; color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
p.test { margin: 0; background: #ffe8a3; color: #3d2c00; padding: .5rem 1rem; text-align: center; }
main { max-width: 58rem; margin: 0 auto; padding: 2rem 1rem 3rem; display: grid; gap: 2rem; }
@media (min-width: 48rem) { main.two { grid-template-columns: 1fr 1.1fr; } }
main.one { max-width: 36rem; }
h1 { font-size: 1.35rem; margin: 0 0 1rem; }
.card { background: #fff; border: 1px solid #d5dbe3; border-radius: .6rem; padding: 1.5rem; }
.total { font-size: 2rem; font-weight: 600; margin: 0 0 1rem; }
ul.items { list-style: none; margin: 0; padding: 0; }
ul.items li { display: flex; justify-content: space-between; gap: 1rem; padding: .6rem 0; border-top: 1px solid #d5dbe3; }
.quiet { color: var(--quiet); font-size: .9rem; }
.field { margin-bottom: 1rem; }
.row { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
label { display: block; font-weight: 600; }
.hint { display: block; color: var(--quiet); font-size: .9rem; margin-bottom: .25rem; }
input { width: 100%; font: inherit; padding: .6rem .7rem; border: 1px solid var(--line); border-radius: .4rem; background: #fff; color: inherit; }
input[aria-invalid=true] { border: 2px solid var(--bad); }
.error { color: var(--bad); margin: .25rem 0 0; font-size: .95rem; }
.alert { border: 2px solid var(--bad); border-radius: .4rem; padding: .75rem 1rem; margin-bottom: 1rem; color: var(--bad); }
.alert p { margin: 0; }
.alert ul { margin: .25rem 0 0; padding-left: 1.25rem; }
.alert a { color: inherit; }
button { font: inherit; font-weight: 600; width: 100%; padding: .8rem 1rem; border-radius: .4rem; border: 2px solid var(--accent); background: var(--accent); color: #fff; cursor: pointer; }
button.second { background: #fff; color: var(--accent); }
form + form, button + button { margin-top: .75rem; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid #f5a300; outline-offset: 2px; }
`;

export function money(amount: number, currency: string): string {
  return new Intl.NumberFormat('fr-FR', { style: 'currency', currency }).format(amount / 100);
}

export function page(title: string, wide: boolean, body: Html): string {
  return html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="stylesheet" href="/c/style.css" />
      </head>
      <body>
        <p class="test">Environnement de test : aucune carte réelle n’est acceptée ni débitée.</p>
        <main class="${wide ? 'two' : 'one'}">${body}</main>
      </body>
    </html> `.html;
}

export function formPage(view: FormView): string {
  const { session } = view;
  const amount = money(session.amount_total!, session.currency!);
  const failed = view.refusal !== null || Object.keys(view.errors).length > 0;
  return page(
    `${failed ? 'Erreur : ' : ''}Paiement de ${amount}`,
    true,
    html`${summary(view, amount)}
      <section class="card" aria-labelledby="payer">
        <h1 id="payer">Payer par carte</h1>
        ${alert(view)}
        <form method="post" action="/c/pay/${session.id}" novalidate data-test="pay-form">
          <input type="hidden" name="attempt" value="${view.attempt}" />
          ${emailField(view)} ${field(view, 'cardNumber')}
          <div class="row">${field(view, 'cardExpiry')} ${field(view, 'cardCvc')}</div>
          ${field(view, 'billingName')} ${customText(session)}
          <button type="submit" data-test="pay">Payer ${amount}</button>
        </form>
        ${cancelForm(session)}
      </section>`,
  );
}

function summary(view: FormView, amount: string): Html {
  const until = new Intl.DateTimeFormat('fr-FR', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Paris',
  });
  const lines = view.items.map(
    (item) =>
      html`<li>
        <span>${item.description}${item.quantity === 1 ? '' : ` × ${item.quantity}`}</span>
        <span>${money(item.amount_total, item.currency)}</span>
      </li>`,
  );
  return html`<section aria-label="Votre commande">
    <p class="quiet">Montant à payer</p>
    <p class="total" data-test="amount">${amount}</p>
    <ul class="items">
      ${lines}
    </ul>
    <p class="quiet">
      Cette page est valable jusqu’au ${until.format(view.session.expires_at * 1000)} (heure de Paris).
    </p>
  </section>`;
}

function alert(view: FormView): Html | null {
  if (view.refusal !== null) {
    return html`<div class="alert" role="alert" data-test="refusal">
      <p>${view.refusal} Aucune somme n’a été débitée : vous pouvez réessayer ou utiliser une autre carte.</p>
    </div>`;
  }
  const names = (Object.keys(FIELDS) as (keyof Typed)[]).filter((name) => view.errors[name] !== undefined);
  if (names.length === 0) return null;
  const text = names.length === 1 ? 'Un champ est à corriger :' : `${names.length} champs sont à corriger :`;
  const links = names.map((name) => html`<li><a href="#${name}">${FIELDS[name].label}</a></li>`);
  return html`<div class="alert" role="alert" data-test="field-errors">
    <p>${text}</p>
    <ul>
      ${links}
    </ul>
  </div>`;
}

type Field = { label: string; hint: string; fill: string; type: string; mode: string; required: boolean };

const number = { type: 'text', mode: 'numeric', required: true };

/** In the order of the form. `fill` is what browsers and password managers offer. */
const FIELDS: Record<keyof Typed, Field> = {
  email: {
    label: 'Adresse électronique',
    hint: 'nom@exemple.fr',
    fill: 'email',
    type: 'email',
    mode: 'email',
    required: true,
  },
  cardNumber: {
    ...number,
    label: 'Numéro de carte',
    hint: '16 chiffres, avec ou sans espaces',
    fill: 'cc-number',
  },
  cardExpiry: { ...number, label: 'Expiration', hint: 'MM/AA', fill: 'cc-exp' },
  cardCvc: { ...number, label: 'Cryptogramme', hint: '3 ou 4 chiffres au dos', fill: 'cc-csc' },
  billingName: {
    label: 'Nom du titulaire',
    hint: 'Facultatif',
    fill: 'cc-name',
    type: 'text',
    mode: 'text',
    required: false,
  },
};

function emailField(view: FormView): Html {
  if (view.session.customer_email === null) return field(view, 'email');
  return html`<p class="field">
    <strong>${FIELDS.email.label}</strong><br />${view.session.customer_email}
  </p>`;
}

function field(view: FormView, name: keyof Typed): Html {
  const { label, hint, fill, type, mode, required } = FIELDS[name];
  const error = view.errors[name];
  const described = error === undefined ? `${name}-hint` : `${name}-hint ${name}-error`;
  // The number and the code are never sent back to the browser.
  const value = name === 'cardNumber' || name === 'cardCvc' ? '' : view.typed[name];
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <span class="hint" id="${name}-hint">${hint}</span>
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      inputmode="${mode}"
      autocomplete="${fill}"
      value="${value}"
      aria-describedby="${described}"
      aria-invalid="${error === undefined ? 'false' : 'true'}"
      maxlength="200"
      ${required && html`required`}
    />
    ${error === undefined ? null : html`<p class="error" id="${name}-error">${error}</p>`}
  </div>`;
}

function customText(session: Session): Html | null {
  const message = session.custom_text.submit?.message;
  return message === undefined ? null : html`<p class="quiet">${message}</p>`;
}

function cancelForm(session: Session): Html | null {
  if (session.cancel_url === null) return null;
  return html`<form method="post" action="/c/pay/${session.id}/cancel" data-test="cancel-form">
    <button type="submit" class="second" data-test="cancel">Annuler et revenir au site</button>
  </form>`;
}

export function challengePage(session: Session, challenge: string): string {
  const amount = money(session.amount_total!, session.currency!);
  return page(
    'Confirmation de votre banque',
    false,
    html`<section class="card" aria-labelledby="banque">
      <h1 id="banque">Votre banque demande une confirmation</h1>
      <p>
        Authentification 3-D Secure pour un paiement de <strong>${amount}</strong>. Confirmez-vous ce paiement
        ?
      </p>
      <form method="post" action="/c/pay/${session.id}/challenge/${challenge}" data-test="challenge-form">
        <button type="submit" name="answer" value="approve" data-test="approve">Confirmer le paiement</button>
        <button type="submit" name="answer" value="refuse" class="second" data-test="refuse">Refuser</button>
      </form>
    </section>`,
  );
}

export type Closed = {
  code: string;
  title: string;
  text: string;
  link: { href: string; label: string } | null;
};

export function closedPage(closed: Closed): string {
  const { link } = closed;
  return page(
    closed.title,
    false,
    html`<section class="card" aria-labelledby="etat" data-test="${closed.code}">
      <h1 id="etat">${closed.title}</h1>
      <p>${closed.text}</p>
      ${link === null ? null : html`<p><a href="${link.href}" data-test="back">${link.label}</a></p>`}
    </section>`,
  );
}
