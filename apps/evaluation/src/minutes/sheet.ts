import { default as Pdf } from 'pdfkit';
import { typeset } from './french.ts';
import { collected, colours, fonts, page, width } from './paper.ts';
import type { SchoolFacts } from './school.ts';

type Element = ReturnType<PDFKit.PDFDocument['struct']>;
interface Style {
  readonly font?: keyof typeof fonts;
  readonly size?: number;
  readonly colour?: string;
}

/** What a document says of itself, and when; the same facts make the same bytes. */
export interface SheetFacts {
  readonly title: string;
  readonly school: SchoolFacts | undefined;
  readonly at: string;
}

/**
 * An A4 paper of the school as an accessible PDF/A-2a (R124): tagged headings, tables and lists, language, embedded fonts.
 */
export class Sheet {
  readonly #doc: PDFKit.PDFDocument;
  readonly #root: Element;
  readonly #facts: SheetFacts;
  readonly #done: Promise<Buffer>;

  constructor(facts: SheetFacts) {
    this.#facts = facts;
    const created = new Date(facts.at);
    this.#doc = new Pdf({
      size: 'A4',
      margins: {
        top: page.top,
        bottom: page.bottom,
        left: page.left,
        right: page.right,
      },
      bufferPages: true,
      pdfVersion: '1.7',
      subset: 'PDF/A-2a',
      tagged: true,
      displayTitle: true,
      lang: 'fr-FR',
      // None at first: a font given here as bytes would be read again at every change of font.
      font: null as never,
      info: {
        Title: typeset(facts.title),
        ...(facts.school
          ? {
              Author: facts.school.legalName,
              Creator: facts.school.name,
            }
          : {}),
        Producer: 'Admissions',
        CreationDate: created,
        ModDate: created,
      },
    });
    for (const [name, bytes] of Object.entries(fonts)) this.#doc.registerFont(name, bytes as never);
    this.#done = collected(this.#doc);
    this.#root = this.#doc.struct('Document');
    this.#doc.addStructure(this.#root);
    this.#letterhead();
  }

  /** Ends the document and gives its bytes. */
  async end(): Promise<Buffer> {
    this.#root.end();
    this.#footers();
    this.#doc.end();
    return this.#done;
  }

  title(text: string, under: string): void {
    this.#tag('H1', () => this.#write(text, { font: 'SemiBold', size: 19, colour: colours.accent }));
    this.#tag('P', () => this.#write(under, { size: 11, colour: colours.quiet }));
    this.#space(12);
  }

  heading(text: string): void {
    this.#keep(64);
    this.#space(8);
    this.#tag('H2', () => this.#write(text, { font: 'SemiBold', size: 12.5, colour: colours.accent }));
    this.#space(3);
  }

  paragraph(text: string, style: Style = {}): void {
    this.#keep(this.#height(text, width, style));
    this.#tag('P', () => this.#write(text, style));
    this.#space(5);
  }

  /** Labels and values, one below the other. */
  facts(rows: readonly (readonly [string, string | undefined])[]): void {
    const shown = rows.filter(([, value]) => value !== undefined && value !== '') as [string, string][];
    const widths = [150, width - 150];
    const table = this.#add('Table');
    for (const row of shown) this.#row(table, row, widths, {});
    table.end();
    this.#space(5);
  }

  /** A table with a line of heads, which is repeated on every page. */
  table(heads: readonly string[], rows: readonly (readonly string[])[], widths: readonly number[]): void {
    const table = this.#add('Table');
    this.#row(table, heads, widths, { header: true });
    for (const row of rows) {
      const height = this.#rowHeight(row, widths, {});
      if (!this.#fits(height)) {
        this.#doc.addPage();
        this.#row(table, heads, widths, { header: true });
      }
      this.#row(table, row, widths, { height });
    }
    table.end();
    this.#space(6);
  }

  /** What must not be torn apart: begins on a new page when there is not so much room left. */
  together(height: number): void {
    this.#keep(height);
  }

  #row(
    table: Element,
    cells: readonly string[],
    widths: readonly number[],
    { header = false, height: known }: { header?: boolean; height?: number },
  ): void {
    const style: Style = header ? { font: 'SemiBold', size: 9.5 } : {};
    const height = known ?? this.#rowHeight(cells, widths, style);
    this.#keep(height);
    const { y } = this.#doc;
    if (header) this.#decorate(() => this.#doc.rect(page.left, y, width, height).fill(colours.tint));
    this.#decorate(() => this.#rule(y + height));
    const row = this.#add('TR', table);
    let x = page.left;
    for (const [index, cell] of cells.entries()) {
      const column = widths[index] ?? 0;
      const at = x + pad;
      const isHead = header || index === 0;
      const own = header || index > 0 ? style : { ...style, colour: colours.quiet };
      const draw = () => this.#at(cell, at, y + pad, column - 2 * pad, own);
      this.#cell(row, isHead ? 'TH' : 'TD', draw, header ? 'Column' : 'Row');
      x += column;
    }
    this.#moveTo(y + height);
  }

  #rowHeight(cells: readonly string[], widths: readonly number[], style: Style): number {
    return (
      Math.max(...cells.map((cell, i) => this.#height(cell, (widths[i] ?? 0) - 2 * pad, style))) + 2 * pad
    );
  }

  #letterhead(): void {
    const { school } = this.#facts;
    if (!school) return;
    this.#tag('P', () => {
      this.#write(school.name, { font: 'SemiBold', size: 15, colour: colours.accent });
      this.#write(school.address.join(', '), { size: 9.5, colour: colours.quiet });
    });
    const y = this.#doc.y + 8;
    this.#decorate(() => this.#rule(y));
    this.#moveTo(y + 20);
  }

  /** Of which document, and which page of how many, at the foot of every page. */
  #footers(): void {
    const { count } = this.#doc.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      this.#doc.switchToPage(index);
      const y = page.height - page.bottom + 20;
      // Below the margin: without one, the text would start a new page.
      this.#doc.page.margins.bottom = 0;
      const style: Style = { size: 8.5, colour: colours.quiet };
      this.#decorate(() => {
        this.#rule(y);
        this.#at(this.#facts.title, page.left, y + 6, width - 80, style);
        this.#at(`Page ${index + 1} sur ${count}`, page.left + width - 70, y + 6, 70, style);
      }, 'Pagination');
    }
  }

  #rule(y: number): void {
    const line = this.#doc.moveTo(page.left, y).lineTo(page.left + width, y);
    line.lineWidth(0.6).strokeColor(colours.rule).stroke();
  }

  #fits(height: number): boolean {
    return this.#doc.y + height <= page.height - page.bottom;
  }

  #keep(height: number): void {
    if (!this.#fits(height)) this.#doc.addPage();
  }

  #space(points: number): void {
    this.#doc.y += points;
  }

  #moveTo(y: number): void {
    this.#doc.x = page.left;
    this.#doc.y = y;
  }

  #add(type: string, parent: Element = this.#root): Element {
    const element = this.#doc.struct(type);
    parent.add(element);
    return element;
  }

  #tag(type: string, draw: () => void): void {
    this.#root.add(this.#doc.struct(type, {}, draw));
  }

  #cell(row: Element, type: 'TH' | 'TD', draw: () => void, scope: 'Row' | 'Column'): void {
    const cell = this.#doc.struct(type, {}, draw);
    const { dictionary } = cell as unknown as { dictionary: { data: Record<string, unknown> } };
    if (type === 'TH') dictionary.data['A'] = { O: 'Table', Scope: scope };
    row.add(cell);
  }

  /** Draws what a screen reader must not read. */
  #decorate(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.#doc.save();
    this.#doc.markContent('Artifact', { type });
    draw();
    this.#doc.endMarkedContent();
    this.#doc.restore();
  }

  #styled({ font = 'Regular', size = 10.5, colour = colours.ink }: Style): PDFKit.PDFDocument {
    return this.#doc.font(font).fontSize(size).fillColor(colour);
  }

  #write(text: string, style: Style): void {
    this.#doc.x = page.left;
    this.#styled(style).text(typeset(text), { width, lineGap: 2 });
  }

  #at(text: string, x: number, y: number, columnWidth: number, style: Style): void {
    this.#styled(style).text(typeset(text), x, y, { width: columnWidth, lineGap: 2 });
  }

  #height(text: string, columnWidth: number, style: Style): number {
    return this.#styled(style).heightOfString(typeset(text), { width: columnWidth, lineGap: 2 });
  }
}

/** Inside the cells of a table. */
const pad = 5;
