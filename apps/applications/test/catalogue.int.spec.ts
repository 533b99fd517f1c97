import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getApplication, listProgrammes } from '@admissions/contracts/applications';
import { placesAnswered } from '@admissions/contracts/offers';
import { placesRequested } from '@admissions/contracts/juries';
import { subjects, waitFor, type TestService } from '@admissions/runtime/testing';
import { ImportCatalogue } from '../src/cataloguing/import-catalogue.ts';
import { ProgrammeStore } from '../src/store/programme.store.ts';
import { codeOf } from './process.ts';
import { catalogueFile, desk, newCandidate, startApplications } from './service.ts';

const folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
const file = join(folder, 'catalogue.yaml');
const original = readFileSync(catalogueFile, 'utf8');
let service: TestService;

beforeAll(async () => {
  writeFileSync(file, original);
  service = await startApplications(file);
});
afterAll(async () => {
  await service?.stop();
  rmSync(folder, { recursive: true });
});

const restartWith = async (text: string) => {
  writeFileSync(file, text);
  await service.restart();
};
const energies = 'energies-2027-09';
const withoutEnergies = original
  .slice(0, original.indexOf(`      - id: ${energies}`))
  .replace(/ {4}intakes:\n$/, '    intakes: []\n')
  .replace("'2027-1'", "'2027-6'");
const revisionOf = async (id: string) => (await service.app.get(ProgrammeStore).streams.load(id))?.revision;
const programmes = async () => (await service.call(listProgrammes, {}, subjects.visitor)).items;

describe('the catalogue file', () => {
  it('that did not change makes no new revision', async () => {
    expect(await revisionOf('donnees')).toBe(1);
    await service.restart();
    expect(await revisionOf('donnees')).toBe(1);
    expect((await programmes()).map(({ id }) => id)).toEqual(['donnees', 'energies']);
  });

  it('that changed makes a new revision of what changed, and of nothing else', async () => {
    await restartWith(original.replace('capacity: 30', 'capacity: 31'));
    expect((await programmes())[0]).toMatchObject({ id: 'donnees', capacity: 31 });
    expect(await revisionOf('donnees')).toBe(2);
    expect(await revisionOf('energies')).toBe(1);
  });

  it('that several replicas import at once makes one revision', async () => {
    writeFileSync(file, original.replace('capacity: 20', 'capacity: 21'));
    const importing = service.app.get(ImportCatalogue);
    await Promise.all([importing.run(file), importing.run(file), importing.run(file)]);
    expect(await revisionOf('energies')).toBe(2);
    expect((await programmes())[1]).toMatchObject({ id: 'energies', capacity: 21 });
  });

  it('that goes back to what it was makes a new revision too', async () => {
    await restartWith(original);
    expect((await programmes())[0]).toMatchObject({ capacity: 30 });
    expect(await revisionOf('donnees')).toBe(3);
  });

  it('with new figures under a new version leaves the applications that began before as they are', async () => {
    const at = desk(service);
    const [before, after] = [newCandidate(), newCandidate()];
    const started = await at.draft(before);
    await restartWith(
      original
        .replace("version: '2027-1'", "version: '2027-2'")
        .replace('applicationFee: { amount: 8000', 'applicationFee: { amount: 9500'),
    );
    const feeOf = async (applicationId: string, as: typeof before) =>
      (await service.call(getApplication, { applicationId }, as)).fee.amount;
    expect(await feeOf(started, before)).toBe(8000);
    expect(await feeOf(await at.draft(after), after)).toBe(9500);
  });

  it('that no longer names a programme leaves it in place', async () => {
    await restartWith(
      original
        .slice(0, original.indexOf('  - id: energies'))
        .replace("version: '2027-1'", "version: '2027-3'"),
    );
    expect((await programmes()).map(({ id }) => id)).toEqual(['donnees', 'energies']);
  });

  it('that no longer names an intake closes it, and who applied for it still gets a place (R10)', async () => {
    const candidate = newCandidate();
    const applicationId = await desk(service).complete(candidate, energies);
    const reserve = async (sessionId: string) => {
      const admissions = [{ applicationId }];
      await service.publish(placesRequested, { sessionId, attempt: 1, intakeId: energies, admissions });
      return waitFor('places', () =>
        service.seen(placesAnswered).find(({ data }) => data.sessionId === sessionId),
      );
    };
    await restartWith(withoutEnergies);
    const seen = (await programmes()).find(({ id }) => id === 'energies')!.intakes;
    expect(seen).toMatchObject([{ id: energies, isOpen: false }]);
    expect((await reserve('session-unnamed')).data).toMatchObject({ reserved: true });
    expect(await codeOf(desk(service).draft(newCandidate(), {}, energies))).toBe('intake-not-open');
    expect(await codeOf(desk(service).confirm(applicationId, candidate))).toBe('intake-not-open');
    const revision = await revisionOf('energies');
    await service.restart();
    expect(await revisionOf('energies')).toBe(revision);
    await restartWith(original.replace("'2027-1'", "'2027-7'"));
    expect((await desk(service).confirm(applicationId, candidate)).state).toBe('fee-pending');
  });

  it('that gives an intake with applications to another programme changes nothing', async () => {
    await desk(service).draft(newCandidate(), {}, energies);
    const moved = original.slice(original.indexOf(`      - id: ${energies}`));
    const at = withoutEnergies.indexOf('  - id: energies');
    writeFileSync(
      file,
      (withoutEnergies.slice(0, at) + moved + withoutEnergies.slice(at)).replace("'2027-1'", "'2027-8'"),
    );
    const before = [await revisionOf('donnees'), await revisionOf('energies')];
    await expect(service.app.get(ImportCatalogue).run(file)).rejects.toThrow(
      /intake energies-2027-09 of energies has applications and cannot go to donnees/,
    );
    expect([await revisionOf('donnees'), await revisionOf('energies')]).toEqual(before);
  });

  it.each<[string, string, RegExp]>([
    ['is wrong', original.replace('capacity: 30', 'capacity: none'), /line \d+: programmes\.0\.capacity/],
    [
      'changes figures under the same version',
      original.replace("version: '2027-E'", "version: '2027-E'").replace('amount: 9000', 'amount: 9100'),
      /energies-2027-09.*new version/,
    ],
    [
      'gives an intake to another programme',
      original.replace('id: energies\n', 'id: energies-bis\n').replace("'2027-1'", "'2027-4'"),
      /intake energies-2027-09 belongs to energies/,
    ],
  ])('that %s keeps the service from starting', async (_what, text, complaint) => {
    writeFileSync(file, text);
    await expect(service.restart()).rejects.toThrow(complaint);
    await restartWith(original.replace("'2027-1'", "'2027-5'"));
  });

  it('that is missing keeps the service from starting', async () => {
    rmSync(file);
    await expect(service.restart()).rejects.toThrow('catalogue.yaml');
    await restartWith(original.replace("'2027-1'", "'2027-6'"));
  });
});
