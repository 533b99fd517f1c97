/**
 * Writes docs/generated/ and the types of the API client from the tables of the contracts.
 *   npm run docs            writes
 *   npm run docs -- --check fails when what is written is stale
 */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { buildOpenApi } from '@admissions/contracts/http/openapi';
import openapiTs, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import { callsPage, messagesPage } from './messages.ts';
import { problemsPage } from './problems.ts';
import { rolesPage } from './roles.ts';
import { statesPage } from './states.ts';

const root = join(import.meta.dirname, '..', '..');
const openApi = buildOpenApi();

/** The generator of types cannot name a type that holds itself: for a client, any JSON value is `unknown`. */
function withoutRecursion(document: ReturnType<typeof buildOpenApi>): OpenAPI3 {
  const copy = structuredClone(document) as unknown as OpenAPI3;
  if (copy.components?.schemas?.['Json'])
    (copy.components.schemas as Record<string, object>)['Json'] = { description: 'Any JSON value.' };
  return copy;
}

const files: Record<string, string> = {
  'docs/generated/openapi.json': `${JSON.stringify(openApi, null, 2)}\n`,
  'docs/generated/messages.md': `${messagesPage()}\n${callsPage()}`,
  'docs/generated/problems.md': problemsPage(),
  'docs/generated/roles.md': rolesPage(),
  'docs/generated/states.md': statesPage(),
  'tools/client/openapi-types.ts': `// Generated from docs/generated/openapi.json by \`npm run docs\`.\n${astToString(await openapiTs(withoutRecursion(openApi)))}`,
};

const stale: string[] = [];
for (const [path, content] of Object.entries(files)) {
  const file = join(root, path);
  const text = path.endsWith('.ts') ? await pretty(file, content) : content;
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  stale.push(relative(root, file));
  if (process.argv.includes('--check')) continue;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

if (process.argv.includes('--check') && stale.length > 0) {
  console.error(`stale, run "npm run docs": ${stale.join(', ')}`);
  process.exitCode = 1;
} else {
  console.log(stale.length === 0 ? 'generated documentation is up to date' : `written: ${stale.join(', ')}`);
}

async function pretty(file: string, content: string): Promise<string> {
  return format(content, { ...(await resolveConfig(file)), filepath: file });
}
