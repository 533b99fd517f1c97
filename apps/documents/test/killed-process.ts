import { FixedClock } from '@admissions/clock/clock';
import { runService } from '@admissions/runtime/service';
import { build } from '../src/app.module.ts';
import { CheckFaults, type CheckPoint } from '../src/checking/check-faults.ts';

/** The service as a process of its own, which the kernel ends at one point of a check (first argument, or none). */
const [point, now = ''] = process.argv.slice(2);

class Death extends CheckFaults {
  override reached(reached: CheckPoint): void {
    if (reached === point) process.kill(process.pid, 'SIGKILL');
  }
}

await runService(() => build(process.env, { clock: new FixedClock(now), checkFaults: new Death() }));
