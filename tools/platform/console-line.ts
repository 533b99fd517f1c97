/** By pino's numbers and by their names: a logger may write either. */
const levels: Record<string, string> = {
  40: 'WARN',
  50: 'ERROR',
  60: 'FATAL',
  warn: 'WARN',
  error: 'ERROR',
  fatal: 'FATAL',
};

/**
 * The short line that the console shows of a service's log line: warnings and errors only, the rest is in the log file.
 * A line that is not JSON (a crash before the logger exists) is shown as it is, unless it is a notice of Node itself.
 */
export function consoleLine(instance: string, line: string): string | undefined {
  const entry = parse(line);
  if (!entry) return line.trim() && !/^\(node:|^\(Use `/.test(line) ? `${instance}: ${line}` : undefined;
  const level = levels[`${entry['level'] as string | number}`];
  if (!level) return undefined;
  const error = entry['err'] as { message?: string } | undefined;
  const text = [entry['msg'], error?.message].filter((part) => typeof part === 'string' && part).join(': ');
  return `${level} ${instance}: ${text.slice(0, 300)}`;
}

function parse(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
