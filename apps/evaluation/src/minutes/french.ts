const zone = { timeZone: 'Europe/Paris' } as const;
const longDate = new Intl.DateTimeFormat('fr-FR', {
  ...zone,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const clock = new Intl.DateTimeFormat('fr-FR', {
  ...zone,
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
});
const marks = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const noBreak = '\u00a0';

/** The Paris date of an instant: `1er décembre 2026`. */
export function dateInFrench(instant: string): string {
  return longDate.format(new Date(instant)).replace(/^1 /, '1er ');
}

/** An instant in Paris: `24 novembre 2026 à 10 h 05`. */
export function instantInFrench(instant: string): string {
  const [hour, minute] = clock.format(new Date(instant)).split(':');
  return `${dateInFrench(instant)} à ${Number(hour)}${noBreak}h${noBreak}${minute}`;
}

/** Points of 20, as they are written: `14,25`. */
export function markInFrench(points: number): string {
  return marks.format(points);
}

/** French typography, and spaces of widths that every font shows. */
export function typeset(text: string): string {
  return text
    .replace(/[\u202f\u2009]/g, noBreak)
    .replace(/ ([:;!?»%€])/g, `${noBreak}$1`)
    .replace(/« /g, `«${noBreak}`)
    .replace(/(n°) /g, `$1${noBreak}`);
}
