const yearInParis = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Paris', year: 'numeric' });

/** The series in which minutes signed at this instant are numbered: one for each year in Paris, without gaps. */
export function minutesSeries(signedAt: string): string {
  return `minutes-${yearInParis.format(new Date(signedAt))}`;
}

/** A number as it is printed: `PV-2027-0003`. */
export function minutesNumber(series: string, number: number): string {
  return `PV-${series.slice('minutes-'.length)}-${String(number).padStart(4, '0')}`;
}
