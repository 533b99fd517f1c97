import { type ApplicationState } from '@admissions/contracts/applications';
import { applicationWithdrawn as withdrawn, type withdrawalReasons } from '@admissions/contracts/offers';
import type { DataOf } from '@admissions/contracts/message';
import type { Institution } from '../institution.ts';
import { paragraph } from './blocks.ts';
import { instantInFrench } from './french.ts';
import { applicationFacts, contact, section } from './sections.ts';
import { defineTemplate } from './template.ts';

type Withdrawn = DataOf<typeof withdrawn>;
type Reason = (typeof withdrawalReasons)[number];
/** What had been paid when the candidate left. */
type Paid = 'nothing' | 'fee' | 'fee-and-deposit';

const paidBy: Record<ApplicationState, Paid> = {
  draft: 'nothing',
  'fee-pending': 'nothing',
  submitted: 'fee',
  'info-requested': 'fee',
  'under-review': 'fee',
  admissible: 'fee',
  'not-admissible': 'fee',
  'in-selection': 'fee',
  deferred: 'fee',
  admitted: 'fee',
  'not-admitted': 'fee',
  'offer-open': 'fee',
  lapsing: 'fee',
  lapsed: 'fee',
  confirmed: 'fee-and-deposit',
  registered: 'fee-and-deposit',
  withdrawn: 'nothing',
  cancelled: 'nothing',
};
const offered: readonly ApplicationState[] = ['admitted', 'offer-open', 'lapsing'];

/** R92: the reasons for which a deposit may be given back; each is examined. */
const examined: Record<Exclude<Reason, 'PERSONAL_CHOICE' | 'STATUTORY_WITHDRAWAL'>, string> = {
  VISA_REFUSED: 'un refus de visa',
  DIPLOMA_NOT_OBTAINED: 'la non-obtention du diplôme attendu',
  LEGITIMATE_REASON: 'un motif légitime et impérieux',
  FORCE_MAJEURE: 'un cas de force majeure',
};

/** R85: who renounces the contract gets an acknowledgement of that; who leaves the process, of the other. */
const act = (reason: Reason) =>
  reason === 'STATUTORY_WITHDRAWAL'
    ? { its: 'votre rétractation est enregistrée', when: 'Rétractation du', if: 'Si cette rétractation' }
    : { its: 'votre désistement est enregistré', when: 'Désistement du', if: 'Si ce désistement' };

/** R85, R92, R94: the candidate left; what it means for what was paid. */
export const applicationWithdrawn = defineTemplate({
  name: 'application-withdrawn',
  version: 2,
  data: withdrawn.data,
  hasLink: false,
  subject: ({ reference, reason }) => `Candidature ${reference} : ${act(reason).its}`,
  body: (data, { institution }) => [
    paragraph(
      `${sentence(act(data.reason).its)} : votre candidature est close, et ne peut pas être rouverte.${data.fromState === 'admissible' ? ' Si un entretien était réservé, il est annulé.' : ''}`,
    ),
    applicationFacts(data, [act(data.reason).when, `${instantInFrench(data.withdrawnAt)} (heure de Paris)`]),
    ...effects(data, institution),
    ...section(`${act(data.reason).if} ne vient pas de vous`, [
      `Écrivez sans attendre à ${institution.service.email} ou appelez le ${institution.service.phone}.`,
    ]),
    ...contact(institution),
  ],
});

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

function effects(data: Withdrawn, institution: Institution) {
  const paid = paidBy[data.fromState];
  if (paid === 'nothing')
    return section('Ce que vous devez', ['Rien n’a été payé pour cette candidature, et vous ne devez rien.']);
  return [
    ...section('Les frais de dossier', [fee(institution)]),
    ...(offered.includes(data.fromState)
      ? section('L’offre d’admission', [
          'L’offre d’admission prend fin. L’acompte n’a pas été payé, et vous ne le devez pas.',
        ])
      : []),
    ...(paid === 'fee-and-deposit' ? section('L’acompte', deposit(data.reason, institution)) : []),
  ];
}

function fee({ withdrawalNotice }: Institution): string {
  const unless = withdrawalNotice
    ? ', sauf si votre droit de rétractation, décrit sur le reçu, est encore ouvert et que vous l’exercez'
    : '';
  return `Les frais de traitement et d’étude de dossier ne sont pas remboursés en cas de désistement${unless}.`;
}

function deposit(reason: Reason, { withdrawalNotice, service }: Institution): string[] {
  // R86: payments gives it back by itself; the message does not say when the deposit was paid.
  if (reason === 'STATUTORY_WITHDRAWAL')
    return [
      'Vous vous êtes rétracté. Si vous aviez payé l’acompte depuis quatorze jours au plus, il vous est remboursé dans les quatorze jours, sur la carte qui a servi au paiement, sans que vous ayez rien à faire ni de motif à donner.',
      `Au-delà de ce délai, l’acompte reste acquis à l’établissement ; pour toute question, écrivez à ${service.email}.`,
    ];
  const first =
    reason === 'PERSONAL_CHOICE'
      ? 'L’acompte reste acquis à l’établissement.'
      : `Vous avez indiqué ${examined[reason]}. L’acompte n’est pas remboursé d’office : envoyez vos justificatifs à ${service.email} avec votre référence, et votre demande est examinée. La réponse vous est donnée par écrit, avec ses raisons.`;
  return [
    `${first} Un accord de prise en charge confirmé plus tard n’y change rien.`,
    ...(withdrawalNotice
      ? [
          `Se désister n’est pas se rétracter : si vous avez payé l’acompte il y a moins de quatorze jours, vous pouvez encore vous rétracter du contrat en écrivant à ${service.email}, et l’acompte vous est remboursé.`,
        ]
      : []),
  ];
}
