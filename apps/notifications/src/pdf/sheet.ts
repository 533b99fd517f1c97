import { typeset } from '../templates/french.ts';
import { blankPaper, collected, colours, mm, page, width, type fonts, type SheetFacts } from './paper.ts';

type Element = ReturnType<PDFKit.PDFDocument['struct']>;
interface Style {
  readonly font?: keyof typeof fonts;
  readonly size?: number;
  readonly colour?: string;
  readonly align?: 'left' | 'right';
}

/**
 * An A4 letter of the school as an accessible PDF (R124): tagged, with headings, lists and tables that a screen reader knows, its
 * language and title, embedded fonts, and everything that only decorates marked as such. PDF/A-2a, so that archives can keep it.
 */
export class Sheet {
  readonly #doc: PDFKit.PDFDocument;
  readonly #root: Element;
  readonly #facts: SheetFacts;
  readonly #done: Promise<Buffer>;

  constructor(facts: SheetFacts) {
    this.#facts = facts;
    this.#doc = blankPaper(facts);
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
    this.#tag('H1', () => this.#write(text, { font: 'SemiBold', size: 21, colour: colours.accent }));
    this.#tag('P', () => this.#write(under, { size: 11, colour: colours.quiet }));
    this.space(14);
  }

  heading(text: string): void {
    this.#keep(64);
    this.space(8);
    this.#tag('H2', () => this.#write(text, { font: 'SemiBold', size: 12.5, colour: colours.accent }));
    this.space(3);
  }

  /** Not broken over two pages, unless it is longer than one. */
  paragraph(text: string, style: Style = {}): void {
    this.#keep(Math.min(this.#height(text, width, style), page.height - page.top - page.bottom - 100));
    this.#tag('P', () => this.#write(text, style));
    this.space(5);
  }

  items(list: readonly string[]): void {
    const element = this.#add('L');
    for (const item of list) {
      const height = this.#height(item, width - 14);
      this.#keep(height);
      const { y } = this.#doc;
      const line = this.#add('LI', element);
      this.#tag('Lbl', () => this.#at('•', page.left + 2, y, 10), line);
      this.#tag('LBody', () => this.#at(item, page.left + 14, y, width - 14), line);
      this.#moveTo(y + height + 2.5);
    }
    element.end();
    this.space(4);
  }

  /** Two blocks beside each other, each with a small title: who gives and who receives. */
  parties(left: readonly [string, readonly string[]], right: readonly [string, readonly string[]]): void {
    const { y } = this.#doc;
    const column = width / 2 - 10;
    const draw = ([title, lines]: readonly [string, readonly string[]], x: number) => {
      this.#tag('P', () => {
        this.#at(title, x, y, column, { font: 'SemiBold', size: 9.5, colour: colours.quiet });
        for (const [index, text] of lines.entries()) {
          this.#at(text, x, this.#doc.y, column, index === 0 ? { font: 'SemiBold' } : {});
        }
      });
      return this.#doc.y;
    };
    this.#moveTo(Math.max(draw(left, page.left), draw(right, page.left + width / 2 + 10)) + 14);
  }

  /** R68: who decided, in the right half, never parted from its own lines. */
  signature(opening: string, lines: readonly string[]): void {
    const x = page.left + width / 2 + 10;
    const column = width / 2 - 10;
    const height = [opening, ...lines].reduce((sum, line) => sum + this.#height(line, column), 24);
    this.#keep(height);
    this.space(14);
    this.#tag('P', () => {
      this.#at(opening, x, this.#doc.y, column, { size: 9.5, colour: colours.quiet });
      for (const [index, text] of lines.entries()) {
        this.#at(
          text,
          x,
          this.#doc.y + (index === 0 ? 4 : 0),
          column,
          index === 0 ? { font: 'SemiBold' } : {},
        );
      }
    });
    this.#moveTo(this.#doc.y + 6);
  }

  /** Labels and values, one below the other. */
  facts(rows: readonly (readonly [string, string | undefined])[]): void {
    const label = 150;
    const table = this.#add('Table');
    for (const [name, value] of rows) {
      if (value === undefined || value === '') continue;
      const height = Math.max(this.#height(name, label - 10), this.#height(value, width - label)) + 5;
      this.#keep(height);
      const { y } = this.#doc;
      const row = this.#add('TR', table);
      this.#cell(row, 'TH', () => this.#at(name, page.left, y, label - 10, { colour: colours.quiet }), 'Row');
      this.#cell(row, 'TD', () => this.#at(value, page.left + label, y, width - label));
      this.#moveTo(y + height);
    }
    table.end();
    this.space(5);
  }

  /** The lines of a receipt: what, how many, at which price; and the total. */
  lines(
    columns: readonly string[],
    rows: readonly (readonly string[])[],
    total: readonly [string, string],
  ): void {
    const widths = [width - 70 - 90 - 90, 70, 90, 90];
    const table = this.#add('Table');
    this.#row(table, columns, widths, { header: true });
    for (const row of rows) this.#row(table, row, widths, {});
    this.#row(table, [total[0], '', '', total[1]], widths, { total: true });
    table.end();
    this.space(6);
  }

  space(points: number): void {
    this.#doc.y += points;
  }

  newPage(): void {
    this.#doc.addPage();
  }

  #row(
    table: Element,
    cells: readonly string[],
    widths: readonly number[],
    { header = false, total = false }: { header?: boolean; total?: boolean },
  ): void {
    const style: Style = header || total ? { font: 'SemiBold', size: header ? 9.5 : 11.5 } : {};
    const pad = 6;
    const height =
      Math.max(...cells.map((cell, i) => this.#height(cell, (widths[i] ?? 0) - 2 * pad, style))) + 2 * pad;
    this.#keep(height);
    const { y } = this.#doc;
    if (header || total) this.#decorate(() => this.#doc.rect(page.left, y, width, height).fill(colours.tint));
    this.#decorate(() => this.#rule(y + height));
    const row = this.#add('TR', table);
    let x = page.left;
    for (const [index, cell] of cells.entries()) {
      const column = widths[index] ?? 0;
      const at = x + pad;
      const aligned: Style = { ...style, align: index === 0 ? 'left' : 'right' };
      const isHead = header || (total && index === 0);
      const draw = () => this.#at(cell, at, y + pad, column - 2 * pad, aligned);
      this.#cell(row, isHead ? 'TH' : 'TD', draw, header ? 'Column' : 'Row');
      x += column;
    }
    this.#moveTo(y + height);
  }

  #letterhead(): void {
    const { name, address } = this.#facts.institution;
    this.#tag('P', () => {
      this.#write(name, { font: 'SemiBold', size: 15, colour: colours.accent });
      this.#write(address.join(', '), { size: 9.5, colour: colours.quiet });
    });
    const y = this.#doc.y + 8;
    this.#decorate(() => this.#rule(y));
    this.#moveTo(y + 20);
  }

  /** Who we are, and which page of how many, at the foot of every page. */
  #footers(): void {
    const { legalName, siret, trainingDeclaration, service } = this.#facts.institution;
    const identity = [legalName, siret ? `SIRET ${siret}` : undefined, trainingDeclaration];
    const contact = [service.email, service.phone];
    const line = [...identity, ...contact].filter((part) => part !== undefined).join(' · ');
    const { count } = this.#doc.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      this.#doc.switchToPage(index);
      const y = page.height - page.bottom + 8 * mm;
      // Below the margin: without one, the text would start a new page.
      this.#doc.page.margins.bottom = 0;
      this.#decorate(() => {
        this.#doc.rect(0, 0, page.width, 5 * mm).fill(colours.accent);
        this.#rule(y);
        this.#at(line, page.left, y + 6, width - 70, { size: 8.5, colour: colours.quiet });
        this.#at(`Page ${index + 1} sur ${count}`, page.left + width - 65, y + 6, 65, {
          size: 8.5,
          colour: colours.quiet,
          align: 'right',
        });
      }, 'Pagination');
    }
  }

  #rule(y: number): void {
    this.#doc
      .moveTo(page.left, y)
      .lineTo(page.left + width, y)
      .lineWidth(0.6)
      .strokeColor(colours.rule)
      .stroke();
  }

  /** Starts a new page when there is not enough room for what must stay together. */
  #keep(height: number): void {
    if (this.#doc.y + height > page.height - page.bottom) this.#doc.addPage();
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

  #tag(type: string, draw: () => void, parent: Element = this.#root): void {
    parent.add(this.#doc.struct(type, {}, draw));
  }

  #cell(row: Element, type: 'TH' | 'TD', draw: () => void, scope?: 'Row' | 'Column'): void {
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

  #write(text: string, style: Style = {}): void {
    this.#doc.x = page.left;
    this.#styled(style).text(typeset(text), { width, lineGap: 2, align: style.align ?? 'left' });
  }

  #at(text: string, x: number, y: number, columnWidth: number, style: Style = {}): void {
    this.#styled(style).text(typeset(text), x, y, {
      width: columnWidth,
      lineGap: 2,
      align: style.align ?? 'left',
    });
  }

  #height(text: string, columnWidth: number, style: Style = {}): number {
    return this.#styled(style).heightOfString(typeset(text), { width: columnWidth, lineGap: 2 });
  }
}
