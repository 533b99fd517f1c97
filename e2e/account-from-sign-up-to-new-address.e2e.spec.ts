import { randomBytes } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { answerOf } from '../tools/client/api.ts';
import { tokenIn } from '../tools/client/inbox.ts';
import { Candidate } from '../tools/client/candidate.ts';
import { addresses, inbox } from './support.ts';

it('an account is confirmed by mail, loses its sessions when the password is reset, and moves to another address', async () => {
  const candidate = new Candidate(addresses.api, inbox);
  await candidate.signUp();
  await expect(candidate.signIn()).rejects.toMatchObject({ code: 'sign-in-refused' });
  await candidate.confirmEmail();
  await candidate.signIn();
  await answerOf(candidate.api.GET('/v1/me'));

  await answerOf(candidate.api.POST('/v1/password-resets', { body: { email: candidate.email } }));
  const reset = await inbox.waitFor(candidate.email, /mot de passe/i);
  const password = `une autre phrase ${randomBytes(6).toString('hex')}`;
  await answerOf(
    candidate.api.POST('/v1/password-resets/confirmations', { body: { token: tokenIn(reset), password } }),
  );
  await expect(answerOf(candidate.api.GET('/v1/me'))).rejects.toMatchObject({ code: 'not-signed-in' });
  await expect(candidate.signIn()).rejects.toMatchObject({ code: 'sign-in-refused' });
  const twice = candidate.api.POST('/v1/password-resets/confirmations', {
    body: { token: tokenIn(reset), password },
  });
  await expect(answerOf(twice)).rejects.toMatchObject({ code: 'link-invalid' });

  const renewed = new Candidate(addresses.api, inbox);
  Object.assign(renewed, { email: candidate.email, password });
  await renewed.signIn();
  const email = `new-${randomBytes(5).toString('hex')}@mail.example`;
  await answerOf(renewed.api.POST('/v1/me/email-changes', { body: { email, password } }));
  const change = await inbox.waitFor(email, /adresse/i);
  await answerOf(
    renewed.api.POST('/v1/me/email-changes/confirmations', { body: { token: tokenIn(change) } }),
  );
  await inbox.waitFor(candidate.email, /adresse/i);

  Object.assign(renewed, { email });
  await renewed.signIn();
  const me = await answerOf(renewed.api.GET('/v1/me'));
  expect(me.email).toBe(email);
  await renewed.signOut();
  await expect(answerOf(renewed.api.GET('/v1/me'))).rejects.toMatchObject({ code: 'not-signed-in' });
});
