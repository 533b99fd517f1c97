import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { calls, callsOf, followedBy, messages } from './catalogue.ts';
import { originOf, send } from './message.ts';
import { problems } from './problem.ts';
import { services, type AnsweringService } from './services.ts';

const examples = new URL('./examples/', import.meta.url);

describe('the catalogue of messages', () => {
  it('has no name twice', () => {
    const names = messages.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(10);
  });

  it('has at least one follower for each, and slow ones among the followers', () => {
    for (const { followers, slow = [] } of messages) {
      expect(followers.length).toBeGreaterThan(0);
      expect(slow.filter((service) => !followers.includes(service))).toEqual([]);
    }
  });

  it('puts each message in exactly one queue of each follower', () => {
    for (const service of services) {
      const queued = [...followedBy(service, false), ...followedBy(service, true)]
        .map(({ name }) => name)
        .sort();
      expect(queued).toEqual(
        messages
          .filter(({ followers }) => followers.includes(service))
          .map(({ name }) => name)
          .sort(),
      );
    }
  });

  it.each(messages.map((message) => [message.name, message] as const))(
    '%s has a golden example that parses',
    (name, message) => {
      const example = JSON.parse(readFileSync(new URL(`${name}.json`, examples), 'utf8')) as unknown;
      // Nothing is lost or added: what was published once is read in full for ever.
      expect(message.data.parse(example)).toEqual(example);
    },
  );

  it('has no example without a message', () => {
    const files = readdirSync(examples).map((file) => file.replace(/\.json$/, ''));
    expect(files.sort()).toEqual(messages.map(({ name }) => name).sort());
  });

  it('never stores a message that its schema refuses', () => {
    const [first] = messages;
    expect(() => send(first!, { nonsense: true })).toThrow();
  });
});

describe('the catalogue of calls', () => {
  it('has no name twice', () => {
    const names = calls.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('lets every service report its clock', () => {
    const answering = services.filter((service): service is AnsweringService => service !== 'gateway');
    for (const service of answering)
      expect(callsOf(service).map(({ name }) => name)).toContain(`${service}.report-clock`);
  });
});

it('every problem code is kebab-case and has an HTTP status of a refusal or a fault', () => {
  for (const [code, { status, title }] of Object.entries(problems)) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(title).not.toBe('');
  }
});

it('a message id tells the stream and revision that it came from', () => {
  expect(originOf('application/app-1/000007/2')).toEqual({
    aggregate: 'application',
    stream: 'app-1',
    revision: 7,
    index: 2,
  });
  expect(originOf('claim/email/a@b.c/000001/0')).toEqual({
    aggregate: 'claim',
    stream: 'email/a@b.c',
    revision: 1,
    index: 0,
  });
  expect(originOf('free text')).toBeUndefined();
});
