import { interviewBooked } from '@admissions/contracts/evaluation';
import ical, {
  ICalAlarmType,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { z } from 'zod';
import type { CalendarFile, Writing } from './template.ts';

/** What the letters of an interview know; `toldAt` is when the change was told (DTSTAMP). */
export const appointment = interviewBooked.data.omit({ moved: true }).extend({ toldAt: z.iso.datetime() });
export type Appointment = z.infer<typeof appointment>;

const minutes = 60;
const reminders = [24 * 60 * minutes, 30 * minutes];

/**
 * The interview as a calendar file (RFC 5545, with the methods of RFC 5546). The same data make the same bytes: a calendar
 * recognises a double by UID, SEQUENCE and DTSTAMP, and replaces what it holds when the sequence has grown.
 */
export function interviewCalendar(
  data: Appointment,
  method: CalendarFile['method'],
  { institution, name, email, publicUrl }: Writing,
): CalendarFile {
  const isCancelled = method === 'CANCEL';
  const calendar = ical({
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    prodId: { company: 'Admissions', product: 'Entretiens', language: 'FR' },
  });
  const organizer = `${institution.service.name}, ${institution.name}`;
  calendar.createEvent({
    id: data.calendarUid,
    sequence: data.sequence,
    stamp: new Date(data.toldAt),
    start: new Date(data.startsAt),
    end: new Date(data.endsAt),
    summary: `Entretien de motivation, ${data.programmeTitle}`,
    description: descriptionOf(data, publicUrl),
    location: data.roomUrl,
    url: data.roomUrl,
    organizer: { name: organizer, email: institution.service.email },
    // The candidate chose the time: there is nothing left to answer.
    attendees: [{ name: name || email, email, status: ICalAttendeeStatus.ACCEPTED, rsvp: false }],
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: isCancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    // RFC 5546, 3.2.5: a cancellation carries no alarm.
    alarms: isCancelled ? [] : reminders.map(alarm),
  });
  return { fileName: 'entretien.ics', method, content: calendar.toString() };
}

function alarm(secondsBefore: number) {
  return { type: ICalAlarmType.display, trigger: secondsBefore, description: 'Entretien de motivation' };
}

function descriptionOf({ reference, interviewerName, roomUrl }: Appointment, publicUrl: string): string {
  return [
    `Candidature ${reference}. Entretien avec ${interviewerName}.`,
    `Salle de visioconférence : ${roomUrl}`,
    `Déplacer ou annuler ce rendez-vous : ${publicUrl}`,
  ].join('\n');
}
