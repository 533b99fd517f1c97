import { z } from 'zod';
import { id, slug } from './ids.ts';

/** How a message names an application to who reads its letter. */
export const ofApplication = {
  applicationId: id,
  candidateId: id,
  reference: z.string(),
  programmeId: slug,
  programmeTitle: z.string(),
  intakeLabel: z.string(),
};
