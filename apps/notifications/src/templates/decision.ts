import { decisionAnnounced } from '@admissions/contracts/offers';
import { inFrench } from '@admissions/contracts/money';
import { z } from 'zod';
import { letterPdf, type Letter } from '../pdf/letter.pdf.ts';
import { action, heading, items, paragraph, type Block } from './blocks.ts';
import { conditionNotice } from './conditions.ts';
import { dateInFrench, deadlineInFrench } from './french.ts';
import { decisionAppealNotice, depositRules, mediationNotice } from './notices.ts';
import { appeals, applicationFacts, contact, section, signature } from './sections.ts';
import { signatory } from './signatory.ts';
import { defineTemplate, type Attachment, type Writing } from './template.ts';

// R71: of a decision that is not put off, no letter holds the grounds.
const decided = decisionAnnounced.data.omit({ grounds: true }).extend({ signatory });
const putOff = decisionAnnounced.data.extend({ signatory });
type Decided = z.infer<typeof decided>;

/** R35, R64, R87: admitted; what confirms the place, until when, and when the deposit comes back. */
export const admitted = defineTemplate({
  name: 'admitted',
  version: 1,
  data: decided,
  hasLink: false,
  subject: ({ reference }) => `Candidature ${reference} : le jury a décidé de vous admettre`,
  body: (data, writing) => [
    paragraph(
      'Le jury d’admission a décidé de vous admettre, et nous vous en félicitons. La lettre d’admission est jointe à ce message ; conservez-la.',
    ),
    applicationFacts(data, ['Décision du', dateInFrench(data.decidedAt)]),
    ...section('Admission sous réserve', conditionNotice(data.conditionalOn)),
    ...offer(data, [action('Régler l’acompte', writing.publicUrl)]),
    ...rulesOfOffer(data, writing),
    ...contact(writing.institution),
  ],
  attachment: (data, writing) =>
    juryPdf(data, writing, 'Lettre d’admission', {
      blocks: [
        paragraph('Le jury d’admission a décidé de vous admettre, et nous vous en félicitons.'),
        applicationFacts(data),
        ...section('Admission sous réserve', conditionNotice(data.conditionalOn)),
        ...offer(data, []),
      ],
      notices: rulesOfOffer(data, writing),
    }),
});

/** R35, R69, R71: not admitted; the grounds for who asks, and how to contest it. */
export const notAdmitted = defineTemplate({
  name: 'not-admitted',
  version: 1,
  data: decided,
  hasLink: false,
  subject: ({ reference }) => `Candidature ${reference} : décision du jury d’admission`,
  body: (data, writing) => [
    paragraph(
      'Le jury d’admission n’a pas retenu votre candidature. La lettre de décision est jointe à ce message ; conservez-la.',
    ),
    applicationFacts(data, ['Décision du', dateInFrench(data.decidedAt)]),
    ...rightsAfterRefusal(writing),
    ...contact(writing.institution),
  ],
  attachment: (data, writing) =>
    juryPdf(data, writing, 'Décision de non-admission', {
      blocks: [
        paragraph('Le jury d’admission a examiné votre dossier et n’a pas retenu votre candidature.'),
        applicationFacts(data),
      ],
      notices: rightsAfterRefusal(writing),
    }),
});

/** R33, R35: the jury decides later. */
export const decisionDeferred = defineTemplate({
  name: 'decision-deferred',
  version: 1,
  data: putOff,
  hasLink: false,
  subject: ({ reference }) => `Candidature ${reference} : le jury reporte sa décision`,
  body: (data, writing) => [
    paragraph(
      'Le jury d’admission a examiné votre candidature et reporte sa décision. Votre candidature reste en cours.',
    ),
    applicationFacts(data, ['Séance du', dateInFrench(data.decidedAt)]),
    ...(data.grounds.length > 0 ? [heading('Ce qui motive ce report'), items(...data.grounds)] : []),
    ...section('La suite', [
      'Votre dossier est présenté à une prochaine séance du jury. Si des informations complémentaires ou un autre entretien sont nécessaires, nous vous écrivons ; sinon, vous n’avez rien à faire.',
    ]),
    ...contact(writing.institution),
  ],
});

function rulesOfOffer(data: Decided, { institution }: Writing): Block[] {
  return [
    ...(data.offer ? section('Ce que devient l’acompte', depositRules(institution)) : []),
    ...section('Médiation', mediationNotice(institution)),
  ];
}

function offer({ offer: made }: Decided, pay: readonly Block[]): Block[] {
  if (made === undefined) return [];
  const amount = inFrench(made.deposit);
  return [
    heading('Confirmer votre place'),
    paragraph(
      `Pour confirmer votre place, réglez un acompte de ${amount} jusqu’au ${deadlineInFrench(made.dueAt)}.`,
    ),
    // R89, R90: who pays the course alone owes nothing before the cooling-off is over.
    ...(made.payableFrom === undefined
      ? []
      : [
          paragraph(
            `Vous financez vous-même votre formation : rien ne vous est demandé avant la fin de votre délai de rétractation. Le paiement est ouvert à partir du ${dateInFrench(made.payableFrom)}.`,
          ),
        ]),
    ...pay,
    paragraph(
      'Seul le paiement de l’acompte confirme votre place ; une réponse écrite ne la confirme pas. Sans paiement à cette date, l’offre d’admission devient caduque.',
    ),
  ];
}

function rightsAfterRefusal({ institution }: Writing): Block[] {
  const { email } = institution.service;
  return [
    ...section('Connaître les motifs de la décision', [
      `Vous pouvez demander les motifs de cette décision dans le mois qui suit sa notification, en écrivant à ${email} avec votre référence. Ils vous sont alors communiqués.`,
    ]),
    ...section('Ce qui peut être revu', [
      'Le jury apprécie souverainement les dossiers et ne renote pas. Vous pouvez en revanche signaler une erreur de procédure ou une pièce mal lue.',
    ]),
    ...appeals(decisionAppealNotice(institution)),
  ];
}

function juryPdf(
  { reference, decidedAt: at, signatory: by }: Decided,
  writing: Writing,
  title: string,
  content: Pick<Letter, 'blocks' | 'notices'>,
): Promise<Attachment> {
  const signed = signature('jury', by, writing.institution);
  return letterPdf({ title, reference, at, signed, ...content }, writing);
}
