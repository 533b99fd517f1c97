// Every message of the published language that ends in a letter, as it was published, becomes a letter that can be read.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { followedBy } from '@admissions/contracts/catalogue';
import { planLetter } from '../domain/messages-to-send.ts';
import { writing } from './examples.ts';
import { render } from './render.ts';

const examples = new URL('../../../../libs/contracts/src/examples/', import.meta.url);
const when = new Date('2027-01-12T10:00:00.000Z');
const unreadable = /undefined|null|NaN|Invalid Date|\[object|\$\{|[A-Z]{3,}_[A-Z]/;

describe.each(followedBy('notifications', true).map((message) => [message.name, message] as const))(
  'the letter of %s',
  (name, message) => {
    it('is written from the golden example', async () => {
      const example: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, examples), 'utf8'));
      const plan = planLetter(name, message.data.parse(example), when);
      if (!plan) throw new Error(`no letter for ${name}`);
      const data = plan.signedBy ? { ...plan.data, signatory: { name: 'Claire Moreau' } } : plan.data;
      const linked = plan.link ? { link: 'https://admissions.example/c?token=a' } : {};
      const letter = await render(plan.template, data, { ...writing, ...linked });
      for (const part of [letter.subject, letter.text, letter.html]) expect(part).not.toMatch(unreadable);
      expect(letter.text).toContain('Bien cordialement');
    });
  },
);
