import { baseConfig } from '@admissions/runtime/config';
import { z } from 'zod';

/** The environment of the payments service. */
export const paymentsConfig = baseConfig.extend({
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_\w+$/, 'a secret or restricted key of the provider'),
  /** Only for the emulator of the local platform; production refuses it. */
  STRIPE_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** How long one request to the provider may take. */
  STRIPE_TIMEOUT_MS: z.coerce.number().int().min(200).max(5_000).default(4_000),
  /** Where candidates find the platform; the provider’s page sends them back there. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }),
  /** Seconds between two looks for deadlines of refunds; 0 for none. */
  DEADLINE_SECONDS: z.coerce.number().int().min(0).max(3_600).default(2),
  /** Seconds between two rounds of the reconciliation; 0 for none. */
  RECONCILE_SECONDS: z.coerce.number().int().min(0).max(3_600).default(60),
});
export type PaymentsConfig = z.infer<typeof paymentsConfig>;

/** Token by which the parsed environment is injected. */
export abstract class Settings {
  abstract readonly env: PaymentsConfig;
}
