import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { testServers } from '@admissions/runtime/testing';
import { attachment } from '../src/domain/file-name.ts';
import { probePostPolicies } from '../src/storage/post-policy-probe.ts';
import { s3Client } from '../src/storage/s3.client.ts';
import { S3Storage } from '../src/storage/s3.storage.ts';
import type { UploadForm } from '../src/storage/storage.ts';
import { StoreProxy } from './store-proxy.ts';

jest.setTimeout(60_000);

const env = testServers();
const access = {
  endpoint: env['S3_ENDPOINT'] ?? '',
  publicEndpoint: env['S3_PUBLIC_ENDPOINT'] ?? '',
  region: env['S3_REGION'] ?? '',
  accessKey: env['S3_ACCESS_KEY'] ?? '',
  secretKey: env['S3_SECRET_KEY'] ?? '',
  bucketPrefix: `t${randomBytes(4).toString('hex')}-`,
};
const storage = new S3Storage(access);
const upload = { key: 'document-1/a', contentType: 'application/pdf', maxBytes: 100, seconds: 60 };

async function post(form: UploadForm, body: Buffer): Promise<number> {
  const data = new FormData();
  for (const [name, value] of Object.entries(form.fields)) data.append(name, value);
  data.append('file', new Blob([new Uint8Array(body)]), 'x');
  return (await fetch(form.url, { method: 'POST', body: data })).status;
}

beforeAll(async () => {
  await storage.prepare();
  storage.allowUploads();
});
afterAll(async () => {
  const client = s3Client(access);
  for (const area of ['quarantine', 'clean'] as const) {
    await storage.removeUnder(area, '');
    await client.removeBucket(storage.bucket(area));
  }
});

describe('the port to the object store', () => {
  it('prepares again without a word', async () => {
    await Promise.all([storage.prepare(), storage.prepare()]);
  });

  it('holds the limits of forms: the probe finds nothing (SEC-3) and leaves nothing', async () => {
    expect(await probePostPolicies(storage, 'probe/x')).toEqual([]);
    expect(await storage.list('quarantine', '', 10)).toEqual([]);
  });

  it('refuses a form that has expired', async () => {
    const form = await storage.uploadForm({ ...upload, seconds: -1 });
    expect(await post(form, Buffer.from('x'))).toBeGreaterThanOrEqual(400);
    expect(await storage.sizeOf('quarantine', upload.key)).toBeUndefined();
  });

  it('takes what the form allows, and reads it up to a limit', async () => {
    expect(await post(await storage.uploadForm(upload), Buffer.alloc(100, 'a'))).toBeLessThan(300);
    expect(await storage.sizeOf('quarantine', upload.key)).toBe(100);
    expect(await storage.read(upload.key, 100)).toEqual(Buffer.alloc(100, 'a'));
    expect(await storage.read(upload.key, 99)).toBe('too-large');
    expect(await storage.read('document-1/none', 99)).toBe('absent');
    await storage.remove('quarantine', upload.key);
    await storage.remove('quarantine', upload.key);
    expect(await storage.sizeOf('quarantine', upload.key)).toBeUndefined();
  });

  it('gives quarantined files to nobody, also not by guessing their address', async () => {
    await post(await storage.uploadForm(upload), Buffer.from('x'));
    const open = `${access.publicEndpoint}/${storage.bucket('quarantine')}/${upload.key}`;
    expect((await fetch(open)).status).toBe(403);
    expect((await fetch(`${access.publicEndpoint}/${storage.bucket('quarantine')}`)).status).toBe(403);
  });

  it('links to a clean file for a while: as an attachment, under its name and type', async () => {
    await storage.write('document-1/b', Buffer.from('%PDF'), {
      contentType: 'application/pdf',
      sha256: 'abc',
    });
    const disposition = attachment('Relevé été.pdf');
    const link = { key: 'document-1/b', contentType: 'application/pdf', disposition };
    const { url, expiresAt } = await storage.downloadLink({ ...link, seconds: 60 });
    expect(expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(60_000);
    const answer = await fetch(url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toBe(disposition);
    expect(answer.headers.get('cache-control')).toMatch(/no-store/);
    expect(await answer.text()).toBe('%PDF');
    const changed = url.replace('application%2Fpdf', 'text%2Fhtml');
    expect(changed).not.toBe(url);
    expect((await fetch(changed)).status).toBe(403);
    expect((await fetch(url.replace('/document-1/', '/document-2/'))).status).toBe(403);
    const short = await storage.downloadLink({ ...link, seconds: 1 });
    const until = short.expiresAt.getTime() + 1_500;
    while (Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await fetch(short.url)).status).toBe(403);
  });

  it('lists in pages, in order of keys', async () => {
    const keys = ['document-1/1', 'document-1/2', 'document-2/1'];
    await storage.removeUnder('clean', '');
    for (const key of keys)
      await storage.write(key, Buffer.from('x'), { contentType: 'application/pdf', sha256: '' });
    const first = await storage.list('clean', '', 2);
    expect(first.map(({ key }) => key)).toEqual(keys.slice(0, 2));
    expect((await storage.list('clean', 'document-1/2', 2)).map(({ key }) => key)).toEqual(keys.slice(2));
    await storage.removeUnder('clean', 'document-1/');
    expect((await storage.list('clean', '', 9)).map(({ key }) => key)).toEqual(keys.slice(2));
  });

  it('makes forms and links for the address that browsers see', async () => {
    const far = new S3Storage({ ...access, publicEndpoint: 'https://files.school.example' });
    far.allowUploads();
    const form = await far.uploadForm(upload);
    expect(form.url).toBe(`https://files.school.example/${far.bucket('quarantine')}`);
    const { url } = await far.downloadLink({ key: 'a/b', seconds: 60, contentType: 'x', disposition: 'y' });
    expect(url).toMatch(/^https:\/\/files\.school\.example\//);
  });

  it('keeps nothing of an upload that is broken off', async () => {
    const proxy = await StoreProxy.before(access.publicEndpoint);
    const near = new S3Storage({ ...access, publicEndpoint: proxy.url });
    near.allowUploads();
    await storage.removeUnder('quarantine', '');
    for (let round = 0; round < 10; round++) {
      const form = await near.uploadForm({ ...upload, key: `document-9/${round}`, maxBytes: 8_000_000 });
      const sent = post(form, randomBytes(4_000_000)).then(
        () => 'sent',
        () => 'broken off',
      );
      while (proxy.passed < (round + 1) * 200_000) await new Promise((resolve) => setImmediate(resolve));
      proxy.set('closed');
      expect(await sent).toBe('broken off');
      proxy.set('open');
      proxy.passed = 0;
    }
    expect(await storage.list('quarantine', '', 100)).toEqual([]);
    await proxy.close();
  });
});

describe('a store that is away (REL-7)', () => {
  it.each(['silent', 'closed'] as const)(
    '(%s) is told within 5 s, as something to try again',
    async (mode) => {
      const proxy = await StoreProxy.before(access.endpoint);
      const far = new S3Storage({ ...access, endpoint: proxy.url });
      proxy.set(mode);
      const begun = performance.now();
      await expect(far.sizeOf('clean', 'x')).rejects.toMatchObject({
        code: 'object-store-unavailable',
        problem: { retryAfter: 5 },
      });
      expect(performance.now() - begun).toBeLessThan(5_000);
      await proxy.close();
    },
  );
});

describe('a store that does not hold the limits of forms', () => {
  let lax: Server;
  beforeAll(async () => {
    lax = createServer((request, answer) => {
      request.resume();
      request.on('end', () => answer.writeHead(204).end());
    });
    lax.listen(0, '127.0.0.1');
    await once(lax, 'listening');
  });
  afterAll(() => void lax.close());

  it('is not used', async () => {
    const endpoint = `http://127.0.0.1:${(lax.address() as AddressInfo).port}`;
    const untried = new S3Storage({ ...access, endpoint });
    await expect(untried.uploadForm(upload)).rejects.toMatchObject({ code: 'object-store-unavailable' });
    const problems = await probePostPolicies(untried, 'probe/x');
    expect(problems).toHaveLength(7);
    expect(problems.join()).toMatch(
      /larger file.*expired form.*empty.*another key.*content type.*another bucket.*changed/,
    );
  });
});
