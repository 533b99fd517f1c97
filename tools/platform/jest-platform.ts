import { openTestRun } from './test-environment.ts';

/** jest globalSetup: the local servers and all services. */
export default () => openTestRun(true);
