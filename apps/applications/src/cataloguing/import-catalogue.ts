import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonical } from '@admissions/identity/ids';
import { Log } from '@admissions/runtime/log';
import type { Act } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import {
  changedFields,
  intakeOf,
  movedIntakes,
  versionReused,
  type Catalogue,
  type Programme,
  withUnnamed,
} from '../domain/programme.ts';
import { ApplicationStore } from '../store/application.store.ts';
import { claimOfIntake, ProgrammeStore } from '../store/programme.store.ts';
import { readCatalogue } from './catalogue-file.ts';

/**
 * Brings the programmes of a catalogue file into the store: a programme that changed gets a new revision, one that did not
 * is left alone, and one that the file no longer names is kept. So is an intake, closed: there may be applications for it. Nothing
 * is overwritten silently: every change is logged.
 */
@Injectable()
export class ImportCatalogue {
  constructor(
    private readonly programmes: ProgrammeStore,
    private readonly applications: ApplicationStore,
    private readonly store: Store,
    private readonly log: Log,
  ) {}

  /** Throws when the file is missing or wrong, or contradicts what is kept: the service must not start with it. */
  async run(file: string): Promise<void> {
    const { catalogue, warnings } = await readCatalogue(file);
    for (const warning of warnings) this.log.warn({ file, warning }, 'the catalogue is unusual');
    // Before anything is changed: a file that is refused leaves all as it was for the replicas that run.
    for (const { id } of catalogue.programmes) await this.#refuseMoves(id, catalogue);
    for (const programme of catalogue.programmes) await this.#import(programme, catalogue);
    await this.#tellOfUnnamed(catalogue);
  }

  /** Applications are tied to the programme of their intake: it cannot go to another one under them. */
  async #refuseMoves(programmeId: string, catalogue: Catalogue): Promise<void> {
    const kept = await this.programmes.streams.load(programmeId);
    for (const { id: intakeId, to } of kept ? movedIntakes(kept.state, catalogue) : []) {
      const where = { programmeId, intakeId };
      const { items } = await this.applications.streams.list({ where, orderBy: 'createdAt', limit: 1 });
      if (items.length > 0)
        throw new Error(
          `the catalogue cannot be imported: intake ${intakeId} of ${programmeId} has applications and cannot go to ${to}`,
        );
    }
  }

  async #import(named: Programme, catalogue: Catalogue): Promise<void> {
    const { id } = named;
    const kept = await this.programmes.streams.load(id);
    const programme = withUnnamed(kept?.state, named, catalogue);
    for (const { id: intake, unnamed } of programme.intakes)
      if (unnamed)
        this.log.warn({ programme: id, intake }, 'the catalogue no longer names an intake; it is closed');
    const clash = kept && versionReused(kept.state, programme);
    if (clash !== undefined) throw new Error(`the catalogue cannot be imported: programme ${id}, ${clash}`);
    const act = actOf(programme, kept?.revision ?? 0);
    await this.#claimIntakes(programme, catalogue, act);
    const fields = kept && changedFields(kept.state, programme);
    this.programmes.announce(id);
    if (fields?.length === 0) return;
    const { repeated } = await this.programmes.streams.change(id, act, () => ({ state: programme }));
    // A replica that starts with the same file does the same; one of them tells.
    if (!repeated)
      this.log.info({ programme: id, fields }, fields ? 'a programme was changed' : 'a programme was added');
  }

  async #claimIntakes(programme: Programme, catalogue: Catalogue, act: Act): Promise<void> {
    const stillHolds = async (holder: string, intakeId: string) => {
      const named =
        catalogue.programmes.find(({ id }) => id === holder) ??
        (await this.programmes.streams.load(holder))?.state;
      return named !== undefined && intakeOf(named, intakeId) !== undefined;
    };
    for (const { id: intakeId } of programme.intakes) {
      const claim = await this.store.claims.take(claimOfIntake(intakeId), programme.id, act, (holder) =>
        stillHolds(holder, intakeId),
      );
      if (!claim.held)
        throw new Error(`the catalogue cannot be imported: intake ${intakeId} belongs to ${claim.holder}`);
    }
  }

  async #tellOfUnnamed({ programmes }: Catalogue): Promise<void> {
    const named = new Set(programmes.map(({ id }) => id));
    const unnamed = (await this.programmes.all()).filter(({ id }) => !named.has(id));
    for (const { id } of unnamed)
      this.log.warn({ programme: id }, 'the catalogue no longer names a programme; it is kept');
  }
}

/** The cause holds the revision it starts from: a file that goes back to former figures is a change again. */
function actOf(programme: Programme, revision: number): Act {
  const hash = createHash('sha256').update(canonical(programme)).digest('hex');
  return {
    name: 'import-catalogue',
    by: 'system:applications/import-catalogue',
    correlationId: `catalogue-${hash.slice(0, 16)}`,
    cause: { id: `catalogue/${hash}/${revision}`, fingerprint: hash },
  };
}
