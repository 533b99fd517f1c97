/** Cards of the provider's test mode. */
export const cards = {
  good: '4242424242424242',
  declined: '4000000000000002',
  needs3ds: '4000002500003155',
} as const;

export type PageOutcome =
  | { kind: 'paid'; returnUrl: string }
  | { kind: 'refused'; message: string }
  | { kind: 'challenge'; url: string };

/** Fills in and sends the provider's hosted page, as a browser without scripts would. */
export async function payOnPage(url: string, card: string): Promise<PageOutcome> {
  const page = await fetch(url);
  const html = await page.text();
  if (!page.ok) throw new Error(`the card page answered ${page.status}`);
  const action = /<form[^>]*action="([^"]+)"[^>]*data-test="pay-form"/.exec(html)?.[1];
  const attempt = /name="attempt" value="([^"]*)"/.exec(html)?.[1];
  if (action === undefined) throw new Error('there is no form on the card page');
  const form = new URLSearchParams({
    cardNumber: card,
    cardExpiry: '12/34',
    cardCvc: '123',
    billingName: '',
    email: 'payeur@mail.example',
    ...(attempt === undefined ? {} : { attempt }),
  });
  const answer = await fetch(new URL(action, url), { method: 'POST', body: form, redirect: 'manual' });
  const location = answer.headers.get('location');
  if (location !== null) {
    const to = new URL(location, url).toString();
    return to.includes('/challenge/') ? { kind: 'challenge', url: to } : { kind: 'paid', returnUrl: to };
  }
  const text = await answer.text();
  const message = /data-test="refusal"[^>]*>\s*<p>([^<]*)</.exec(text)?.[1] ?? `status ${answer.status}`;
  return { kind: 'refused', message: message.trim() };
}

/** Leaves the provider's hosted page without paying; the address to which it sends the browser. */
export async function leavePage(url: string): Promise<string> {
  const html = await (await fetch(url)).text();
  const action = /<form[^>]*action="([^"]+)"[^>]*data-test="cancel-form"/.exec(html)?.[1];
  if (action === undefined) throw new Error('nobody can leave the card page');
  const answer = await fetch(new URL(action, url), { method: 'POST', redirect: 'manual' });
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`leaving the card page answered ${answer.status}`);
  return new URL(location, url).toString();
}
