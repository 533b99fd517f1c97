// For processes that a test starts: packages of this repository are read from their sources, so that no build is needed.
import { registerHooks } from 'node:module';

const libs = new URL('../../', import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    const [, library, file] = /^@admissions\/([a-z-]+)\/(.*)$/.exec(specifier) ?? [];
    return library
      ? { url: new URL(`${library}/src/${file}.ts`, libs).href, shortCircuit: true }
      : next(specifier, context);
  },
});
