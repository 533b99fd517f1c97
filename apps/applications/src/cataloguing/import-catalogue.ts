import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonical } from '@admissions/identity/ids';
import { Log } from '@admissions/runtime/log';
import type { Act } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import {
  changedFields,
  intakeOf,
  versionReused,
  type Catalogue,
  type Programme,
} from '../domain/programme.ts';
import { claimOfIntake, ProgrammeStore } from '../store/programme.store.ts';
import { readCatalogue } from './catalogue-file.ts';

/**
 * Brings the programmes of a catalogue file into the store: a programme that changed gets a new revision, one that did not
 * is left alone, and one that the file no longer names is kept. Nothing is overwritten silently: every change is logged.
 */
@Injectable()
export class ImportCatalogue {
  constructor(
    private readonly programmes: ProgrammeStore,
    private readonly store: Store,
    private readonly log: Log,
  ) {}

  /** Throws when the file is missing or wrong, or contradicts what is kept: the service must not start with it. */
  async run(file: string): Promise<void> {
    const { catalogue, warnings } = await readCatalogue(file);
    for (const warning of warnings) this.log.warn({ file, warning }, 'the catalogue is unusual');
    for (const programme of catalogue.programmes) await this.#import(programme, catalogue);
    await this.#tellOfUnnamed(catalogue);
  }

  async #import(programme: Programme, catalogue: Catalogue): Promise<void> {
    const { id } = programme;
    const kept = await this.programmes.streams.load(id);
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
