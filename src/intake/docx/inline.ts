import { added, dropped, textOf } from '../pieces.ts';
import { symbolPiece } from '../symbols/symbols.ts';
import { BREAK, piecesOf, TAB, type Taken } from '../word/pieces.ts';
import { DELETED, FIELD_RESULT, HIDDEN, RAISED, STRUCK } from '../word/reasons.ts';
import { branchOf } from './alternate.ts';
import type { DocumentContext, Story } from './document.ts';
import { type BoxReader, readDrawing } from './draw.ts';
import { placeholderOf } from './flatten.ts';
import { HANDLERS } from './inline-elements.ts';
import { type Inline, InlineOutput } from './inline-output.ts';
import { MATH_SIGNS } from './math.ts';
import type { NoteKind } from './notes.ts';
import { childOf, elementsOf, ownText, type XmlElement } from './xml.ts';

/** How what stands in a run is taken. */
export interface At extends Taken {
  style: string;
  run: XmlElement | undefined;
}

/** Elements that hold no text of the paragraph: properties, and what they were before a change. */
const NO_TEXT = /^w:(?:\w+Pr|\w+PrChange|\w+Change|tblGrid|rubyPr)$/u;

/** Reads what stands in paragraphs (ECMA-376 17.3.2 and what may stand around runs). */
export class InlineReader {
  private out: InlineOutput;

  private readonly context: DocumentContext;
  private readonly story: Story;
  private readonly readBox: BoxReader;

  constructor(context: DocumentContext, story: Story, readBox: BoxReader) {
    this.context = context;
    this.story = story;
    this.readBox = readBox;
    this.out = new InlineOutput(story);
  }

  read(paragraph: XmlElement, taken: Taken, style: string): Inline {
    const out = new InlineOutput(this.story);
    this.out = out;
    this.walkAll(paragraph, { ...taken, style, run: undefined });
    return out;
  }

  private walkAll(element: XmlElement | undefined, at: At): void {
    for (const child of elementsOf(element)) this.walk(child, at);
  }

  /** One element; what is not known here is looked into, so that no text is lost. */
  private walk(element: XmlElement, at: At): void {
    const handler = HANDLERS.get(element.name);
    if (handler) this[handler](element, at);
    else if (!NO_TEXT.test(element.name)) this.walkAll(element, at);
  }

  run(element: XmlElement, at: At): void {
    const rPr = childOf(element, 'w:rPr');
    const { styles } = this.context;
    const on = (property: string) => styles.isOn(property, rPr, at.style);
    const struck = on('w:strike') || on('w:dstrike');
    this.walkAll(element, {
      ...at,
      run: rPr,
      drop: at.drop || (on('w:vanish') ? HIDDEN : ''),
      doubt: at.doubt || (struck ? STRUCK : ''),
    });
  }

  text(element: XmlElement, at: At): void {
    const raw = ownText(element);
    const text =
      element.attributes['xml:space'] === 'preserve'
        ? raw
        : raw.replace(/^[ \t\r\n]+|[ \t\r\n]+$/gu, '');
    const doubt = at.doubt || this.raised(text, at);
    const font = () => this.context.styles.symbolFont(at.run, at.style);
    this.out.emit(piecesOf(text, { ...at, doubt }, /\p{Co}/u.test(text) ? font() : ''));
  }

  deletedText(element: XmlElement, at: At): void {
    this.text(element, { ...at, drop: at.drop || DELETED });
  }

  /** Digits above the line lose their meaning in plain text (10 with a raised 5); 米 written as m with a raised 2 does not. */
  private raised(text: string, { run, drop }: At): string {
    if (drop || !/^[\dA-Za-z+−-]+$/u.test(text)) return '';
    if (this.context.styles.position(run) !== 'superscript') return '';
    const unit = /^[23]$/u.test(text) && /[A-Za-z]$/u.test(textOf(this.out));
    return unit ? '' : RAISED;
  }

  deleted(element: XmlElement, at: At): void {
    this.walkAll(element, { ...at, drop: at.drop || DELETED });
  }

  tab(_: XmlElement, at: At): void {
    this.out.layout(TAB, at);
  }

  lineBreak(_: XmlElement, at: At): void {
    this.out.layout(BREAK, at);
  }

  hyphen(_: XmlElement, at: At): void {
    this.out.emit(piecesOf('-', at, ''));
  }

  symbol({ attributes }: XmlElement, at: At): void {
    if (attributes['w:char'] === undefined) return;
    const code = Number.parseInt(attributes['w:char'], 16) || 0;
    const piece = symbolPiece(code, attributes['w:font'] ?? '');
    this.out.emit([at.drop ? dropped(piece.text, at.drop) : piece]);
  }

  fieldCode(element: XmlElement, { drop }: At): void {
    if (!drop) this.story.fields.code(ownText(element));
  }

  fieldMark(element: XmlElement, at: At): void {
    const { fields } = this.story;
    const type = element.attributes['w:fldCharType'];
    if (type === 'begin') fields.begin(childOf(element, 'w:ffData'));
    if (type === 'separate') fields.separate();
    if (type === 'end') this.endField(at);
  }

  simpleField(element: XmlElement, at: At): void {
    const { fields } = this.story;
    fields.begin(undefined);
    fields.code(element.attributes['w:instr'] ?? '');
    fields.separate();
    this.walkAll(element, at);
    this.endField(at);
  }

  private endField({ drop }: At): void {
    const print = this.story.fields.end();
    if (!print || drop) return;
    this.out.emit([added(print.text, FIELD_RESULT)]);
    this.out.doubt(print.doubt);
  }

  /** Readings above words: the words are the text. */
  ruby(element: XmlElement, at: At): void {
    const above = { ...at, doubt: at.doubt || '注音，原件印在字的上方' };
    const isReading = ({ name }: XmlElement) => name === 'w:rt';
    const children = elementsOf(element);
    for (const child of children) if (!isReading(child)) this.walk(child, at);
    for (const child of children) if (isReading(child)) this.walk(child, above);
  }

  control(element: XmlElement, at: At): void {
    this.walkAll(element, { ...at, doubt: at.doubt || placeholderOf(element) });
  }

  alternate(element: XmlElement, at: At): void {
    this.walkAll(branchOf(element), at);
  }

  math(element: XmlElement, at: At): void {
    this.walkAll(element, { ...at, doubt: at.doubt || '公式，印的样子请看原件' });
  }

  /** Brackets, fraction bars and big operators are no text of the file, and are printed. */
  mathStructure(element: XmlElement, at: At): void {
    const signs = MATH_SIGNS.get(element.name)?.(element);
    const sign = (text: string) => text && !at.drop && this.out.emit([added(text, '公式的符号')]);
    sign(signs?.before ?? '');
    elementsOf(element)
      .filter(({ name }) => !name.endsWith('Pr'))
      .forEach((part, i) => {
        if (i > 0) sign(signs?.between ?? '');
        this.walk(part, at);
      });
    sign(signs?.after ?? '');
  }

  reference({ name, attributes }: XmlElement, { drop }: At): void {
    const kind: NoteKind = name === 'w:footnoteReference' ? '脚注' : '尾注';
    const custom = /^(?:1|true|on)$/u.test(attributes['w:customMarkFollows'] ?? '');
    const { mark, doubt } = this.context.notes.refer(kind, attributes['w:id'] ?? '', custom, drop);
    if (mark) this.out.emit([added(mark, `${kind}的编号`)]);
    this.out.doubt(doubt);
  }

  ownMark(_: XmlElement, { drop }: At): void {
    if (!drop) this.out.emit(this.story.mark);
  }

  drawing(element: XmlElement, at: At): void {
    readDrawing(element, at, this.context, this.out, this.readBox);
  }
}
