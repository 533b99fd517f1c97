import { Injectable } from '@nestjs/common';
import { Store } from '@admissions/store/store';
import type { StreamStore } from '@admissions/store/stream.store';
import { intakeOf, type Intake, type Programme } from '../domain/programme.ts';

const claimOf = (intakeId: string) => `intake/${intakeId}`;
/** How long the public list may be behind an import by another replica. */
const cachedMs = 5_000;
const mostProgrammes = 200;

/** The programmes; a claim per intake says to which programme it belongs. */
@Injectable()
export class ProgrammeStore {
  readonly streams: StreamStore<Programme>;
  /** Imported by this process: their narrow copies may not be written yet. */
  readonly #imported = new Set<string>();
  #list: { at: number; programmes: Promise<Programme[]> } | undefined;

  constructor(readonly store: Store) {
    this.streams = store.streams<Programme>({ name: 'programme', summary: ({ title }) => ({ title }) });
  }

  /** Makes an imported programme visible in the list of this process at once. */
  announce(id: string): void {
    this.#imported.add(id);
    this.#list = undefined;
  }

  /** The programme of an intake, and the intake as it is now; read from the truth. */
  async findIntake(intakeId: string): Promise<{ programme: Programme; intake: Intake } | undefined> {
    const programmeId = await this.store.claims.holderOf(claimOf(intakeId));
    const programme = programmeId === undefined ? undefined : (await this.streams.load(programmeId))?.state;
    const intake = programme && intakeOf(programme, intakeId);
    return programme && intake && { programme, intake };
  }

  /** All programmes by title, a few seconds old at most: for showing, not for deciding. */
  async all(): Promise<Programme[]> {
    const now = performance.now();
    if (!this.#list || now - this.#list.at > cachedMs) {
      const list = { at: now, programmes: this.#read() };
      this.#list = list;
      // A failed reading is not kept.
      list.programmes.catch(() => {
        if (this.#list === list) this.#list = undefined;
      });
    }
    return this.#list.programmes;
  }

  async #read(): Promise<Programme[]> {
    const { items } = await this.streams.list({ orderBy: 'title', limit: mostProgrammes });
    const ids = new Set([...items.map(({ id }) => id), ...this.#imported]);
    const loaded = await Promise.all([...ids].map((id) => this.streams.load(id)));
    return loaded
      .flatMap((found) => (found ? [found.state] : []))
      .sort((a, b) => a.title.localeCompare(b.title, 'fr'));
  }
}

/** The text of the claim that ties an intake to its programme: intake ids are unique in the whole school. */
export { claimOf as claimOfIntake };
