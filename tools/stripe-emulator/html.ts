/** Text that is safe inside HTML; only `html` makes it. */
export type Html = { html: string };

type Part = string | number | Html | null | false | Part[];

/** Builds HTML; every value is escaped unless it is Html already. */
export function html(texts: TemplateStringsArray, ...values: Part[]): Html {
  const all = texts.map((text, index) => text + (index < values.length ? write(values[index]!) : ''));
  return { html: all.join('') };
}

function write(part: Part): string {
  if (part === null || part === false) return '';
  if (Array.isArray(part)) return part.map(write).join('');
  return typeof part === 'object' ? part.html : escape(String(part));
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => SIGNS[sign]!);
}
