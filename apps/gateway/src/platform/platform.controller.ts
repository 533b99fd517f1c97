import { Controller } from '@nestjs/common';
import * as routes from '@admissions/contracts/http/platform';
import type { Asked } from '../http/asked.ts';
import { Handles } from '../http/handles.ts';
import { MoveClock } from './move-clock.ts';

@Controller()
export class PlatformController {
  constructor(private readonly clock: MoveClock) {}

  @Handles(routes.readClock)
  reads(asked: Asked<typeof routes.readClock>) {
    return this.clock.read(asked);
  }

  @Handles(routes.moveClock)
  moves(asked: Asked<typeof routes.moveClock>) {
    return this.clock.run(asked.body, asked);
  }
}
