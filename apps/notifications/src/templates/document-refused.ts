import {
  documentRefused as refused,
  refusalReasons,
  type RefusalReason,
} from '@admissions/contracts/documents';
import { action, facts, heading, paragraph } from './blocks.ts';
import { dateInFrench } from './french.ts';
import { contact } from './sections.ts';
import { defineTemplate } from './template.ts';

/** How each reason is mended. */
const advice: Record<RefusalReason, string> = {
  UNREADABLE:
    'Numérisez à nouveau le document, à plat et en entier, avec une lumière régulière, et vérifiez que chaque ligne se lit.',
  EXPIRED: 'Déposez un document en cours de validité.',
  ONE_SIDE_MISSING: 'Déposez un seul fichier avec le recto et le verso.',
  NOT_TRANSLATED: 'Déposez le document avec sa traduction en français.',
  NOT_CERTIFIED:
    'Faites certifier la copie conforme à l’original, par exemple par une ambassade, un consulat, un notaire ou l’établissement qui a délivré le document, puis déposez-la.',
  WRONG_NAME:
    'Déposez un document à votre nom. Si votre nom a changé, ajoutez dans le même fichier le justificatif de ce changement.',
  WRONG_DOCUMENT: 'Déposez le document demandé, dont le nom figure ci-dessus.',
  TOO_OLD: 'Déposez une version plus récente du document.',
};

/** R20: which document, why, and what to do; the others stay as they are. */
export const documentRefused = defineTemplate({
  name: 'document-refused',
  version: 2,
  data: refused.data,
  hasLink: false,
  subject: () => 'Un document de votre candidature est à remplacer',
  body: (data, writing) => [
    paragraph(
      'Un document de votre candidature est à remplacer. Ce message ne concerne que lui ; vous n’avez rien à refaire pour ceux dont nous ne vous écrivons pas.',
    ),
    facts(
      'Document à remplacer',
      ['Document', data.label],
      ['Fichier déposé', data.fileName],
      ['Motif', refusalReasons[data.reason]],
      ['Précisions', data.comment],
      ['Étudié le', dateInFrench(data.refusedAt)],
    ),
    heading('Ce que vous pouvez faire'),
    paragraph(advice[data.reason]),
    action('Remplacer le document', writing.publicUrl),
    ...contact(writing.institution),
  ],
});
