/** What letters are made of. The same blocks become plain text, HTML and PDF, so that all three say the same. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'facts';
      readonly title: string;
      readonly rows: readonly (readonly [label: string, value: string])[];
    }
  | { readonly kind: 'items'; readonly items: readonly string[] }
  /** A link with a secret: rendered only at the moment of sending. */
  | { readonly kind: 'action'; readonly label: string; readonly url: string };

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const items = (...list: string[]): Block => ({ kind: 'items', items: list });
export const action = (label: string, url: string): Block => ({ kind: 'action', label, url });
export const facts = (title: string, ...rows: [string, string | undefined][]): Block => ({
  kind: 'facts',
  title,
  rows: rows.filter((row): row is [string, string] => row[1] !== undefined && row[1] !== ''),
});
