// What the emulator must be told. Nothing has a default that could hide a mistake: a missing variable stops the start and is named.

export type Settings = {
  /** TCP port on 127.0.0.1; 0 takes a free one. */
  port: number;
  /** Folder that holds the whole state (one SQLite file). */
  stateFolder: string;
  secretKey: string;
  webhookUrl: string;
  webhookSecret: string;
  /** JSON file `{ "offsetMs": number }` added to real time; absent file = real time. */
  clockFile: string | undefined;
  /** Business time between a payment or refund and what follows it later (dispute, refund settled or failed). */
  laterMs: number;
};

const DEFAULT_LATER_MS = 1_500;

/** Reads the environment; throws one error that names every variable that is missing or wrong. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const faults: string[] = [];
  const needed = (name: string, isRight: (value: string) => boolean, hint: string): string => {
    const value = env[name] ?? '';
    if (value === '') faults.push(`${name} is missing (${hint})`);
    else if (!isRight(value)) faults.push(`${name} is wrong (${hint})`);
    return value;
  };
  const port = needed('STRIPE_EMULATOR_PORT', isPort, 'a TCP port, 0 to 65535');
  const stateFolder = needed('STRIPE_EMULATOR_STATE', () => true, 'a folder for the state');
  const secretKey = needed('STRIPE_SECRET_KEY', (v) => /^(sk|rk)_test_\w+$/.test(v), 'sk_test_…');
  const webhookUrl = needed('STRIPE_WEBHOOK_URL', isHttpUrl, 'an http or https address');
  const webhookSecret = needed('STRIPE_WEBHOOK_SECRET', (v) => /^whsec_\S+$/.test(v), 'whsec_…');
  const later = env['STRIPE_EMULATOR_LATER_MS'] ?? String(DEFAULT_LATER_MS);
  if (!/^\d{1,9}$/.test(later)) faults.push('STRIPE_EMULATOR_LATER_MS is wrong (milliseconds)');
  if (faults.length > 0) throw new Error(`The Stripe emulator cannot start: ${faults.join('; ')}.`);
  return {
    port: Number(port),
    stateFolder,
    secretKey,
    webhookUrl,
    webhookSecret,
    clockFile: env['CLOCK_FILE'] === '' ? undefined : env['CLOCK_FILE'],
    laterMs: Number(later),
  };
}

function isPort(value: string): boolean {
  return /^\d{1,5}$/.test(value) && Number(value) <= 65_535;
}

function isHttpUrl(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
