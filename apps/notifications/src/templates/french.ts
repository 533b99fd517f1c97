const paris = 'Europe/Paris';
const longDate = new Intl.DateTimeFormat('fr-FR', {
  timeZone: paris,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const clock = new Intl.DateTimeFormat('fr-FR', {
  timeZone: paris,
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
});
const weekday = new Intl.DateTimeFormat('fr-FR', { timeZone: paris, weekday: 'long' });
const noBreak = '\u00a0';

/** A civil date or the Paris date of an instant, as it is read: `1er décembre 2026`. */
export function dateInFrench(date: string): string {
  return longDate.format(instantOf(date)).replace(/^1 /, '1er ');
}

/** The same with the day of the week: `mardi 1er décembre 2026`. */
export function fullDateInFrench(date: string): string {
  return `${weekday.format(instantOf(date))} ${dateInFrench(date)}`;
}

/** Noon, so that a civil date keeps its day in Paris. */
function instantOf(date: string): Date {
  return date.length === 10 ? new Date(`${date}T12:00:00Z`) : new Date(date);
}

/** The hour of an instant in Paris: `14 h 05`. */
export function hourInFrench(instant: string): string {
  const [hour, minute] = clock.format(new Date(instant)).split(':');
  return `${Number(hour)}${noBreak}h${noBreak}${minute}`;
}

/** An instant in Paris: `24 novembre 2026 à 10 h 05`. */
export function instantInFrench(instant: string): string {
  return `${dateInFrench(instant)} à ${hourInFrench(instant)}`;
}

/**
 * Until when something can be done: `mercredi 28 avril 2027 à 23 h 59, heure de Paris`. A limit at midnight is the end of the
 * day before, so that nobody reads it as a day more.
 */
export function deadlineInFrench(instant: string): string {
  const lastMoment = new Date(Date.parse(instant) - 1).toISOString();
  const minute = /^0\Dh\D00$/.test(hourInFrench(instant)) ? lastMoment : instant;
  return `${fullDateInFrench(minute)} à ${hourInFrench(minute)}, heure de Paris`;
}

/**
 * French typography: no break before `: ; ! ?`, inside « », before units. Spaces of other widths become the ordinary
 * no-break space, which every mail reader and font shows.
 */
export function typeset(text: string): string {
  return (
    text
      .replace(/[\u202f\u2009]/g, noBreak)
      .replace(/ ([:;!?»%€])/g, `${noBreak}$1`)
      .replace(/« /g, `«${noBreak}`)
      .replace(/\bart\. /g, `art.${noBreak}`)
      .replace(/\b([LR])\. (?=\d)/g, `$1.${noBreak}`)
      .replace(/(n°) /g, `$1${noBreak}`)
      .replace(/(\d) h (\d\d)\b/g, `$1${noBreak}h${noBreak}$2`)
      // A phone number stays on one line.
      .replace(/\b0\d(?: \d\d){4}\b/g, (phone) => phone.replaceAll(' ', noBreak))
      .replace(/(\d) (h|ans|mois|jours|octets)\b/g, `$1${noBreak}$2`)
  );
}

/** A name as it may be printed and put into a header: one line, no control characters, nothing that reads as a link. */
export function printableName(name: string): string {
  const clean = name
    .normalize('NFC')
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, 100);
  return /[<>@]|:\/\/|www\./i.test(clean) ? '' : clean;
}
