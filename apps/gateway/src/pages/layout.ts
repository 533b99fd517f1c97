import type { FastifyReply } from 'fastify';
import { html, type Html } from './html.ts';

/** Nothing but the page and its one style sheet: no script, no frame, forms to ourselves. */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Sends a page in French. */
export function sendPage(reply: FastifyReply, status: number, title: string, content: Html): void {
  void reply
    .status(status)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy)
    // The address may hold the secret of a link: no other site learns it. Our own form still says where it comes from.
    .header('referrer-policy', 'same-origin')
    .header('x-robots-tag', 'noindex')
    .header('cache-control', 'no-store')
    .send(layout(title, content).text);
}

function layout(title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – Admissions</title>
        <link rel="stylesheet" href="/pages.css" />
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html> `;
}

/** The one style sheet: readable at any size, dark where the system is. */
export const styleSheet = `:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 34rem; margin: 0 auto; padding: 2rem 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
label { display: block; margin: 1rem 0 .25rem; font-weight: 600; }
input { box-sizing: border-box; width: 100%; padding: .6rem; font: inherit; border: 1px solid; border-radius: .25rem; }
button { margin-top: 1.5rem; padding: .7rem 1.2rem; font: inherit; font-weight: 600; border: 0; border-radius: .25rem; color: #fff; background: #1d4ed8; cursor: pointer; }
:focus-visible { outline: 3px solid #f59e0b; outline-offset: 2px; }
[role=alert] { padding: .75rem 1rem; border-left: .3rem solid #b91c1c; }
[role=status] { padding: .75rem 1rem; border-left: .3rem solid #15803d; }
.hint { margin: .25rem 0 0; font-size: 1rem; }
`;
