import { defineClockReport } from './call.ts';

export const reportClock = defineClockReport('evaluation');
