import { baseConfig } from '@admissions/runtime/config';
import { z } from 'zod';

const list = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(z.string().min(1)).min(1));

const origin = z
  .url({ protocol: /^https?$/ })
  .refine((text) => new URL(text).origin === text, 'is not an origin');

/** The environment of the gateway. */
export const gatewayConfig = baseConfig
  .extend({
    /** Address under which people reach the platform: it stands in links, and changes from its pages are accepted. */
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, '')),
    /** Ed25519, PKCS8 PEM in base64: signs who asks. Only the gateway has it. */
    SUBJECT_PRIVATE_KEY: z.string().min(1),
    /** 32 bytes in base64: seals the links in messages. */
    MESSAGE_SEAL_KEY: z.string().min(1),
    /** One, or several separated by commas while a secret is being replaced. */
    STRIPE_WEBHOOK_SECRET: list,
    /** Addresses or networks (CIDR) of the proxies before the gateway; without them the socket says who asks. */
    TRUSTED_PROXIES: list.optional(),
    /** Origins of other sites whose pages may use the API. */
    CORS_ORIGINS: list.pipe(z.array(origin)).optional(),
    /** Accounts of the local platform; production refuses it. */
    LOCAL_ACCOUNTS_FILE: z.string().min(1).optional(),
    /** Invited when nobody administers the platform yet. */
    FIRST_ADMINISTRATOR_EMAIL: z.email().toLowerCase().optional(),
    /** Multiplies the rate limits per source, for tests that play many people from one machine. */
    LIMIT_FACTOR: z.coerce.number().min(1).max(1_000).default(1),
  })
  .refine(({ NODE_ENV, PUBLIC_URL }) => NODE_ENV !== 'production' || isProtected(PUBLIC_URL), {
    message: 'production is reached by https',
    path: ['PUBLIC_URL'],
  });
export type GatewayConfig = z.infer<typeof gatewayConfig>;

/** Browsers treat a page of the machine itself as protected, with or without https. */
function isProtected(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1';
}

/** The configuration, to be injected. */
export class Settings {
  readonly env: GatewayConfig;
  constructor(env: GatewayConfig) {
    this.env = env;
  }

  get publicOrigin(): string {
    return new URL(this.env.PUBLIC_URL).origin;
  }

  /** True when browsers come by https, so that cookies are `Secure` and HSTS is sent. */
  get isHttps(): boolean {
    return this.env.PUBLIC_URL.startsWith('https:');
  }
}
