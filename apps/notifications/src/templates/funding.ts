import { fundingJudged } from '@admissions/contracts/payments';
import { paragraph } from './blocks.ts';
import { dateInFrench } from './french.ts';
import { applicationFacts, contact, section } from './sections.ts';
import { defineTemplate } from './template.ts';

/** R94, R65: the funder’s agreement is confirmed; the deposit comes back in the first quarter after the start. */
export const fundingConfirmed = defineTemplate({
  name: 'funding-confirmed',
  version: 1,
  data: fundingJudged.data,
  hasLink: false,
  subject: ({ reference }) => `Candidature ${reference} : votre prise en charge est confirmée`,
  body: (data, { institution }) => [
    paragraph(
      `L’accord de prise en charge de ${data.funder} pour votre formation est confirmé. Vous n’avez rien d’autre à envoyer.`,
    ),
    applicationFacts(data, ['Financeur', data.funder], ['Accord confirmé le', dateInFrench(data.judgedAt)]),
    ...section('Ce que cela change pour l’acompte', [
      'L’acompte payé pour votre place vous est remboursé au cours du premier trimestre qui suit la rentrée, sur la carte qui a servi au paiement ; si ce trimestre est passé, votre remboursement est examiné sans attendre. Nous vous écrivons lorsqu’il est fait.',
      'Si vous vous désistez avant, l’acompte n’est plus remboursé au titre de cet accord.',
    ]),
    ...contact(institution),
  ],
});

/** R94, R99: the agreement does not hold; the deposit stays. */
export const fundingRefused = defineTemplate({
  name: 'funding-refused',
  version: 1,
  data: fundingJudged.data,
  hasLink: false,
  subject: ({ reference }) => `Candidature ${reference} : votre prise en charge n’est pas confirmée`,
  body: (data, { institution: school }) => [
    paragraph(
      `L’accord de prise en charge de ${data.funder} pour votre formation n’a pas pu être confirmé. Votre candidature elle-même ne change pas.`,
    ),
    applicationFacts(
      data,
      ['Financeur', data.funder],
      ['Motif', data.reason],
      ['Étudié le', dateInFrench(data.judgedAt)],
    ),
    ...section('Ce que cela change pour l’acompte', [
      'L’acompte n’est remboursé qu’une fois un accord de prise en charge reçu et confirmé.',
    ]),
    ...section('Ce que vous pouvez faire', [
      `Demandez à votre financeur un accord corrigé, ou transmettez celui d’un autre financeur à ${school.service.email} avec votre référence : nous l’étudions.`,
    ]),
    ...contact(school),
  ],
});
