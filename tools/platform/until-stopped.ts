/** Resolves at the first Ctrl-C, SIGTERM or closed terminal; a second Ctrl-C does not interrupt the orderly stop. */
export function untilStopped(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    // The timer keeps the process alive: children with their own groups and closed pipes would not.
    const alive = setInterval(() => undefined, 60_000);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        clearInterval(alive);
        resolve(signal);
      });
    }
  });
}
