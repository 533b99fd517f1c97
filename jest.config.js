import { existsSync } from 'node:fs';

// Three projects: `unit` needs nothing, `service` needs the local servers, `e2e` the whole platform.
// Tests read the sources of our packages, so that no build is needed before them.
const setUp = (start, stop) =>
  existsSync(start) ? { globalSetup: `<rootDir>/${start}`, globalTeardown: `<rootDir>/${stop}` } : {};

const common = {
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^@admissions/([a-z-]+)/(.*)$': '<rootDir>/libs/$1/src/$2.ts' },
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'nodenext' },
        sourceMaps: 'inline',
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/.platform', '/dist/'],
};

export default {
  // For a whole journey on two busy cores; jest reads it here only, not in a project.
  testTimeout: 120_000,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs,tools}/**/src/**/*.spec.ts', '<rootDir>/tools/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.int\\.spec\\.ts$'],
    },
    {
      ...common,
      displayName: 'service',
      testMatch: ['<rootDir>/{apps,libs,tools}/**/*.int.spec.ts'],
      ...setUp('tools/platform/jest-servers.ts', 'tools/platform/jest-servers-stop.ts'),
    },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['<rootDir>/e2e/**/*.e2e.spec.ts'],
      ...setUp('tools/platform/jest-platform.ts', 'tools/platform/jest-platform-stop.ts'),
    },
  ],
};
