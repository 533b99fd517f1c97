import { expect, it } from '@jest/globals';
import { answerOf } from '../tools/client/api.ts';
import type { Api } from '../tools/client/api.ts';
import { School } from '../tools/client/school.ts';
import { addresses, aSignedInCandidate, aSubmittedApplication, inbox } from './support.ts';

it('a candidate asks, an officer answers, the candidate gets a mail, and nobody else reads or writes there', async () => {
  const school = await School.open(addresses);
  const candidate = await aSignedInCandidate();
  const applicationId = await aSubmittedApplication(candidate);
  const params = { path: { applicationId } };
  const write = (api: Api, text: string) =>
    answerOf(api.POST('/v1/applications/{applicationId}/messages', { params, body: { text } }));
  const thread = async (api: Api) =>
    (await answerOf(api.GET('/v1/applications/{applicationId}/messages', { params }))).items.map(
      ({ from, text }) => [from, text],
    );

  await write(candidate.api, 'Puis-je joindre un second diplôme ?');
  expect(await thread(school.officer)).toEqual([['candidate', 'Puis-je joindre un second diplôme ?']]);
  await write(school.officer, 'Oui, à la suite du premier.');
  const mail = await inbox.waitFor(candidate.email, /message/i);
  // What is written stays behind the sign-in.
  expect(mail.text).not.toContain('à la suite');
  expect(await thread(candidate.api)).toEqual([
    ['candidate', 'Puis-je joindre un second diplôme ?'],
    ['staff', 'Oui, à la suite du premier.'],
  ]);

  const stranger = await aSignedInCandidate('Dominique Exemple');
  await expect(thread(stranger.api)).rejects.toMatchObject({ status: 404 });
  await expect(write(stranger.api, 'Bonjour')).rejects.toMatchObject({ status: 404 });
  expect(await thread(candidate.api)).toHaveLength(2);
});
