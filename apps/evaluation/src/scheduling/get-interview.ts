import { Injectable } from '@nestjs/common';
import type { InterviewView } from '@admissions/contracts/interviews';
import type { Subject } from '@admissions/contracts/subject';
import { takesPart } from '../domain/access.ts';
import { interviewView } from '../domain/views.ts';
import { SelectionStore } from '../store/selection.store.ts';

/** The interview of one application. */
@Injectable()
export class GetInterview {
  constructor(private readonly selections: SelectionStore) {}

  async run(applicationId: string, subject: Subject): Promise<InterviewView> {
    return interviewView(
      await this.selections.reach(applicationId, (selection) =>
        takesPart(subject, 'interview:read', selection),
      ),
      subject,
    );
  }
}
