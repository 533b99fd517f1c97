/**
 * Checks who imports whom by `.dependency-cruiser.cjs` and says how many modules were seen.
 * A resolver that sees nothing would pass every rule, hence the floors.
 */
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const floors = { modules: 550, crossings: 650 };

const options = await extractDepcruiseOptions('./.dependency-cruiser.cjs');
const tsConfig = extractTSConfig('./tsconfig.depcruise.json');
const { output } = await cruise(['apps', 'libs', 'tools', 'e2e'], options, undefined, { tsConfig });
const { summary, modules } = output as ICruiseResult;

const own = modules.filter(({ source }) => /^(apps|libs|tools|e2e)\//.test(source));
// Imports of a library's sources from another workspace: when names no longer resolve to sources, they vanish.
const crossings = own.flatMap(({ source, dependencies }) =>
  dependencies.filter(
    ({ resolved }) => resolved.startsWith('libs/') && !source.startsWith(resolved.split('/', 2).join('/')),
  ),
).length;

for (const violation of summary.violations)
  console.error(`${violation.rule.name}: ${violation.from} → ${violation.to}`);
console.log(
  `dependency rules: ${own.length} modules, ${crossings} imports of libraries, ${summary.violations.length} violations`,
);
if (own.length < floors.modules || crossings < floors.crossings) {
  console.error(
    `fewer than expected (${floors.modules} modules, ${floors.crossings} imports): the resolver does not see the code`,
  );
  process.exitCode = 1;
}
if (summary.error > 0) process.exitCode = 1;
