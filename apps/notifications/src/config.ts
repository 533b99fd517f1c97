import { baseConfig } from '@admissions/runtime/config';
import { z } from 'zod';

const variables = baseConfig.extend({
  SMTP_URL: z.string().regex(/^smtps?:\/\//, 'starts with smtp://'),
  /** `Name <address>`; letters come from it, and its domain ends their Message-ID. */
  MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/, 'an address, or Name <address>'),
  /** 32 bytes in base64; opens the sealed links of messages. */
  MESSAGE_SEAL_KEY: z.string().min(1),
  /** Where candidates find the platform. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }),
  /** Where candidates find their space, when that is another site than the platform's own address: the buttons of letters lead there. */
  CANDIDATE_SITE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** JSON with the facts of the school; without it letters are those of a demonstration, which production does not send. */
  INSTITUTION_FILE: z.string().min(1).optional(),
});

/** The environment of the notifications service. */
export const notificationsConfig = variables.refine(
  ({ NODE_ENV, INSTITUTION_FILE }) => NODE_ENV !== 'production' || INSTITUTION_FILE !== undefined,
  {
    path: ['INSTITUTION_FILE'],
    message: 'the facts of the school: production writes no letters of a demonstration',
    // Also when another variable is wrong, so that the boot names all of them at once.
    when: () => true,
  },
);
export type NotificationsConfig = z.infer<typeof notificationsConfig>;

/** Token by which the parsed environment is injected. */
export abstract class Settings {
  abstract readonly env: NotificationsConfig;
}
