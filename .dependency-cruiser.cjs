/** Who may import whom. `npm run check` fails when a rule is broken. */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment:
        'Rules know nothing of frameworks, databases or other layers: only domain/, contracts and the calendar.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/domain/', pathNot: '\\.spec\\.ts$' },
      to: {
        pathNot: ['^apps/$1/src/domain/', '^libs/(contracts|calendar)/', 'node_modules/zod/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'domain-specs-stay-near',
      comment: 'A rule test reads rules, contracts and test tools, nothing that runs.',
      severity: 'error',
      from: { path: '^apps/[^/]+/src/domain/.*\\.spec\\.ts$' },
      to: {
        path: [
          'node_modules/@nestjs/',
          'node_modules/mongoose/',
          'node_modules/amqplib/',
          '^libs/(store|messaging|runtime)/',
        ],
      },
    },
    {
      name: 'apps-are-islands',
      comment: 'Services share contracts and libraries, never each other’s code.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-do-not-know-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(apps|tools|e2e)/' },
    },
    {
      name: 'contracts-need-zod-only',
      severity: 'error',
      from: { path: '^libs/contracts/src', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^libs/contracts/', 'node_modules/zod/'] },
    },
    {
      name: 'production-holds-no-tools',
      severity: 'error',
      from: { path: '^(apps|libs)/[^/]+/src/', pathNot: ['\\.spec\\.ts$', 'testing\\.ts$'] },
      to: { path: '^tools/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-barrels',
      comment: 'Import the file, not a folder.',
      severity: 'error',
      from: {},
      to: { path: '^(apps|libs|tools)/.*/index\\.ts$' },
    },
    {
      name: 'declared-packages-only',
      severity: 'error',
      from: { path: '^(apps|libs)/[^/]+/src/', pathNot: ['\\.spec\\.ts$'] },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.depcruise.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs'],
    },
  },
};
