import { readFileSync } from 'node:fs';
import createModule from '@neslinesli93/qpdf-wasm';

/** What this service uses of the module that Emscripten builds; the package's own types name only a part of it. */
interface QpdfModule {
  readonly FS: {
    init(
      input: () => null,
      output: (byte: number | null) => void,
      error: (byte: number | null) => void,
    ): void;
    writeFile(path: string, bytes: Uint8Array): void;
    readFile(path: string): Uint8Array;
  };
  callMain(args: readonly string[]): number;
}
type Create = (options: object) => Promise<QpdfModule>;

/** Of WebAssembly, whose types TypeScript gives only together with those of a browser. */
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>;
  instantiate(program: object, imports: object): Promise<object>;
};

/** How a run of qpdf ended: 0 without a word, 2 with an error, 3 with warnings (its manual, "Exit Status"). */
export interface Run {
  readonly status: number;
  readonly output: readonly string[];
  readonly complaints: readonly string[];
  /** The file that the run wrote. */
  result(): Uint8Array;
}

const input = '/in.pdf';
export const output = '/out.pdf';
let compiled: Promise<object> | undefined;

/**
 * Runs qpdf on bytes, in memory. Each run has an instance of its own, as the program was written to end after one.
 * It reaches neither files nor network of this process.
 */
export async function qpdf(bytes: Uint8Array, ...args: readonly string[]): Promise<Run> {
  compiled ??= WebAssembly.compile(
    readFileSync(new URL('qpdf.wasm', import.meta.resolve('@neslinesli93/qpdf-wasm'))),
  );
  const program = await compiled;
  const said = { output: lines(), complaints: lines() };
  const module = await (createModule as unknown as Create)({
    noInitialRun: true,
    preRun: [({ FS }: QpdfModule) => FS.init(() => null, said.output.take, said.complaints.take)],
    instantiateWasm(imports: object, done: (instance: object, from: object) => void) {
      void instantiate(program, imports, done);
      return {};
    },
  });
  module.FS.writeFile(input, bytes);
  const status = module.callMain(args.map((arg) => (arg === '-' ? input : arg)));
  return {
    status,
    output: said.output.all(),
    complaints: said.complaints.all(),
    result: () => module.FS.readFile(output),
  };
}

async function instantiate(program: object, imports: object, done: (instance: object, from: object) => void) {
  done(await WebAssembly.instantiate(program, imports), program);
}

/** Collects what a program writes byte by byte. */
function lines() {
  const found: string[] = [];
  let line: number[] = [];
  const end = () => {
    if (line.length > 0) found.push(Buffer.from(line).toString('utf8'));
    line = [];
  };
  return {
    take(byte: number | null): void {
      if (byte === 10) end();
      else if (byte !== null) line.push(byte);
    },
    all(): readonly string[] {
      end();
      return found;
    },
  };
}
