/**
 * Resolves at the first Ctrl-C, SIGTERM or closed terminal, or when the bootstrap that started us was killed outright.
 * `onStop` runs at that moment. Later signals change nothing: the orderly stop goes on.
 */
export function untilStopped(onStop?: () => void): Promise<string> {
  const parent = Number(process.env['ADMISSIONS_BOOTSTRAP_PID']);
  return new Promise((resolve) => {
    // The timer also keeps the process alive: children in groups of their own would not.
    const alive = setInterval(() => {
      if (parent > 0 && process.ppid !== parent) end('the command that started it is gone');
    }, 500);
    const end = (reason: string) => {
      clearInterval(alive);
      onStop?.();
      resolve(reason);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(signal));
  });
}
