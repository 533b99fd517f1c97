import { interviewBooked } from '@admissions/contracts/interviews';
import { z } from 'zod';
import type { CalendarFile, Writing } from '../templates/template.ts';
import { calendarText, text, uri, utc, type Component, type Property } from './icalendar.ts';

/** What the letters of an interview know; `toldAt` is when the change was told (DTSTAMP). */
export const appointment = interviewBooked.data
  .omit({ moved: true })
  .extend({ roomUrl: z.url({ protocol: /^https$/ }), toldAt: z.iso.datetime() });
export type Appointment = z.infer<typeof appointment>;

type Method = CalendarFile['method'];

/** How long before the interview a calendar reminds of it. */
const reminders = ['-P1D', '-PT30M'];

/**
 * The interview as a calendar file (RFC 5545, with the methods of RFC 5546). The same data make the same bytes: a calendar
 * recognises a double by UID, SEQUENCE and DTSTAMP, and replaces what it holds when the sequence has grown.
 */
export function interviewCalendar(data: Appointment, method: Method, writing: Writing): CalendarFile {
  const content = calendarText({
    name: 'VCALENDAR',
    properties: [
      { name: 'VERSION', value: '2.0' },
      { name: 'PRODID', value: '-//Admissions//Entretiens//FR' },
      { name: 'METHOD', value: method },
    ],
    components: [eventOf(data, method, writing)],
  });
  return { fileName: 'entretien.ics', method, content };
}

function eventOf(data: Appointment, method: Method, writing: Writing): Component {
  const isCancelled = method === 'CANCEL';
  return {
    name: 'VEVENT',
    properties: [
      { name: 'UID', value: text(data.calendarUid) },
      { name: 'SEQUENCE', value: String(data.sequence) },
      { name: 'DTSTAMP', value: utc(data.toldAt) },
      { name: 'DTSTART', value: utc(data.startsAt) },
      { name: 'DTEND', value: utc(data.endsAt) },
      { name: 'SUMMARY', value: text(`Entretien de motivation, ${data.programmeTitle}`) },
      { name: 'DESCRIPTION', value: text(descriptionOf(data, writing)) },
      { name: 'LOCATION', value: text(data.roomUrl) },
      { name: 'URL', value: uri(data.roomUrl) },
      { name: 'STATUS', value: isCancelled ? 'CANCELLED' : 'CONFIRMED' },
      { name: 'TRANSP', value: isCancelled ? 'TRANSPARENT' : 'OPAQUE' },
      ...peopleOf(writing),
    ],
    // RFC 5546, 3.2.5: a cancellation carries no alarm.
    components: isCancelled ? [] : reminders.map(alarmOf),
  };
}

/** The candidate chose the time: there is nothing left to answer. */
function peopleOf({ institution: { service, name: school }, name, email }: Writing): Property[] {
  const attendee = { ROLE: 'REQ-PARTICIPANT', PARTSTAT: 'ACCEPTED', RSVP: 'FALSE', CN: name || email };
  return [
    {
      name: 'ORGANIZER',
      parameters: { CN: `${service.name}, ${school}` },
      value: uri(`mailto:${service.email}`),
    },
    { name: 'ATTENDEE', parameters: attendee, value: uri(`mailto:${email}`) },
  ];
}

function alarmOf(trigger: string): Component {
  return {
    name: 'VALARM',
    properties: [
      { name: 'ACTION', value: 'DISPLAY' },
      { name: 'TRIGGER', value: trigger },
      { name: 'DESCRIPTION', value: text('Entretien de motivation') },
    ],
  };
}

function descriptionOf({ reference, interviewerName, roomUrl }: Appointment, { publicUrl }: Writing): string {
  return [
    `Candidature ${reference}. Entretien avec ${interviewerName}.`,
    `Salle de visioconférence : ${roomUrl}`,
    `Déplacer ou annuler ce rendez-vous : ${publicUrl}`,
  ].join('\n');
}
