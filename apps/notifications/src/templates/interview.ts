import { z } from 'zod';
import { action, facts, paragraph, type Block } from './blocks.ts';
import { fullDateInFrench, hourInFrench } from './french.ts';
import { appointment, interviewCalendar, type Appointment } from '../calendar/interview-calendar.ts';
import { contact, section } from './sections.ts';
import { defineTemplate, type Writing } from './template.ts';

const dayAndHour = ({ startsAt }: Appointment) => `${fullDateInFrench(startsAt)} à ${hourInFrench(startsAt)}`;

/** R30: the interview has a time. */
export const interviewBooked = defineTemplate({
  name: 'interview-booked',
  version: 1,
  data: appointment,
  hasLink: false,
  subject: (data) => `Votre entretien est réservé : ${dayAndHour(data)}`,
  body: (data, writing) => [
    paragraph(
      'Votre entretien de motivation est réservé. Le fichier joint l’ajoute à votre agenda, avec deux rappels.',
    ),
    ...toCome(data, writing),
  ],
  calendar: (data, writing) => interviewCalendar(data, 'REQUEST', writing),
});

/** R30: it has another time than before. */
export const interviewMoved = defineTemplate({
  name: 'interview-moved',
  version: 1,
  data: appointment,
  hasLink: false,
  subject: (data) => `Votre entretien est déplacé : ${dayAndHour(data)}`,
  body: (data, writing) => [
    paragraph(
      `Votre entretien de motivation est déplacé au ${dayAndHour(data)} (heure de Paris). L’horaire précédent n’est plus valable ; le fichier joint met votre agenda à jour.`,
    ),
    ...toCome(data, writing),
  ],
  calendar: (data, writing) => interviewCalendar(data, 'REQUEST', writing),
});

/** R30: it will not take place at that time, as the candidate wished or because the school gave it up. */
export const interviewCancelled = defineTemplate({
  name: 'interview-cancelled',
  version: 2,
  // Absent in what was kept of cancellations by the candidate, and of all before the school could cancel.
  data: appointment.extend({ bySchool: z.boolean().optional() }),
  hasLink: false,
  subject: (data) => `Votre entretien est annulé : ${dayAndHour(data)}`,
  body: (data, writing) => [
    paragraph(
      data.bySchool
        ? `L’école ne peut pas tenir l’entretien de motivation prévu avec vous le ${dayAndHour(data)} (heure de Paris) et l’annule. Nous vous prions de nous en excuser. Le fichier joint le retire de votre agenda.`
        : `Votre entretien de motivation du ${dayAndHour(data)} (heure de Paris) est annulé. Le fichier joint le retire de votre agenda.`,
    ),
    facts(
      'Entretien annulé',
      ['Référence de la candidature', data.reference],
      ['Programme', data.programmeTitle],
    ),
    ...section('La suite', [
      data.bySchool
        ? 'Choisissez un autre créneau dans votre espace candidat. Cette annulation ne compte pas parmi les changements de rendez-vous auxquels vous avez droit.'
        : 'Annuler un rendez-vous n’est pas se désister : si votre candidature est en cours, choisissez un autre créneau pour qu’elle puisse avancer.',
    ]),
    action('Choisir un autre créneau', writing.publicUrl),
    ...contact(writing.institution),
  ],
  calendar: (data, writing) => interviewCalendar(data, 'CANCEL', writing),
});

function toCome(data: Appointment, { institution: { service }, publicUrl }: Writing): Block[] {
  const hours = `de ${hourInFrench(data.startsAt)} à ${hourInFrench(data.endsAt)} (heure de Paris)`;
  return [
    facts(
      'Votre entretien',
      ['Date', fullDateInFrench(data.startsAt)],
      ['Heure', hours],
      ['Avec', data.interviewerName],
      ['Lieu', 'En visioconférence'],
      ['Programme', data.programmeTitle],
      ['Référence de la candidature', data.reference],
    ),
    action('Rejoindre la salle de visioconférence', data.roomUrl),
    ...section('Le jour de l’entretien', [
      'Connectez-vous cinq minutes avant l’heure, au calme, avec une caméra et un micro que vous avez essayés.',
      `Si un problème technique vous empêche de vous connecter, écrivez à ${service.email} ou appelez le ${service.phone} : un autre créneau vous est proposé.`,
    ]),
    ...section('Si vous avez un empêchement', [
      'Déplacez ou annulez ce rendez-vous depuis votre espace candidat ; le créneau est alors rendu à une autre personne.',
    ]),
    action('Ouvrir mon espace candidat', publicUrl),
  ];
}
