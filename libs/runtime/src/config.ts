import { z } from 'zod';

/** What every service reads from its environment. Secrets and addresses have no default. */
export const baseConfig = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  HOST: z.string().default('0.0.0.0'),
  PORT: z.coerce.number().int().min(0).max(65_535),
  SERVICE_INSTANCE: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional(),
  MONGODB_URL: z.string().regex(/^mongodb(\+srv)?:\/\//, 'starts with mongodb://'),
  DATABASE_PREFIX: z
    .string()
    .regex(/^[a-z0-9_-]{0,30}$/)
    .default(''),
  RABBITMQ_URL: z.string().regex(/^amqps?:\/\//, 'starts with amqp://'),
  RABBITMQ_PREFIX: z
    .string()
    .regex(/^[a-z0-9._-]{0,40}$/)
    .default(''),
  SUBJECT_PUBLIC_KEY: z.string().min(1),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  /** The movable business clock of the local platform; production refuses it. */
  CLOCK_FILE: z.string().min(1).optional(),
});
export type BaseConfig = z.infer<typeof baseConfig>;

/** Variables that belong to the local platform alone: with them, production does not start. */
const localOnly = ['CLOCK_FILE', 'LOCAL_ACCOUNTS_FILE', 'STRIPE_API_URL'] as const;

/**
 * Reads a configuration from the environment.
 * Throws one error that names every variable that is missing or wrong (never its value), so that a boot fails at once.
 */
export function readConfig<Schema extends z.ZodType<BaseConfig>>(
  schema: Schema,
  env: Record<string, string | undefined> = process.env,
): z.infer<Schema> {
  // An empty variable is an absent one: compose files and shells make no difference between them.
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new Error(`the environment is not complete:\n${lines.join('\n')}`);
  }
  if (parsed.data.NODE_ENV === 'production') {
    const forbidden = localOnly.filter((name) => given[name] !== undefined);
    if (forbidden.length > 0) throw new Error(`production does not start with ${forbidden.join(', ')}`);
  }
  return parsed.data;
}
