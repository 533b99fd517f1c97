/** The calendar is shared with the other services; the rules of this one read it from here. */
export * from '@admissions/calendar/calendar';
