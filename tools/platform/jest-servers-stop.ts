import { closeTestRun } from './test-environment.ts';

/** jest globalTeardown of jest-servers.ts. */
export default closeTestRun;
