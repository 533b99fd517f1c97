import { closeTestRun } from './test-environment.ts';

/** jest globalTeardown of jest-platform.ts. */
export default closeTestRun;
