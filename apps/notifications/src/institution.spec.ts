import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { demonstrationInstitution, institutionSchema, readInstitution } from './institution.ts';

const folder = mkdtempSync(join(tmpdir(), 'institution-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(content: object): string {
  const file = join(folder, 'institution.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

it('is the demonstration when no document is named, and the document otherwise', () => {
  expect(readInstitution(undefined)).toEqual(demonstrationInstitution);
  expect(institutionSchema.parse(demonstrationInstitution)).toEqual(demonstrationInstitution);
  expect(readInstitution(fileOf({ ...demonstrationInstitution, name: 'Autre' })).name).toBe('Autre');
});

it('is refused with the names of what is missing or wrong', () => {
  const { service: _service, ...rest } = demonstrationInstitution;
  expect(() => readInstitution(fileOf({ ...rest, siret: '12' }))).toThrow(
    /siret[\s\S]*service|service[\s\S]*siret/,
  );
});

it.each([
  ['is not there', () => join(folder, 'absent.json')],
  [
    'is not JSON',
    () => {
      const file = join(folder, 'text.json');
      writeFileSync(file, 'name: École');
      return file;
    },
  ],
])('is refused with the name of the variable when the file %s', (_what, file) => {
  expect(() => readInstitution(file())).toThrow(/INSTITUTION_FILE/);
});

it('has an example to copy: the demonstration itself', () => {
  const example = new URL('../../../deploy/institution.example.json', import.meta.url);
  expect(JSON.parse(readFileSync(example, 'utf8'))).toEqual(demonstrationInstitution);
  expect(readInstitution(example.pathname)).toEqual(demonstrationInstitution);
});
