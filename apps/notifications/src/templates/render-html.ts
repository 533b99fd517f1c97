import type { Block } from './blocks.ts';
import type { Page } from './render-text.ts';

const ink = '#1b2733';
const quiet = '#4a5866';
const accent = '#0b4f6c';
const font = "font-family:'Source Sans 3','Segoe UI',Helvetica,Arial,sans-serif";

/** The letter in HTML: real headings, a table with headers, a link with words; no image, no script, nothing from outside. */
export function htmlOf({ subject, blocks, institution }: Page): string {
  const { name, address, service } = institution;
  const place = [name, ...address].map(escaped).join(', ');
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(subject)}</title>
</head>
<body style="margin:0;padding:0;background:#f3f5f7;color:${ink};${font};font-size:16px;line-height:1.5">
<div style="max-width:600px;margin:0 auto;padding:24px 16px">
<p style="margin:0 0 16px;font-weight:600;color:${accent}">${escaped(name)}</p>
<main style="background:#ffffff;border-top:4px solid ${accent};padding:24px">
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3;color:${ink}">${escaped(subject)}</h1>
${blocks.map(blockAsHtml).join('\n')}
<p style="margin:24px 0 0">Bien cordialement,<br>${escaped(service.name)}<br>${escaped(name)}</p>
</main>
<footer style="padding:16px 0;font-size:14px;color:${quiet}">
<p style="margin:0 0 4px">${place}</p>
<p style="margin:0 0 4px"><a href="mailto:${escaped(service.email)}" style="color:${accent}">${escaped(service.email)}</a> · ${escaped(service.phone)}</p>
<p style="margin:0">Message envoyé automatiquement&nbsp;; pour nous écrire, utilisez l’adresse ci-dessus.</p>
</footer>
</div>
</body>
</html>
`;
}

function blockAsHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2 style="margin:24px 0 8px;font-size:18px;color:${ink}">${escaped(block.text)}</h2>`;
    case 'paragraph':
      return `<p style="margin:0 0 16px">${escaped(block.text)}</p>`;
    case 'items':
      return `<ul style="margin:0 0 16px;padding-left:24px">${block.items.map((item) => `<li style="margin:0 0 4px">${escaped(item)}</li>`).join('')}</ul>`;
    case 'action':
      return actionAsHtml(block);
    case 'facts':
      return factsAsHtml(block);
    default:
      return block satisfies never;
  }
}

function actionAsHtml({ label, url }: Extract<Block, { kind: 'action' }>): string {
  const style = `display:inline-block;padding:12px 20px;background:${accent};color:#ffffff;text-decoration:none;font-weight:600;border-radius:4px`;
  return `<p style="margin:0 0 16px"><a href="${escaped(url)}" style="${style}">${escaped(label)}</a></p>
<p style="margin:0 0 16px;font-size:14px;color:${quiet};overflow-wrap:anywhere">Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur&nbsp;: ${escaped(url)}</p>`;
}

function factsAsHtml({ title, rows }: Extract<Block, { kind: 'facts' }>): string {
  const cell = 'padding:6px 12px 6px 0;vertical-align:top;text-align:left;border-bottom:1px solid #dde3e8';
  const lines = rows.map(
    ([label, value]) =>
      `<tr><th scope="row" style="${cell};width:34%;font-weight:400;color:${quiet}">${escaped(label)}</th><td style="${cell}">${escaped(value)}</td></tr>`,
  );
  return `<table aria-label="${escaped(title)}" style="border-collapse:collapse;width:100%;margin:0 0 16px"><tbody>${lines.join('')}</tbody></table>`;
}

/** Text that a person may have written is never markup. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
