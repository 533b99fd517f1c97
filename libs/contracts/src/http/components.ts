import { z } from 'zod';
import * as applicantFacts from '../applicant-facts.ts';
import * as applications from '../applications.ts';
import * as correspondence from '../correspondence.ts';
import * as promises from '../promises.ts';
import * as documents from '../documents.ts';
import * as interviews from '../interviews.ts';
import * as juries from '../juries.ts';
import * as marks from '../marks.ts';
import { money } from '../money.ts';
import * as notifications from '../notifications.ts';
import * as payments from '../payments.ts';
import { grant } from '../roles.ts';
import { accountView } from './accounts.ts';
import { clockView } from './platform.ts';
import { problemDocument } from './problem-document.ts';
import { staffView } from './staff.ts';

/** Schemas that the OpenAPI document names, so that generated clients have types worth reading. */
const named = {
  Account: accountView,
  ApplicantFacts: applicantFacts.partialFacts,
  Application: applications.applicationView,
  ApplicationRow: applications.applicationRow,
  ApplicationState: applications.applicationState,
  Blocker: applications.blocker,
  ChecklistItem: applications.checklistItem,
  Clock: clockView,
  Document: documents.documentView,
  DocumentState: documents.documentState,
  Evaluation: marks.evaluationView,
  Funding: payments.fundingView,
  Grant: grant,
  Intake: applications.intakeView,
  Interview: interviews.interviewView,
  JuryFile: juries.juryFile,
  JurySession: juries.sessionView,
  Letter: notifications.letterView,
  LetterPromise: promises.promiseView,
  Mark: marks.markView,
  Message: correspondence.messageView,
  Money: money,
  Order: payments.orderView,
  OrderState: payments.orderState,
  Problem: problemDocument,
  Programme: applications.programmeView,
  PromisedLetter: promises.promiseView,
  Refund: payments.refundView,
  Slot: interviews.slotView,
  Staff: staffView,
} satisfies Record<string, z.ZodType>;

/** Names of schemas, in the form that zod's JSON Schema reads them: an extracted definition for each. */
export const components = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(named)) components.add(schema, { id });
