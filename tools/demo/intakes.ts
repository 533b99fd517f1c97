import type { Schemas } from '../client/api.ts';

type Programme = Schemas['Programme'];

export interface OpenIntake {
  readonly id: string;
  readonly programmeId: string;
  readonly startsOn: string;
  readonly capacity: number;
  readonly tuition: Schemas['Money'];
}

/** The intakes that are open, the one that starts first first: the clock moves to a start, and later ones stay open for the next run. */
export function openIntakes(programmes: readonly Programme[]): OpenIntake[] {
  return programmes
    .flatMap(({ id: programmeId, capacity, tuition, intakes }) =>
      intakes
        .filter(({ isOpen }) => isOpen)
        .map(({ id, startsOn }) => ({ id, programmeId, startsOn, capacity, tuition })),
    )
    .toSorted((a, b) => a.startsOn.localeCompare(b.startsOn));
}

/** As few of them as have places for so many admissions, two at least when there are two; the people spread over them evenly. */
export function intakesFor(open: readonly OpenIntake[], admissions: number): OpenIntake[] {
  for (let count = Math.min(2, open.length); count <= open.length && count > 0; count += 1) {
    const chosen = open.slice(0, count);
    if (chosen.every(({ capacity }) => capacity >= Math.ceil(admissions / count))) return chosen;
  }
  const places = open.reduce((sum, { capacity }) => sum + capacity, 0);
  throw new Error(
    `${admissions} admissions do not fit into the ${open.length} open intakes (${places} places). ` +
      'Play fewer people, or forget the state with "npm run reset": the clock has moved past the start of the others.',
  );
}
