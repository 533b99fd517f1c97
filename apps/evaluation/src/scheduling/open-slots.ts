import { Injectable } from '@nestjs/common';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import type { openSlots } from '@admissions/contracts/interviews';
import { ProblemError } from '@admissions/contracts/problem';
import { can } from '@admissions/contracts/subject';
import { idFrom } from '@admissions/identity/ids';
import type { CallContext } from '@admissions/messaging/handlers';
import { overlapAmong } from '../domain/diary.ts';
import type { SlotFacts } from '../domain/slot.ts';
import { slotView } from '../domain/views.ts';
import { step } from '../store/steps.ts';
import { MakeSlots } from './make-slots.ts';
import { Times } from './times.ts';

type Input = InputOf<typeof openSlots>;

/** Opens slots of one interviewer: the times are taken first, in the interviewer's diary, and then the slots are made (R30). */
@Injectable()
export class OpenSlots {
  constructor(
    private readonly times: Times,
    private readonly making: MakeSlots,
  ) {}

  async run(input: Input, call: CallContext): Promise<OutputOf<typeof openSlots>> {
    const { programmeId, interviewerId } = input;
    if (!can(call.subject, 'slot:manage', { programmeId })) throw new ProblemError('not-found');
    const slots = factsOf(input).map((facts, index) => ({
      slotId: idFrom('slot', `${call.commandId}/${index}`),
      facts,
    }));
    if (overlapAmong(slots.map(({ slotId, facts }) => ({ slotId, ...facts }))))
      throw new ProblemError('slot-overlap');
    await this.times.reserve(interviewerId, slots, call.act(), call.deadline);
    await this.making.run(interviewerId, step(call.act(), 'make'));
    return { items: slots.map(({ slotId, facts }) => slotView(slotId, { ...facts, state: 'open' })) };
  }
}

function factsOf(input: Input): SlotFacts[] {
  const { programmeId, interviewerId, interviewerName, roomUrl, minutes, startsAt } = input;
  return startsAt
    .map((start) => Date.parse(start))
    .sort((a, b) => a - b)
    .map((start) => ({
      programmeId,
      interviewerId,
      interviewerName,
      roomUrl,
      startsAt: new Date(start).toISOString(),
      endsAt: new Date(start + minutes * 6e4).toISOString(),
    }));
}
