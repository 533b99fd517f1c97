import { execFileSync } from 'node:child_process';
import { onPath } from '../paths.ts';
import { PlatformError } from '../log.ts';

/** From this version on, Go fetches by itself the newer toolchain that a module asks for. */
const oldest = [1, 21] as const;

/** The `go` program (on PATH, or where the Go project's own package puts it), or a message saying what to do without it. */
export function go(
  env: NodeJS.ProcessEnv,
  forWhat: string,
  instead: string,
  usual = '/usr/local/go/bin',
): string {
  const program = onPath('go', env) ?? onPath('go', { PATH: usual });
  const version = program && versionOf(program, env);
  if (program && version && isRecent(version)) return program;
  throw new PlatformError(
    `Go is needed to build ${forWhat}, and ${version ? `\`go\` is ${version}, which is too old` : 'no `go` is on PATH'}. ` +
      `Install Go 1.24 or later (the Go project's own package, or golang-go of Debian's backports), or ${instead}.`,
  );
}

function versionOf(program: string, env: NodeJS.ProcessEnv): string {
  try {
    return execFileSync(program, ['env', 'GOVERSION'], { cwd: '/', env, encoding: 'utf8' }).trim();
  } catch {
    return 'broken (`go env` fails)';
  }
}

function isRecent(version: string): boolean {
  const [major = 0, minor = 0] = (/^go(\d+)\.(\d+)/.exec(version) ?? []).slice(1).map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

/** Environment of a Go build that behaves alike everywhere: no C compiler, no version control look-ups. */
export function goEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false -trimpath', GOWORK: 'off' };
}
