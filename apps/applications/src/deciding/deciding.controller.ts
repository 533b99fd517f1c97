import { Controller } from '@nestjs/common';
import { recordAdmissibility } from '@admissions/contracts/admissibility';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import { Answers, type CallContext } from '@admissions/messaging/handlers';
import { RecordAdmissibility } from './record-admissibility.ts';

@Controller()
export class DecidingController {
  constructor(private readonly recording: RecordAdmissibility) {}

  @Answers(recordAdmissibility)
  admissibility(
    input: InputOf<typeof recordAdmissibility>,
    call: CallContext,
  ): Promise<OutputOf<typeof recordAdmissibility>> {
    return this.recording.run(input, call);
  }
}
