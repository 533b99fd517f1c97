import http from 'node:http';
import https from 'node:https';
import { Client } from 'minio';

export interface S3Access {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** No answer on a connection for so long means that the store is away. REL-7: a clean answer within 5 s. */
const silenceMs = 4_000;

/** A client of an S3 endpoint. The region is given, so that signing a form or a link asks nobody. */
export function s3Client({ endpoint, region, accessKey, secretKey }: S3Access): Client {
  const { protocol, hostname, port } = new URL(endpoint);
  const useSSL = protocol === 'https:';
  return new Client({
    endPoint: hostname,
    port: port === '' ? (useSSL ? 443 : 80) : Number(port),
    useSSL,
    region,
    accessKey,
    secretKey,
    pathStyle: true,
    // One place decides about trying again: the caller, who knows its deadline.
    retryOptions: { disableRetry: true },
    transport: impatient(useSSL ? https : http),
  });
}

/** The same transport, except that a silent connection is given up. */
function impatient(transport: typeof http | typeof https): typeof http {
  const request = (options: http.RequestOptions, answered: (response: http.IncomingMessage) => void) => {
    const sent = transport.request({ ...options, timeout: silenceMs }, answered);
    return sent.on('timeout', () => sent.destroy(new Error(`no answer of the store within ${silenceMs} ms`)));
  };
  return { request } as unknown as typeof http;
}
