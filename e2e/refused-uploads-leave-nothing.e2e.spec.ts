import { expect, it } from '@jest/globals';
import { answerOf, ApiProblem } from '../tools/client/api.ts';
import { sampleFor, sendToStore } from '../tools/client/candidate.ts';
import { samplePdf } from '../tools/client/files.ts';
import { aFilledDraft, aSignedInCandidate } from './support.ts';

const pdf = (bytes: Uint8Array) => ({ bytes, name: 'cv.pdf', contentType: 'application/pdf' });

it('a wrong, empty, truncated or too large file is refused with a code and the right one is accepted after it', async () => {
  const candidate = await aSignedInCandidate();
  const applicationId = await aFilledDraft(candidate);

  const html = await candidate.upload(
    applicationId,
    'CV',
    pdf(new TextEncoder().encode('<html>hello</html>')),
  );
  expect(html).toMatchObject({ state: 'rejected', problem: { code: 'document-wrong-type' } });

  const whole = await samplePdf('CV');
  const cut = await candidate.upload(
    applicationId,
    'CV',
    pdf(whole.subarray(0, Math.floor(whole.length / 2))),
  );
  expect(cut).toMatchObject({ state: 'rejected', problem: { code: 'document-truncated' } });

  const codes = async (size: number, contentType: string) => {
    const { error } = await candidate.api.POST('/v1/applications/{applicationId}/documents', {
      params: { path: { applicationId } },
      body: { type: 'CV', fileName: 'cv.pdf', contentType, size },
    });
    return (error as { code: string }).code;
  };
  expect(await codes(0, 'application/pdf')).toBe('document-empty');
  expect(await codes(50_000_000, 'application/pdf')).toBe('document-too-large');
  expect(await codes(1_000, 'image/png')).toBe('document-format-refused');

  // What the store itself refuses (a larger file than declared) is reported when the upload is claimed.
  const form = await answerOf(
    candidate.api.POST('/v1/applications/{applicationId}/documents', {
      params: { path: { applicationId } },
      body: { type: 'CV', fileName: 'cv.pdf', contentType: 'application/pdf', size: 1_000 },
    }),
  );
  const tooLarge = pdf(new Uint8Array(11 * 1024 * 1024));
  expect(await sendToStore(form.upload, tooLarge)).toBeGreaterThanOrEqual(400);
  const claim = answerOf(
    candidate.api.POST('/v1/documents/{documentId}/claim', {
      params: { path: { documentId: form.documentId } },
    }),
  );
  await expect(claim).rejects.toMatchObject({ code: 'upload-not-received' });
  await expect(claim).rejects.toBeInstanceOf(ApiProblem);

  const right = await candidate.upload(applicationId, 'CV', await sampleFor('CV'));
  expect(right.state).toBe('checked');
});
