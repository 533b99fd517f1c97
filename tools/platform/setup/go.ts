import { onPath } from '../paths.ts';
import { PlatformError } from '../log.ts';

/** The `go` program (on PATH, or where the Go project's own package puts it), or a message saying what to do without it. */
export function go(
  env: NodeJS.ProcessEnv,
  forWhat: string,
  instead: string,
  usual = '/usr/local/go/bin',
): string {
  const program = onPath('go', env) ?? onPath('go', { PATH: usual });
  if (program) return program;
  throw new PlatformError(
    `Go is needed to build ${forWhat}, and no \`go\` is on PATH. Install Go 1.24 or later (Debian: apt-get install golang-go from ` +
      `backports, or the tarball of the Go project), or ${instead}.`,
  );
}

/** Environment of a Go build that behaves alike everywhere: no C compiler, no version control look-ups. */
export function goEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false -trimpath', GOWORK: 'off' };
}
