import type { ProblemCode } from '@admissions/contracts/problem';
import { minLength } from '../auth/password-policy.ts';
import { html, type Html } from './html.ts';
import type { PagePath } from './page-paths.ts';

interface LinkPage {
  readonly title: string;
  readonly intro: string;
  readonly button: string;
  readonly wantsPassword: boolean;
  readonly done: string;
}

/** What each page says. Opening one changes nothing: programs that read mails open links too; the button does. */
export const linkPages: Record<PagePath, LinkPage> = {
  '/confirm-email': {
    title: 'Confirmer votre adresse',
    intro:
      'Confirmez que cette adresse électronique est la vôtre pour ouvrir votre compte. Si vous n’avez rien demandé, fermez cette page.',
    button: 'Confirmer mon adresse',
    wantsPassword: false,
    done: 'Votre adresse est confirmée. Vous pouvez maintenant vous connecter.',
  },
  '/reset-password': {
    title: 'Choisir un nouveau mot de passe',
    intro: 'Toutes vos sessions ouvertes seront fermées.',
    button: 'Changer mon mot de passe',
    wantsPassword: true,
    done: 'Votre mot de passe est changé. Vous pouvez maintenant vous connecter.',
  },
  '/confirm-email-change': {
    title: 'Confirmer votre nouvelle adresse',
    intro:
      'Cette adresse remplacera l’ancienne pour vous connecter et vous écrire. Toutes vos sessions ouvertes seront fermées.',
    button: 'Confirmer ma nouvelle adresse',
    wantsPassword: false,
    done: 'Votre adresse est changée. Connectez-vous avec la nouvelle.',
  },
  '/accept-invitation': {
    title: 'Activer votre compte',
    intro: 'Choisissez le mot de passe de votre compte.',
    button: 'Activer mon compte',
    wantsPassword: true,
    done: 'Votre compte est activé. Vous pouvez maintenant vous connecter.',
  },
};

/** What people read when a link or a password is refused; anything else is a passing trouble. */
const refusals: Partial<Record<ProblemCode, string>> = {
  'link-invalid': 'Ce lien est inconnu, a déjà servi ou a expiré. Demandez-en un nouveau.',
  'email-taken': 'Cette adresse appartient déjà à un autre compte.',
  'password-too-weak': `Ce mot de passe est trop facile à deviner. Choisissez au moins ${minLength} caractères, par exemple plusieurs mots sans lien entre eux, sans votre nom ni votre adresse.`,
  'too-many-requests': 'Trop de demandes à la fois. Attendez un moment et recommencez.',
};
const passing =
  'Le service est momentanément indisponible. Recommencez dans un instant ; le lien reste valable.';

export function refusalText(code: ProblemCode): string {
  return refusals[code] ?? passing;
}

/** The form of a page. `key` makes a second click the same act. */
export function linkForm(path: PagePath, form: { token: string; key: string; alert?: string }): Html {
  const { intro, button, wantsPassword } = linkPages[path];
  return html`${form.alert === undefined ? undefined : html`<p role="alert">${form.alert}</p>`}
    <p>${intro}</p>
    <form method="post" action="${path}">
      <input type="hidden" name="token" value="${form.token}" />
      <input type="hidden" name="key" value="${form.key}" />
      ${wantsPassword ? passwordFields : undefined}
      <button>${button}</button>
    </form>`;
}

const passwordFields = html`<label for="password">Nouveau mot de passe</label>
  <input
    id="password"
    name="password"
    type="password"
    autocomplete="new-password"
    minlength="${minLength}"
    maxlength="200"
    required
    aria-describedby="password-hint"
  />
  <p class="hint" id="password-hint">
    Au moins ${minLength} caractères ; plusieurs mots sans lien entre eux conviennent.
  </p>
  <label for="repeated">Le même, une seconde fois</label>
  <input id="repeated" name="repeated" type="password" autocomplete="new-password" required />`;

export function doneText(path: PagePath): Html {
  return html`<p role="status">${linkPages[path].done}</p>`;
}
