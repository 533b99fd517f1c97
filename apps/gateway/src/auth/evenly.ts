/** The answers of acts that must not tell whether an address is known come on a beat, whatever the work took. */
const beatMs = 250;

/** Runs `work` and settles at the next beat after it ends, well or badly. */
export async function evenly<T>(work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    await untilBeat(start);
  }
}

/** Runs `work`; only its failure waits for the beat: who may come in need not wait. */
export async function refusedEvenly<T>(work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await work();
  } catch (error) {
    await untilBeat(start);
    throw error;
  }
}

function untilBeat(start: number): Promise<void> {
  const elapsed = performance.now() - start;
  const left = Math.ceil(elapsed / beatMs) * beatMs - elapsed;
  return new Promise((resolve) => setTimeout(resolve, left));
}
