/** One line on the console for a person: what happens now. */
export type Log = (line: string) => void;

/** An error whose message is meant for the person at the console: what is missing and what to do. No stack is printed for it. */
export class PlatformError extends Error {
  override name = 'PlatformError';
}

/** Runs a command's main function; a PlatformError becomes its message and exit code 1, anything else keeps its stack. */
export async function runCommand(main: () => Promise<number | void>): Promise<void> {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof PlatformError ? `\n${error.message}\n` : error);
    process.exitCode = 1;
  }
}
