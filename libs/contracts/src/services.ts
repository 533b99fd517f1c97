/** The six services. Queue names, databases, audiences of subjects and message followers are all spelled from this list. */
export const services = [
  'gateway',
  'applications',
  'documents',
  'payments',
  'evaluation',
  'notifications',
] as const;

export type Service = (typeof services)[number];

/** The services that answer calls over the broker; the gateway only makes them. */
export type AnsweringService = Exclude<Service, 'gateway'>;
