// What a calendar reads, read by a parser that is not ours.
import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { examples, writing } from '../templates/examples.ts';
import { appointment, interviewCalendar } from './interview-calendar.ts';

const booked = appointment.parse(examples['interview-booked']);

function read(content: string) {
  const calendar = new ICAL.Component(ICAL.parse(content) as never[]);
  const [event] = calendar.getAllSubcomponents('vevent');
  if (!event) throw new Error('no event');
  return { calendar, event };
}

const valueOf = (component: InstanceType<typeof ICAL.Component>, name: string) =>
  String(component.getFirstPropertyValue(name));

describe('the calendar file of an interview (RFC 5545, RFC 5546)', () => {
  it('asks a calendar to take the interview in', () => {
    const { method, content, fileName } = interviewCalendar(booked, 'REQUEST', writing);
    const { calendar, event } = read(content);
    expect([method, fileName, valueOf(calendar, 'method')]).toEqual(['REQUEST', 'entretien.ics', 'REQUEST']);
    expect(valueOf(calendar, 'version')).toBe('2.0');
    expect(valueOf(calendar, 'prodid')).not.toBe('');
    expect(valueOf(event, 'uid')).toBe(booked.calendarUid);
    expect(event.getFirstPropertyValue('sequence')).toBe(booked.sequence);
    expect(valueOf(event, 'dtstamp')).toBe('2027-02-10T08:15:00Z');
    expect(valueOf(event, 'dtstart')).toBe('2027-03-02T13:00:00Z');
    expect(valueOf(event, 'dtend')).toBe('2027-03-02T13:30:00Z');
    expect(valueOf(event, 'summary')).toBe(`Entretien de motivation, ${booked.programmeTitle}`);
    expect(valueOf(event, 'description')).toContain(booked.roomUrl);
    expect([valueOf(event, 'location'), valueOf(event, 'url')]).toEqual([booked.roomUrl, booked.roomUrl]);
    expect([valueOf(event, 'status'), valueOf(event, 'transp')]).toEqual(['CONFIRMED', 'OPAQUE']);
  });

  it('says who invites and who is invited, and reminds a day and half an hour before', () => {
    const { event } = read(interviewCalendar(booked, 'REQUEST', writing).content);
    const organizer = event.getFirstProperty('organizer');
    expect(organizer?.getFirstValue()).toBe('mailto:admissions@school.example');
    expect(organizer?.getParameter('cn')).toBe('Service des admissions, École de démonstration');
    const attendee = event.getFirstProperty('attendee');
    expect(attendee?.getFirstValue()).toBe('mailto:zoe@example.org');
    expect(attendee?.getParameter('cn')).toBe(writing.name);
    expect(attendee?.getParameter('partstat')).toBe('ACCEPTED');
    const alarms = event.getAllSubcomponents('valarm');
    expect(alarms.map((alarm) => valueOf(alarm, 'trigger'))).toEqual(['-P1D', '-PT30M']);
    expect(alarms.map((alarm) => valueOf(alarm, 'action'))).toEqual(['DISPLAY', 'DISPLAY']);
  });

  it('takes it out again, without alarms', () => {
    const { calendar, event } = read(
      interviewCalendar({ ...booked, sequence: 9 }, 'CANCEL', writing).content,
    );
    expect([valueOf(calendar, 'method'), valueOf(event, 'status')]).toEqual(['CANCEL', 'CANCELLED']);
    expect(valueOf(event, 'uid')).toBe(booked.calendarUid);
    expect(event.getFirstPropertyValue('sequence')).toBe(9);
    expect(event.getAllSubcomponents('valarm')).toEqual([]);
  });

  it.each([
    'Zoë "Zo" Nguyễn; Łukasiewicz, ^chef^ : X',
    'A\r\nATTENDEE:mailto:victim@example.org',
    '\u0007\u0000 B',
    '日本語の名前がとても長い場合でも行は正しく折り返されます日本語の名前',
    '👩‍🎓'.repeat(30),
  ])('nobody’s words break it: %j', (words) => {
    const hostile = { ...booked, programmeTitle: words, interviewerName: words };
    const { content } = interviewCalendar(hostile, 'REQUEST', { ...writing, name: words });
    const { event } = read(content);
    const printed = words.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' ');
    expect(valueOf(event, 'summary')).toBe(`Entretien de motivation, ${printed}`);
    expect(event.getFirstProperty('attendee')?.getParameter('cn')).toBe(printed);
    expect(event.getAllProperties('attendee')).toHaveLength(1);
    expect(content.endsWith('END:VCALENDAR\r\n')).toBe(true);
    for (const line of content.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n\ufffd]/);
    }
  });

  it('is the same bytes each time', () => {
    const [one, two] = [0, 1].map(() => interviewCalendar(booked, 'REQUEST', writing).content);
    expect(one).toBe(two);
  });

  it.each(['javascript:alert(1)', 'http://video.example/', 'not an address'])(
    'has no room at %s',
    (roomUrl) => {
      expect(appointment.safeParse({ ...booked, roomUrl }).success).toBe(false);
    },
  );
});
