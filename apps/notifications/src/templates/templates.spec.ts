import { describe, expect, it } from '@jest/globals';
import { PDFDocument } from 'pdf-lib';
import { extractText } from 'unpdf';
import { templateNames, type TemplateName } from '../domain/template-names.ts';
import { demonstrationInstitution } from '../institution.ts';
import { examples, writing } from './examples.ts';
import { render } from './render.ts';
import { templateOf } from './templates.ts';

const link = 'https://admissions.example/c?token=a&b=<c>';

const letters = new Map<string, ReturnType<typeof render>>();

/** Each letter is written once: its PDF takes a moment. */
function written(name: TemplateName, change: object = {}): ReturnType<typeof render> {
  const key = JSON.stringify([name, change]);
  const letter = letters.get(key) ?? freshly(name, change);
  letters.set(key, letter);
  return letter;
}

function freshly(name: TemplateName, change: object = {}): ReturnType<typeof render> {
  const linked = templateOf(name).hasLink ? { link } : {};
  return render(name, examples[name], { ...writing, ...linked, ...change });
}

async function textOfPdf(content: Buffer): Promise<string> {
  const { text } = await extractText(new Uint8Array(content), { mergePages: true });
  return text.replace(/[\s\u00a0]+/g, ' ');
}

describe.each(templateNames)('the letter %s', (name) => {
  it('has a subject of one line, text and HTML that say the same', async () => {
    const { subject, text, html } = await written(name);
    expect(subject.length).toBeGreaterThan(8);
    expect(subject.length).toBeLessThan(100);
    expect(subject).not.toMatch(/[\r\n]/);
    for (const part of [subject, text, html]) {
      expect(part).not.toMatch(/undefined|null|NaN|\[object|\$\{/);
      expect(part).not.toMatch(/ [:;!?»%€]|« |'(?=[a-zé])/u);
    }
    expect(text).toContain('Bonjour');
    expect(text).toContain('Bien cordialement');
    expect(text).toContain(demonstrationInstitution.service.email);
    for (const line of text
      .split('\n')
      .filter((one) => one.length > 60 && !one.includes('http') && !one.includes(', '))) {
      const written = html.replaceAll('&nbsp;', '\u00a0');
      const whole = line.replace(/^- /, '').replaceAll('&', '&amp;');
      // A fact is one line of text, and two cells of HTML.
      for (const part of written.includes(whole) ? [whole] : whole.split(/\u00a0: (.*)/)) {
        expect(written).toContain(part);
      }
    }
  });

  it('is a page that a screen reader understands, with nothing from outside', async () => {
    const { html } = await written(name);
    expect(html).toMatch(/^<!doctype html>\n<html lang="fr">/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html).not.toMatch(/<(img|script|iframe|link|form)|url\(|@import/i);
    for (const [, body] of html.matchAll(/<a [^>]*>([^<]*)<\/a>/g)) expect(body?.trim()).not.toBe('');
  });

  it('shows its link, escaped, where it has one, and cannot be written without', async () => {
    const { text, html } = await written(name);
    if (!templateOf(name).hasLink) return expect(text).not.toContain('token=');
    expect(text).toContain(link);
    expect(html).toContain('href="https://admissions.example/c?token=a&amp;b=&lt;c&gt;"');
    await expect(render(name, examples[name], writing)).rejects.toThrow('with its link only');
  });

  it('prints a name as text, and none to a stranger', async () => {
    const { text, html } = await written(name, { name: 'Ana & <b>Co</b>' });
    expect(html).not.toContain('<b>Co');
    expect(text.includes('Ana')).toBe(templateOf(name).isToStranger !== true);
  });
});

describe('the receipt of a payment (R21, R84, R106)', () => {
  it('is an accessible PDF with all that a receipt needs', async () => {
    const [pdf] = (await written('payment-receipt')).attachments;
    expect(pdf).toMatchObject({ fileName: 'recu-R-2026-000001.pdf', contentType: 'application/pdf' });
    const document = await PDFDocument.load(pdf!.content, { updateMetadata: false });
    expect(document.getTitle()).toBe('Reçu de paiement n°\u00a0R-2026-000001');
    expect(document.getCreationDate()?.toISOString()).toBe('2026-11-24T09:05:00.000Z');
    expect(document.catalog.toString()).toMatch(/\/MarkInfo[\s\S]*\/Lang|\/Lang[\s\S]*\/MarkInfo/);
    const text = await textOfPdf(pdf!.content);
    for (const part of [
      'N° R-2026-000001',
      '24 novembre 2026 à 10 h 05 (heure de Paris)',
      'Frais de traitement et d’étude de dossier',
      'Mastère Spécialisé® Science des données',
      'Total payé',
      '80,00 €',
      'Exonération de TVA, art. 261-4-4° du CGI',
      'Carte bancaire, Visa •••• 4242',
      'MS-2027-0001',
      'Zoë Nguyễn-Łukasiewicz',
      'zoe@example.org',
      'admissions@school.example',
      '01 99 00 00 00',
      'Formulaire de rétractation',
      'Page 1 sur 2',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('is the same bytes each time it is written', async () => {
    const [first] = (await written('payment-receipt')).attachments;
    const [second] = (await freshly('payment-receipt')).attachments;
    expect(first!.content.equals(second!.content)).toBe(true);
  });

  it('prints no VAT mention and no notice of withdrawal where the school has none (R105)', async () => {
    const institution = { ...demonstrationInstitution, vatMention: undefined, withdrawalNotice: false };
    const letter = await written('payment-receipt', { institution });
    const text = await textOfPdf(letter.attachments[0]!.content);
    expect(text).not.toMatch(/TVA|rétract/);
    expect(letter.text).not.toMatch(/rétract/i);
    expect(text).toContain('Page 1 sur 1');
  });
});

describe('the acknowledgement of an application (R21–R23, R69)', () => {
  it('names date, service, pieces, the meaning of silence and the routes of appeal', async () => {
    const letter = await written('application-receipt');
    const text = await textOfPdf(letter.attachments[0]!.content);
    for (const part of [
      'MS-2027-0001',
      '24 novembre 2026 à 10 h 05 (heure de Paris)',
      'CV détaillé en français',
      'Service des admissions',
      'vaudra décision de rejet à compter du 25 janvier 2027',
      'dans un délai de deux mois',
      'le tribunal administratif de Paris',
      'deux mois pour celles qui demeurent à l’étranger',
    ]) {
      expect(text).toContain(part);
      expect(letter.text.replaceAll('\u00a0', ' ')).toContain(part);
    }
  });

  it.each([
    ['at once, where that was asked for', '2026-11-24T09:05:30.000Z', 'Elle va être étudiée.', undefined],
    [
      'once the time to withdraw is over, where it was not (R83)',
      '2026-12-08T23:00:00.000Z',
      'Elle sera étudiée à partir du 9 décembre 2026',
      'Étudiée à partir du 9 décembre 2026',
    ],
    ['soon, where nothing is said of it', undefined, 'Elle va être étudiée.', undefined],
  ])('says when it is studied: %s', async (_when, examinableFrom, said, printed) => {
    const data = { ...examples['application-receipt'], examinableFrom };
    const letter = await render('application-receipt', data, writing);
    expect(letter.text.replaceAll('\u00a0', ' ')).toContain(said);
    expect(letter.text).not.toContain(said === 'Elle va être étudiée.' ? 'sera étudiée' : 'va être étudiée');
    const text = await textOfPdf(letter.attachments[0]!.content);
    if (printed === undefined) expect(text).not.toContain('Étudiée');
    else expect(text).toContain(printed);
  });

  it('says nothing of silence and appeal for a private school (R67)', async () => {
    const institution = { ...demonstrationInstitution, legalStatus: 'PRIVATE' as const };
    const letter = await written('application-receipt', { institution });
    expect(letter.text).not.toMatch(/silence|recours/i);
    expect(await textOfPdf(letter.attachments[0]!.content)).not.toMatch(/silence|recours/i);
  });

  it('goes on over pages when there are many pieces', async () => {
    const label =
      'Traduction en français des documents étrangers, avec un libellé assez long pour tenir sur deux lignes entières';
    const many = Array.from({ length: 60 }, () => ({ type: 'TRANSLATION', label }));
    const letter = await render(
      'application-receipt',
      { ...examples['application-receipt'], documents: many },
      writing,
    );
    const document = await PDFDocument.load(letter.attachments[0]!.content);
    expect(document.getPageCount()).toBeGreaterThan(3);
    const text = await textOfPdf(letter.attachments[0]!.content);
    expect(text.split(label)).toHaveLength(61);
  });
});
