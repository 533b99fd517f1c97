// Uses the hosted page as a browser does: reads the form that is there, fills it, posts it, does not run scripts.
export type Page = { status: number; location: string | null; text: string; url: string };

export const CARDS = {
  good: '4242 4242 4242 4242',
  declined: '4000000000000002',
  insufficient: '4000000000009995',
  challenge: '4000002500003155',
  challenge2: '4000000000003220',
  challengeThenDeclined: '4000008400001629',
  refundFails: '4000000000005126',
  refundPending: '4000000000007726',
  disputed: '4000000000000259',
};

export async function open(url: string): Promise<Page> {
  const response = await fetch(url, { redirect: 'manual' });
  return read(response, url);
}

/** Opens the page and pays on it. */
export async function payWith(url: string, card: string, more: Record<string, string> = {}): Promise<Page> {
  const page = await open(url);
  if (page.status !== 200) return page;
  return submit(page, 'pay-form', { cardNumber: card, cardExpiry: '12/34', cardCvc: '123', ...more });
}

/** Posts the form with this mark, with its hidden fields and what is typed. Fails when a typed field is not in the form. */
export async function submit(page: Page, mark: string, typed: Record<string, string>): Promise<Page> {
  const form = new RegExp(`<form[^>]*data-test="${mark}"[^>]*>([\\s\\S]*?)</form>`).exec(page.text);
  if (form === null) throw new Error(`There is no form ${mark} on this page:\n${page.text}`);
  const action = new URL(attribute(form[0], 'action') ?? '', page.url).href;
  const fields = new URLSearchParams();
  for (const [input] of form[1]!.matchAll(/<input[^>]*>/g)) {
    fields.set(attribute(input, 'name')!, attribute(input, 'value') ?? '');
  }
  const buttons = [...form[1]!.matchAll(/<button[^>]*>/g)].map(([button]) => attribute(button, 'name'));
  for (const [name, value] of Object.entries(typed)) {
    if (!fields.has(name) && !buttons.includes(name)) throw new Error(`The form has no field ${name}.`);
    fields.set(name, value);
  }
  const response = await fetch(action, { method: 'POST', body: fields, redirect: 'manual' });
  return read(response, action);
}

/** Follows a redirect inside the emulator (to the bank's question). */
export function follow(page: Page): Promise<Page> {
  if (page.location === null) throw new Error(`No redirect: ${page.status}\n${page.text}`);
  return open(new URL(page.location, page.url).href);
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&');
}

async function read(response: Response, url: string): Promise<Page> {
  const text = await response.text();
  return { status: response.status, location: response.headers.get('location'), text, url };
}
