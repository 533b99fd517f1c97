let count = 0;

/** Runs one step of the demonstration and prints it with what it gave. */
export async function step<T>(
  what: string,
  act: () => Promise<T>,
  show: (result: T) => string = (result) =>
    result === undefined ? '' : Array.isArray(result) ? result.join(', ') : String(result),
): Promise<T> {
  count += 1;
  const started = performance.now();
  const result = await act();
  const took = `${((performance.now() - started) / 1_000).toFixed(1)} s`;
  console.log(`${String(count).padStart(3)}  ${what}  ${show(result)}  (${took})`);
  return result;
}

export function expectEqual<T>(what: string, got: T, wanted: T): void {
  if (got !== wanted) throw new Error(`${what}: expected ${String(wanted)}, got ${String(got)}`);
}

export function expectThat(what: string, holds: boolean): void {
  if (!holds) throw new Error(`expected ${what}`);
}
