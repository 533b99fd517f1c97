import { registerHooks } from 'node:module';

/** Lets a child process read the sources of our packages as the tests do: no build is needed before them. */
registerHooks({
  resolve(specifier, context, next) {
    const match = /^@admissions\/([a-z-]+)\/(.*)$/.exec(specifier);
    if (!match) return next(specifier, context);
    return next(new URL(`../../${match[1]}/src/${match[2]}.ts`, import.meta.url).href, context);
  },
});
