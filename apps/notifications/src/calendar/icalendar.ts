/** The syntax of RFC 5545: content lines, escaped and folded, in components. What a component means is said elsewhere. */
export interface Component {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly components?: readonly Component[];
}

export interface Property {
  readonly name: string;
  readonly parameters?: Readonly<Record<string, string>>;
  /** Already of its type: {@link text}, {@link utc}, {@link uri}. */
  readonly value: string;
}

/** A line of 75 octets at most (3.1), its break not counted. */
const longest = 75;

/** Writes a component: its properties first, then what it holds (3.6); every line ends in CRLF, the last one too. */
export function calendarText(component: Component): string {
  return linesOf(component)
    .map((line) => `${fold(line)}\r\n`)
    .join('');
}

function linesOf({ name, properties, components = [] }: Component): string[] {
  return [`BEGIN:${name}`, ...properties.map(lineOf), ...components.flatMap(linesOf), `END:${name}`];
}

function lineOf({ name, parameters = {}, value }: Property): string {
  const given = Object.entries(parameters).map(([key, one]) => `;${key}=${parameter(one)}`);
  return `${name}${given.join('')}:${value}`;
}

/** A value of type TEXT (3.3.11). */
export function text(value: string): string {
  return withoutControls(value)
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

/** An instant in UTC (3.3.5, form 2), from an ISO instant. */
export function utc(instant: string): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** A value of type URI (3.3.13), of an address that may hold anything. */
export function uri(value: string): string {
  return new URL(value).href;
}

/** A parameter value: quoted where it must be; what quotes cannot hold is written as RFC 6868 says. */
function parameter(value: string): string {
  const safe = withoutControls(value).replaceAll('^', '^^').replaceAll('\n', '^n').replaceAll('"', "^'");
  return /[:;,]/.test(safe) ? `"${safe}"` : safe;
}

function withoutControls(value: string): string {
  return value.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' ');
}

/** Breaks a long line between characters, never inside one; a line that goes on begins with a space, which counts. */
function fold(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const character of line) {
    if (Buffer.byteLength(current + character) > longest) {
      lines.push(current);
      current = ' ';
    }
    current += character;
  }
  return [...lines, current].join('\r\n');
}
