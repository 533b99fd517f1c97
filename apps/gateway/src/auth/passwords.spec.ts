import { afterAll, describe, expect, it } from '@jest/globals';
import { Guesses } from './guesses.ts';
import { PasswordPolicy } from './password-policy.ts';
import { Passwords } from './passwords.ts';

describe('passwords', () => {
  const passwords = new Passwords();

  it('are stored with algorithm, cost and a salt of their own', async () => {
    const [one, two] = await Promise.all([
      passwords.hash('trois chevaux mauves'),
      passwords.hash('trois chevaux mauves'),
    ]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(one).not.toBe(two);
  });

  it('are recognised, whatever the form of their letters', async () => {
    const stored = await passwords.hash('été à la forêt noire');
    expect(await passwords.verify('été à la forêt noire'.normalize('NFD'), stored)).toBe(true);
    expect(await passwords.verify('ete a la foret noire', stored)).toBe(false);
  });

  it('are never right when nothing is stored', async () => {
    expect(await passwords.verify('', undefined)).toBe(false);
    expect(await passwords.verify('anything', null)).toBe(false);
  });

  it('that were stored at a lower cost are still read, and known as stale', async () => {
    // argon2id, m=8192, t=1, p=1, of "old and cheap password"
    const { argon2Sync } = await import('node:crypto');
    const nonce = Buffer.from('0123456789abcdef');
    const hash = argon2Sync('argon2id', {
      message: 'old and cheap password',
      nonce,
      memory: 8192,
      passes: 1,
      parallelism: 1,
      tagLength: 32,
    });
    const text = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
    const stored = `$argon2id$v=19$m=8192,t=1,p=1$${text(nonce)}$${text(Buffer.from(hash))}`;
    expect(await passwords.verify('old and cheap password', stored)).toBe(true);
    expect(passwords.isStale(stored)).toBe(true);
    expect(passwords.isStale(await passwords.hash('x'))).toBe(false);
  });

  it('are refused with 429 when too many wait, and the others still get their turn', async () => {
    const all = await Promise.allSettled(Array.from({ length: 80 }, () => passwords.verify('x', undefined)));
    const refused = all.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(80 - 64 - 2);
    for (const { reason } of refused as PromiseRejectedResult[])
      expect(reason).toMatchObject({ code: 'too-many-requests' });
    expect(await passwords.verify('x', undefined)).toBe(false);
  });
});

describe('a new password', () => {
  const about = { email: 'camille.berthier@example.org', name: 'Camille Berthier-Roux' };
  const guesses = new Guesses();
  const policy = new PasswordPolicy(guesses);
  const reason = async (password: string) => (await policy.check(password, about))?.refused.data?.['reason'];
  afterAll(() => guesses.onApplicationShutdown());

  it.each([
    ['short', 'zK8!vq2#Lm', 'too-short'],
    ['longer than a hash should read', 'un cheval mauve '.repeat(20), 'too-long'],
    ['a repetition', 'aaaaaaaaaaaaaaaaaaaa', 'guessable'],
    ['a repeated word', 'passwordpassword', 'guessable'],
    ['a repeated word in French', 'motdepassemotdepasse', 'guessable'],
    ['a row of digits', '123456789012345', 'guessable'],
    ['rows of keys', 'azertyuiopqsdfghjklm', 'guessable'],
    ['a repeated rhythm', 'abcabcabcabcabcabc', 'guessable'],
    ['holding the name', 'le grand Berthier dort bien', 'personal'],
    ['holding the address', 'x camille.berthier@example.org x', 'personal'],
  ])('%s is refused', async (_what, password, why) => {
    expect(await reason(password)).toBe(why);
  });

  it.each([
    'correct horse battery staple',
    'le chat mange la souris verte',
    'tT7#xx92lqoPZ3m',
    '天地玄黃宇宙洪荒日月盈昃辰宿列張',
  ])('%s is accepted', async (password) => {
    expect(await reason(password)).toBeUndefined();
  });

  it.each([
    ['digits and letters', 'ai44iag0ya04misgiys0mm0syigsim', 7],
    ['signs for letters', '4@8({[3€6911!|0°$5+7%2', 9],
    ['a common word with signs', 'p4ssw0rd', 25],
  ])('of %s is judged in a moment', async (_what, part, times) => {
    const start = performance.now();
    await policy.check(part.repeat(times), about);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('with signs for letters is still known as common', async () => {
    expect(await reason('p4ssw0rdp4ssw0rd')).toBe('guessable');
  });

  it('is judged again after the thread ended', async () => {
    expect(await reason('p4ssw0rdp4ssw0rd')).toBe('guessable');
    await guesses.onApplicationShutdown();
    expect(await reason('p4ssw0rdp4ssw0rd')).toBe('guessable');
  });

  it('is refused with 429 when too many wait, and the others still get their turn', async () => {
    const all = await Promise.allSettled(Array.from({ length: 80 }, () => reason('p4ssw0rdp4ssw0rd')));
    const refused = all.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(80 - 64 - 1);
    for (const { reason: why } of refused as PromiseRejectedResult[])
      expect(why).toMatchObject({ code: 'too-many-requests' });
    expect(await reason('le chat mange la souris verte')).toBeUndefined();
  });
});
