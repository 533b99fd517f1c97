import { baseConfig } from '@admissions/runtime/config';
import { z } from 'zod';

const httpAddress = z.url({ protocol: /^https?$/ });

/** The environment of this service. */
export const documentsConfig = baseConfig.extend({
  /** Where this service reaches the object store. */
  S3_ENDPOINT: httpAddress,
  /** Where browsers reach it: the host in forms and links. */
  S3_PUBLIC_ENDPOINT: httpAddress,
  S3_REGION: z.string().min(1),
  S3_ACCESS_KEY: z.string().min(1),
  S3_SECRET_KEY: z.string().min(1),
  /** Before `quarantine` and `clean`; bucket names are shared by all who use a store. */
  S3_BUCKET_PREFIX: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,40}$/)
    .default('admissions-'),
  /** The malware scanner; absent, files are not scanned, which is said in the log and in each document. */
  CLAMD_URL: z.url({ protocol: /^tcp$/ }).optional(),
});
export type DocumentsConfig = z.infer<typeof documentsConfig>;

/** The configuration, for injection. */
export abstract class Settings {
  abstract readonly env: DocumentsConfig;
}
