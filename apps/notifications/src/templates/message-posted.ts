import { messagePosted as posted } from '@admissions/contracts/correspondence';
import { action, paragraph } from './blocks.ts';
import { applicationFacts } from './sections.ts';
import { defineTemplate } from './template.ts';

/** There is a message; a mailbox that others may read does not get its text. */
export const messagePosted = defineTemplate({
  name: 'message-posted',
  version: 1,
  data: posted.data,
  hasLink: false,
  subject: ({ reference }) => `Candidature ${reference} : vous avez un nouveau message`,
  body: (data, writing) => [
    paragraph(
      'Nous vous avons écrit au sujet de votre candidature. Pour protéger nos échanges, le message se lit dans votre espace candidat, et vous pouvez y répondre.',
    ),
    applicationFacts(data),
    action('Lire le message', writing.publicUrl),
  ],
});
