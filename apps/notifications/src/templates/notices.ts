import type { Institution } from '../institution.ts';
import { dateInFrench } from './french.ts';

/** R21: who is in charge, and how to reach them. */
export function contactOf({ service }: Institution): [string, string | undefined][] {
  return [
    ['Service', service.name],
    ['Courriel', service.email],
    ['Téléphone', service.phone],
    ['Horaires', service.hours],
  ];
}

/** R23: what silence means and from which date; only for a public establishment (R67). */
export function silenceNotice(institution: Institution, impliedRefusalOn: string): string[] {
  if (institution.legalStatus !== 'PUBLIC_ESTABLISHMENT') return [];
  return [
    `Si aucune décision ne vous a été notifiée d’ici là, le silence gardé par l’établissement vaudra décision de rejet à compter du ${dateInFrench(impliedRefusalOn)} (code des relations entre le public et l’administration, art. L. 231-4).`,
  ];
}

/** R66, R69: routes and time limits of appeal against a refusal to come; only for a public establishment (R67). */
export function appealNotice(institution: Institution): string[] {
  return appealRoutes(
    institution,
    'Une décision de rejet, expresse ou née du silence, peut être contestée dans un délai de deux mois à compter de sa notification ou de la date à laquelle elle est née :',
  );
}

/** R66, R69: the same against the decision that the letter itself notifies. */
export function decisionAppealNotice(institution: Institution): string[] {
  return appealRoutes(
    institution,
    'Cette décision peut être contestée dans un délai de deux mois à compter de sa notification :',
  );
}

function appealRoutes(institution: Institution, opening: string): string[] {
  if (institution.legalStatus !== 'PUBLIC_ESTABLISHMENT') return [];
  const { addressee, court } = institution.appeal;
  return [
    opening,
    `par un recours administratif adressé à ${addressee} ; formé dans ce délai, il interrompt le délai du recours contentieux, et le silence gardé pendant deux mois sur ce recours vaut rejet ;`,
    `par un recours contentieux devant ${court}, au besoin par l’application Télérecours citoyens (www.telerecours.fr).`,
    'Le délai de recours contentieux est augmenté d’un mois pour les personnes qui demeurent outre-mer et de deux mois pour celles qui demeurent à l’étranger (code de justice administrative, art. R. 421-1, R. 421-5 et R. 421-7).',
  ];
}

/** R82: the right of withdrawal of who pays a fee at a distance; a setting, as the school may hold that it does not apply (R81). */
export function withdrawalNotice(institution: Institution, paidAt: string): string[] {
  if (!institution.withdrawalNotice) return [];
  return [
    `Vous disposez d’un délai de quatorze jours à compter du ${dateInFrench(paidAt)} pour vous rétracter, sans avoir à donner de motif (code de la consommation, art. L. 221-18 et suivants). Si ce délai expire un samedi, un dimanche ou un jour férié, il est prolongé jusqu’au premier jour ouvrable suivant.`,
    'Si vous avez demandé que l’étude de votre dossier commence avant la fin de ce délai, ce droit prend fin lorsque l’étude est entièrement achevée ; si vous vous rétractez avant, seule la part correspondant au travail déjà accompli peut rester due (art. L. 221-25 et L. 221-28).',
    `Pour l’exercer, adressez à ${institution.service.email} le formulaire joint au reçu, ou toute autre déclaration dénuée d’ambiguïté. Si vous vous rétractez, les sommes dues vous sont remboursées dans les quatorze jours, par le même moyen de paiement (art. L. 221-24).`,
  ];
}

/** R82, R89: the same for the deposit, whose service starts with the intake only. */
export function depositWithdrawalNotice(institution: Institution, paidAt: string): string[] {
  if (!institution.withdrawalNotice) return [];
  return [
    `Vous disposez d’un délai de quatorze jours à compter du ${dateInFrench(paidAt)} pour vous rétracter, sans avoir à donner de motif (code de la consommation, art. L. 221-18 et suivants). Si ce délai expire un samedi, un dimanche ou un jour férié, il est prolongé jusqu’au premier jour ouvrable suivant.`,
    `Pour l’exercer, adressez à ${institution.service.email} le formulaire joint au reçu, ou toute autre déclaration dénuée d’ambiguïté. L’acompte vous est alors remboursé dans les quatorze jours, par le même moyen de paiement (art. L. 221-24), et votre place n’est plus réservée.`,
  ];
}

/** R94, R65: when the deposit comes back; and what becomes of it when the candidate leaves (R92). */
export function depositRules(institution: Institution): string[] {
  const rightToWithdraw = institution.withdrawalNotice
    ? ' Votre droit de rétractation, dans les quatorze jours qui suivent le paiement, n’est pas affecté.'
    : '';
  return [
    'L’acompte vous est remboursé lorsqu’une entreprise, un opérateur de compétences (OPCO) ou un autre organisme finance votre formation : au cours du premier trimestre qui suit la rentrée, une fois l’accord de prise en charge reçu et confirmé.',
    `En cas de désistement après son paiement, l’acompte reste acquis à l’établissement. Un désistement dû à un refus de visa, à la non-obtention du diplôme attendu, à un cas de force majeure ou à un autre motif légitime et impérieux est examiné sur justificatifs.${rightToWithdraw}`,
  ];
}

/** R73: who mediates in a dispute about a contract, where the school has named somebody. */
export function mediationNotice({ mediator }: Institution): string[] {
  if (mediator === undefined) return [];
  return [
    `En cas de litige, vous pouvez recourir gratuitement au médiateur de la consommation : ${mediator}.`,
  ];
}
