import { readFile } from 'node:fs/promises';
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
} from 'yaml';
import {
  catalogue,
  errorsIn,
  warningsIn,
  type Catalogue,
  type CatalogueRemark,
} from '../domain/programme.ts';

/** The file cannot be used. The message names the file, and for each mistake the line and the field. */
export class CatalogueError extends Error {
  constructor(file: string, lines: readonly string[], options?: ErrorOptions) {
    super(`the catalogue ${file} cannot be used:\n${lines.map((line) => `  ${line}`).join('\n')}`, options);
    this.name = 'CatalogueError';
  }
}

export interface CatalogueFile {
  readonly catalogue: Catalogue;
  /** What is unusual (R2, R90), each with its line. */
  readonly warnings: readonly string[];
}

/** Larger than any school's catalogue; a file beyond it is a mistake. */
const mostBytes = 2_000_000;

/** Reads and checks a catalogue file. Throws a {@link CatalogueError} that names every mistake with its line. */
export async function readCatalogue(file: string): Promise<CatalogueFile> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new CatalogueError(file, [error instanceof Error ? error.message : String(error)], {
      cause: error,
    });
  });
  if (text.length > mostBytes) throw new CatalogueError(file, [`it is larger than ${mostBytes} characters`]);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const said = ({ path, message }: CatalogueRemark) =>
    `line ${lineOf(document, lines, path)}: ${path.join('.')}: ${message}`;

  if (document.errors.length > 0) {
    const mistakes = document.errors.map(
      ({ pos, message }) => `line ${lines.linePos(pos[0]).line}: ${message}`,
    );
    throw new CatalogueError(file, mistakes);
  }
  const parsed = catalogue.safeParse(document.toJS());
  if (!parsed.success) {
    const remarks = parsed.error.issues.map(({ path, message }) => ({
      path: path as (string | number)[],
      message,
    }));
    throw new CatalogueError(file, remarks.map(said));
  }
  const errors = errorsIn(parsed.data);
  if (errors.length > 0) throw new CatalogueError(file, errors.map(said));
  return { catalogue: parsed.data, warnings: warningsIn(parsed.data).map(said) };
}

/** The line of the field at `path`, or of the nearest thing around it that the file has. */
function lineOf(document: Document, lines: LineCounter, path: readonly (string | number)[]): number {
  let at = 0;
  let node = resolved(document, document.contents);
  for (const step of path) {
    const next = child(node, step);
    if (!next) break;
    at = next.at ?? at;
    node = resolved(document, next.node);
  }
  return lines.linePos(at).line;
}

function child(node: Node | undefined, step: string | number): { at?: number; node: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === step);
    return pair && { at: (pair.key as Node).range?.[0], node: pair.value };
  }
  if (isSeq(node)) {
    const item = node.items[Number(step)] as Node | undefined;
    return item && { at: item.range?.[0], node: item };
  }
  return undefined;
}

function resolved(document: Document, node: unknown): Node | undefined {
  return (isAlias(node) ? node.resolve(document) : node) as Node | undefined;
}
