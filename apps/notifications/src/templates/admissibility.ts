import { admissibilityDecided, admissibilityGrounds } from '@admissions/contracts/admissibility';
import { z } from 'zod';
import { letterPdf, type Letter } from '../pdf/letter.pdf.ts';
import { action, heading, items, paragraph, type Block } from './blocks.ts';
import { dateInFrench } from './french.ts';
import { decisionAppealNotice } from './notices.ts';
import { appeals, applicationFacts, contact, section, signature } from './sections.ts';
import { signatory } from './signatory.ts';
import { defineTemplate, type Attachment, type Writing } from './template.ts';

const decided = admissibilityDecided.data.extend({ signatory });
type Decided = z.infer<typeof decided>;

/** R28: the file is admissible, and the interview is to be booked (R30). */
export const admissible = defineTemplate({
  name: 'admissible',
  version: 1,
  data: decided,
  hasLink: false,
  subject: ({ reference }) => `Candidature ${reference} : admissible, réservez votre entretien`,
  body: (data, writing) => [
    paragraph(
      'Votre dossier a été étudié : votre candidature est admissible. La décision est jointe à ce message. L’étape suivante est un entretien de motivation, que nous vous invitons à réserver.',
    ),
    applicationFacts(data, ['Décision du', dateInFrench(data.decidedAt)]),
    heading('Réserver votre entretien'),
    paragraph(
      'L’entretien se tient en visioconférence et dure environ trente minutes. Il porte sur votre personnalité, votre parcours, la clarté de votre projet et son adéquation avec le programme.',
    ),
    action('Choisir un créneau', writing.publicUrl),
    paragraph(
      'Une fois le créneau choisi, vous recevez le lien de la salle et un fichier pour votre agenda. Vous pouvez ensuite déplacer ou annuler ce rendez-vous depuis votre espace candidat.',
    ),
    ...section('La suite', [whatFollows]),
    ...contact(writing.institution),
  ],
  attachment: (data, writing) =>
    decisionPdf(data, writing, 'Décision d’admissibilité', {
      blocks: [
        paragraph(
          'Après étude de votre dossier, votre candidature est déclarée admissible. Nous vous invitons à un entretien de motivation.',
        ),
        applicationFacts(data),
      ],
      notices: section('La suite', [whatFollows]),
    }),
});

/** R29: the file is not admissible: why, who decided (R68), and how to contest it (R69). */
export const notAdmissible = defineTemplate({
  name: 'not-admissible',
  version: 1,
  data: decided,
  hasLink: false,
  subject: ({ reference }) => `Candidature ${reference} : décision après étude de votre dossier`,
  body: (data, writing) => [
    paragraph(
      'Après étude de votre dossier, votre candidature n’est pas admissible : elle n’est pas présentée à la suite de la sélection. La lettre de décision est jointe à ce message ; conservez-la.',
    ),
    applicationFacts(data, ['Décision du', dateInFrench(data.decidedAt)]),
    ...groundsOf(data),
    ...appeals(decisionAppealNotice(writing.institution)),
    ...contact(writing.institution),
  ],
  attachment: (data, writing) =>
    decisionPdf(data, writing, 'Décision de non-admissibilité', {
      blocks: [
        paragraph(
          'Après étude de votre dossier, votre candidature n’est pas admissible : elle n’est pas présentée à la suite de la sélection.',
        ),
        applicationFacts(data),
        ...groundsOf(data),
      ],
      notices: appeals(decisionAppealNotice(writing.institution)),
    }),
});

const whatFollows =
  'Après l’entretien, le dossier est évalué par deux personnes, puis présenté au jury d’admission. Être admissible ne vaut pas admission : seul le jury décide.';

/** R27: each ground in words; one that is « précisé dans le courrier » is what the officer wrote. */
function groundsOf({ grounds, comment }: Decided): Block[] {
  const known = grounds.filter((ground) => ground !== 'OTHER' || !comment);
  const listed = known.map((ground) => `${admissibilityGrounds[ground]}.`);
  return [
    ...(grounds.length > 0 || comment ? [heading('Motifs de la décision')] : []),
    ...(listed.length > 0 ? [items(...listed)] : []),
    ...(comment ? comment.split(/\n+/).map((line) => paragraph(line)) : []),
  ];
}

function decisionPdf(
  { reference, decidedAt: at, signatory: by }: Decided,
  writing: Writing,
  title: string,
  content: Pick<Letter, 'blocks' | 'notices'>,
): Promise<Attachment> {
  const signed = signature('admissibility', by, writing.institution);
  return letterPdf({ title, reference, at, signed, ...content }, writing);
}
