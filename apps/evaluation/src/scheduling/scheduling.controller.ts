import { Controller } from '@nestjs/common';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import {
  bookInterview,
  cancelBySchool,
  cancelInterview,
  closeSlot,
  getInterview,
  listSlots,
  openSlots,
  recordInterview,
  type InterviewView,
  type SlotView,
} from '@admissions/contracts/interviews';
import { Answers, type CallContext } from '@admissions/messaging/handlers';
import { BookInterview } from './book-interview.ts';
import { CancelBySchool } from './cancel-by-school.ts';
import { CancelInterview } from './cancel-interview.ts';
import { CloseSlot } from './close-slot.ts';
import { GetInterview } from './get-interview.ts';
import { ListSlots } from './list-slots.ts';
import { OpenSlots } from './open-slots.ts';
import { RecordInterview } from './record-interview.ts';

@Controller()
export class SchedulingController {
  constructor(
    private readonly opening: OpenSlots,
    private readonly closing: CloseSlot,
    private readonly listing: ListSlots,
    private readonly booking: BookInterview,
    private readonly cancelling: CancelInterview,
    private readonly givingUp: CancelBySchool,
    private readonly getting: GetInterview,
    private readonly recording: RecordInterview,
  ) {}

  @Answers(openSlots)
  open(input: InputOf<typeof openSlots>, call: CallContext): Promise<OutputOf<typeof openSlots>> {
    return this.opening.run(input, call);
  }

  @Answers(closeSlot)
  close(input: InputOf<typeof closeSlot>, call: CallContext): Promise<SlotView> {
    return this.closing.run(input, call);
  }

  @Answers(listSlots)
  list(input: InputOf<typeof listSlots>, call: CallContext): Promise<OutputOf<typeof listSlots>> {
    return this.listing.run(input, call.subject);
  }

  @Answers(bookInterview)
  book(input: InputOf<typeof bookInterview>, call: CallContext): Promise<InterviewView> {
    return this.booking.run(input, call);
  }

  @Answers(cancelInterview)
  cancel(input: InputOf<typeof cancelInterview>, call: CallContext): Promise<InterviewView> {
    return this.cancelling.run(input, call);
  }

  @Answers(cancelBySchool)
  giveUp(input: InputOf<typeof cancelBySchool>, call: CallContext): Promise<InterviewView> {
    return this.givingUp.run(input, call);
  }

  @Answers(getInterview)
  get({ applicationId }: InputOf<typeof getInterview>, call: CallContext): Promise<InterviewView> {
    return this.getting.run(applicationId, call.subject);
  }

  @Answers(recordInterview)
  record(input: InputOf<typeof recordInterview>, call: CallContext): Promise<InterviewView> {
    return this.recording.run(input, call);
  }
}
