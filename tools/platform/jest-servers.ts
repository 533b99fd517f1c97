import { openTestRun } from './test-environment.ts';

/** jest globalSetup: the local servers. */
export default () => openTestRun(false);
