import type { UploadForm } from './storage.ts';

/** What the probe needs of a store. */
export interface Probed {
  innerUploadForm(upload: {
    key: string;
    contentType: string;
    maxBytes: number;
    seconds: number;
  }): Promise<UploadForm>;
  remove(area: 'quarantine' | 'clean', key: string): Promise<void>;
}

const contentType = 'application/pdf';
const limitMs = 4_500;

interface Attempt {
  readonly what: string;
  /** How long the form lives; an hour ago for one that has expired. */
  readonly seconds?: number;
  readonly change: (form: { url: string; fields: Record<string, string>; body: string }) => void;
}

/** Each is forbidden by the policy; a store that takes one does not hold our limits. */
const forbidden: readonly Attempt[] = [
  { what: 'a larger file', change: (form) => void (form.body = '%PDF-larger-than-the-policy-says') },
  { what: 'an expired form', seconds: -3600, change: () => undefined },
  { what: 'an empty file', change: (form) => void (form.body = '') },
  { what: 'another key', change: (form) => void (form.fields['key'] = `${form.fields['key']}-other`) },
  { what: 'another content type', change: (form) => void (form.fields['Content-Type'] = 'text/html') },
  {
    what: 'a form of another bucket',
    change: (form) => void (form.url = form.url.replace(/quarantine(?=\/?$)/, 'clean')),
  },
  {
    what: 'a policy that was changed',
    change: (form) => void (form.fields['policy'] = longerPolicy(form.fields['policy'])),
  },
];

/**
 * Tries the limits of an upload form on the store (reliability.md, section 10: not every S3 look-alike holds them).
 * Gives what is wrong in words; empty when the store may be used. Leaves nothing behind.
 */
export async function probePostPolicies(store: Probed, key: string): Promise<string[]> {
  const problems: string[] = [];
  for (const { what, seconds, change } of forbidden) {
    const status = await attempt(store, key, change, seconds);
    if (status < 400) problems.push(`the object store accepts ${what} against the upload policy`);
  }
  const allowed = await attempt(store, key, () => undefined);
  if (allowed >= 300) problems.push(`the object store answered ${allowed} to an upload within its policy`);
  await Promise.all([
    store.remove('quarantine', key),
    store.remove('quarantine', `${key}-other`),
    store.remove('clean', key),
  ]);
  return problems;
}

async function attempt(store: Probed, key: string, change: Attempt['change'], seconds = 60): Promise<number> {
  const { url, fields } = await store.innerUploadForm({ key, contentType, maxBytes: 8, seconds });
  const form = { url, fields: { ...fields }, body: '%PDF' };
  change(form);
  const data = new FormData();
  for (const [name, value] of Object.entries(form.fields)) data.append(name, value);
  data.append('file', new Blob([form.body]), 'probe.pdf');
  const answer = await fetch(form.url, {
    method: 'POST',
    body: data,
    signal: AbortSignal.timeout(limitMs),
    redirect: 'manual',
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** The same policy for a larger file: the signature no longer fits. */
function longerPolicy(policy = ''): string {
  const text = Buffer.from(policy, 'base64')
    .toString('utf8')
    .replace('"content-length-range",1,8', '"content-length-range",1,80');
  return Buffer.from(text).toString('base64');
}
