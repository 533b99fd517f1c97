import { z } from 'zod';
import { id, instant } from './ids.ts';
import { defineMessage } from './message.ts';

const language = z.enum(['fr', 'en']);
const recipient = { accountId: id, email: z.email(), name: z.string(), language };
/** A link with a secret, sealed with AES-GCM for the service that writes the mail. */
const sealedLink = { sealedLink: z.string(), expiresAt: instant };

export const contactChanged = defineMessage({
  name: 'gateway.contact-changed.v1',
  kind: 'snapshot',
  from: 'gateway',
  followers: ['applications', 'evaluation', 'notifications'],
  about: 'The confirmed name and address of a person; their keepers replace what they hold.',
  data: z.object(recipient),
});

export const emailConfirmationRequested = defineMessage({
  name: 'gateway.email-confirmation-requested.v1',
  kind: 'fact',
  from: 'gateway',
  followers: ['notifications'],
  slow: ['notifications'],
  about: 'Somebody signed up: the address must be confirmed by the link.',
  data: z.object({ ...recipient, ...sealedLink }),
});

export const signUpRepeated = defineMessage({
  name: 'gateway.sign-up-repeated.v1',
  kind: 'fact',
  from: 'gateway',
  followers: ['notifications'],
  slow: ['notifications'],
  about: 'Somebody signed up with an address that has an account; its owner is told, the caller is not.',
  data: z.object(recipient),
});

export const passwordResetRequested = defineMessage({
  name: 'gateway.password-reset-requested.v1',
  kind: 'fact',
  from: 'gateway',
  followers: ['notifications'],
  slow: ['notifications'],
  about: 'The owner of the address gets a link to set a new password.',
  data: z.object({ ...recipient, ...sealedLink }),
});

export const passwordChanged = defineMessage({
  name: 'gateway.password-changed.v1',
  kind: 'fact',
  from: 'gateway',
  followers: ['notifications'],
  slow: ['notifications'],
  about: 'The password was changed; the owner is told so that a theft is noticed.',
  data: z.object(recipient),
});

export const emailChangeRequested = defineMessage({
  name: 'gateway.email-change-requested.v1',
  kind: 'fact',
  from: 'gateway',
  followers: ['notifications'],
  slow: ['notifications'],
  about: 'The new address gets a link; it becomes the address when the link is used.',
  data: z.object({ ...recipient, ...sealedLink }),
});

export const emailChanged = defineMessage({
  name: 'gateway.email-changed.v1',
  kind: 'fact',
  from: 'gateway',
  followers: ['notifications'],
  slow: ['notifications'],
  about: 'The address was changed; the former one (`email`) is told.',
  data: z.object({ ...recipient, newEmail: z.email() }),
});

export const staffInvited = defineMessage({
  name: 'gateway.staff-invited.v1',
  kind: 'fact',
  from: 'gateway',
  followers: ['notifications'],
  slow: ['notifications'],
  about: 'A member of staff gets a link to set a password.',
  data: z.object({ ...recipient, ...sealedLink }),
});

export const providerEventReceived = defineMessage({
  name: 'gateway.provider-event-received.v1',
  kind: 'fact',
  from: 'gateway',
  followers: ['payments'],
  about:
    'A genuine webhook of the card provider was stored. Only names the object: its state is asked from the provider.',
  data: z.object({
    eventId: z.string(),
    type: z.string(),
    objectType: z.string(),
    objectId: z.string(),
    createdAt: instant,
  }),
});
