import { offerLapsed as lapsed, placeConfirmed as confirmed } from '@admissions/contracts/offers';
import { paragraph } from './blocks.ts';
import { conditionNotice } from './conditions.ts';
import { dateInFrench, fullDateInFrench, instantInFrench } from './french.ts';
import { decisionAppealNotice } from './notices.ts';
import { appeals, applicationFacts, contact, section } from './sections.ts';
import { defineTemplate } from './template.ts';

/** R87: the deposit is paid, the place is the candidate’s. */
export const placeConfirmed = defineTemplate({
  name: 'place-confirmed',
  version: 1,
  data: confirmed.data,
  hasLink: false,
  subject: ({ reference }) => `Candidature ${reference} : votre place est confirmée`,
  body: (data, writing) => [
    paragraph('Votre acompte est payé : votre place est confirmée.'),
    applicationFacts(
      data,
      ['Rentrée', fullDateInFrench(data.intakeStartsOn)],
      ['Place confirmée le', dateInFrench(data.confirmedAt)],
    ),
    ...section('Réserve à lever', conditionNotice(data.conditionalOn)),
    ...section('Si votre formation est financée', [
      'Si une entreprise, un opérateur de compétences (OPCO) ou un autre organisme finance votre formation, transmettez-nous l’accord de prise en charge dès que vous l’avez. Une fois l’accord confirmé, l’acompte vous est remboursé au cours du premier trimestre qui suit la rentrée.',
    ]),
    ...section('La suite', [
      'Nous vous écrivons avant la rentrée pour votre inscription administrative. D’ici là, prévenez-nous si votre situation change.',
    ]),
    ...contact(writing.institution),
  ],
});

/** R64, R87: the deposit was not paid in time. */
export const offerLapsed = defineTemplate({
  name: 'offer-lapsed',
  version: 1,
  data: lapsed.data,
  hasLink: false,
  subject: ({ reference }) => `Candidature ${reference} : votre offre d’admission est caduque`,
  body: (data, writing) => [
    paragraph(
      'L’acompte n’a pas été payé dans le délai fixé par votre lettre d’admission : l’offre est caduque, et votre place n’est plus réservée. Vous ne devez rien au titre de l’acompte.',
    ),
    applicationFacts(data, ['Offre caduque depuis le', `${instantInFrench(data.lapsedAt)} (heure de Paris)`]),
    ...section('Si vous avez payé avant cette date', [
      `Écrivez sans attendre à ${writing.institution.service.email} avec votre référence et la preuve du paiement : nous vérifions auprès de la banque.`,
    ]),
    ...appeals(decisionAppealNotice(writing.institution)),
    ...contact(writing.institution),
  ],
});
