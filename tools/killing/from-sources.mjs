// For processes that a test starts: TypeScript with decorators is read from the sources, so that no build is needed.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const root = new URL('../../', import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    const [, library, file] = /^@admissions\/([a-z-]+)\/(.*)$/.exec(specifier) ?? [];
    return library
      ? { url: new URL(`libs/${library}/src/${file}.ts`, root).href, shortCircuit: true }
      : next(specifier, context);
  },
  load(url, context, next) {
    if (!url.startsWith(root.href) || !url.endsWith('.ts') || url.includes('/node_modules/'))
      return next(url, context);
    const { code } = transformSync(readFileSync(fileURLToPath(url), 'utf8'), {
      filename: fileURLToPath(url),
      swcrc: false,
      jsc: {
        target: 'es2024',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        keepClassNames: true,
      },
      module: { type: 'nodenext' },
      sourceMaps: 'inline',
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
