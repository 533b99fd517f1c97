import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readCatalogue } from './catalogue-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
const good = readFileSync(new URL('../../test/fixtures/catalogue.yaml', import.meta.url), 'utf8');
let files = 0;

function write(text: string): string {
  const file = join(folder, `${++files}.yaml`);
  writeFileSync(file, text);
  return file;
}

async function complaint(text: string): Promise<string> {
  return readCatalogue(write(text)).then(
    () => 'none',
    (error: Error) => error.message,
  );
}

/** The number of the first line that holds a text. */
const line = (text: string, part: string) => text.split('\n').findIndex((one) => one.includes(part)) + 1;

afterAll(() => rmSync(folder, { recursive: true }));

describe('a catalogue file', () => {
  it('is read, aliases included', async () => {
    const { catalogue, warnings } = await readCatalogue(write(good));
    expect(catalogue.programmes.map(({ id }) => id)).toEqual(['donnees', 'energies']);
    expect(catalogue.programmes[0]!.intakes[1]!.ruleSet.applicationFee).toEqual({
      amount: 8000,
      currency: 'EUR',
    });
    expect(warnings).toEqual([]);
  });

  it.each<[string, (text: string) => string, string, string]>([
    [
      'a field that is missing',
      (text) => text.replace(/ {4}capacity: 30\n/, ''),
      '- id: donnees',
      'capacity',
    ],
    [
      'a misspelt field',
      (text) => text.replace('missionMonths: 6', 'missionsMonths: 6'),
      '- id: donnees',
      'missionsMonths',
    ],
    ['a wrong date', (text) => text.replace('2026-11-02', '2026-11-31'), 'opensOn: 2026-11-31', 'opensOn'],
    [
      'a wrong figure behind an alias',
      (text) => text.replace('juryBusinessDays: 2', 'juryBusinessDays: -2'),
      'juryBusinessDays: -2',
      'juryBusinessDays',
    ],
    [
      'R1: an accreditation that ends too soon',
      (text) => text.replace('2030-08-31', '2027-12-31'),
      'startsOn: 2028-01-17',
      'startsOn',
    ],
    [
      'an intake named twice',
      (text) => text.replace('- id: energies-2027-09', '- id: donnees-2027-09'),
      '',
      'donnees-2027-09 is named twice',
    ],
  ])('with %s names line and field', async (_what, spoil, marker, field) => {
    const text = spoil(good);
    const message = await complaint(text);
    expect(message).toContain(field);
    if (marker !== '') expect(message).toContain(`line ${line(text, marker)}: `);
  });

  it('that is no YAML names the line', async () => {
    expect(await complaint('programmes:\n  - id: [\n')).toMatch(/line \d+: /);
  });

  it('that is not there is named', async () => {
    await expect(readCatalogue(join(folder, 'absent.yaml'))).rejects.toThrow('absent.yaml');
  });

  it('that holds something else is refused', async () => {
    expect(await complaint('')).toContain('cannot be used');
    expect(await complaint('programmes: []\n')).toContain('programmes');
    expect(await complaint('just a sentence\n')).toContain('cannot be used');
  });

  it('warns of an unusual shape with the line (R2)', async () => {
    const text = good.replace('ects: 75', 'ects: 60');
    const { warnings } = await readCatalogue(write(text));
    expect(warnings).toEqual([expect.stringContaining(`line ${line(text, 'ects: 60')}: programmes.0.ects`)]);
  });
});
