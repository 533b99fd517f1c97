import { baseConfig } from '@admissions/runtime/config';
import { z } from 'zod';

/** The environment of the applications service. */
export const applicationsConfig = baseConfig.extend({
  /** A YAML file of programmes and intakes that is imported at every boot; without it, those imported before are kept. */
  CATALOGUE_FILE: z.string().min(1).optional(),
});
export type ApplicationsConfig = z.infer<typeof applicationsConfig>;
