import { Controller } from '@nestjs/common';
import { listProgrammes } from '@admissions/contracts/applications';
import type { OutputOf } from '@admissions/contracts/call';
import { Answers } from '@admissions/messaging/handlers';
import { ListProgrammes } from './list-programmes.ts';

@Controller()
export class CataloguingController {
  constructor(private readonly programmes: ListProgrammes) {}

  @Answers(listProgrammes)
  list(): Promise<OutputOf<typeof listProgrammes>> {
    return this.programmes.run();
  }
}
