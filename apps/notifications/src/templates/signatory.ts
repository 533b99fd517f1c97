import { z } from 'zod';

/** R68: who decided, as it was written into the letter. */
export const signatory = z.object({ name: z.string(), capacity: z.string().optional() });
