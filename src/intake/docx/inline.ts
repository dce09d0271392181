import type { Line, Piece } from '../reading.ts';
import { branchOf } from './alternate.ts';
import type { DocumentContext, Story } from './document.ts';
import { type Graphic, lookAt } from './graphic.ts';
import { MATH_SIGNS } from './math.ts';
import type { NoteKind } from './notes.ts';
import {
  added,
  BREAK,
  dropped,
  hole,
  isBlank,
  piecesOf,
  printed,
  symbolPiece,
  TAB,
  type Taken,
} from './pieces.ts';
import { BOX_DOUBT, DELETED, HIDDEN } from './reasons.ts';
import { childOf, elementsOf, ownText, toggleOf, type XmlElement } from './xml.ts';

/** What a paragraph holds. */
export interface Inline {
  pieces: Piece[];
  /** Lines of boxes that are anchored in it. */
  boxes: Line[];
  /** What is seen in it and is no text. */
  sights: string[];
}

/** How what stands in a run is taken. */
interface At extends Taken {
  style: string;
  run: XmlElement | undefined;
}

const CODE = '域代码';

/** Elements that hold no text of the paragraph: properties, and what they were before a change. */
const NO_TEXT = /^w:(?:\w+Pr|\w+PrChange|\w+Change|tblGrid|rubyPr)$/u;

/** Reads what stands in paragraphs (ECMA-376 17.3.2 and what may stand around runs). */
export class InlineReader {
  private out: Inline = { pieces: [], boxes: [], sights: [] };

  private readonly context: DocumentContext;
  private readonly story: Story;
  private readonly readBox: (content: XmlElement, taken: Taken) => Line[];

  constructor(
    context: DocumentContext,
    story: Story,
    readBox: (content: XmlElement, taken: Taken) => Line[],
  ) {
    this.context = context;
    this.story = story;
    this.readBox = readBox;
  }

  read(paragraph: XmlElement, taken: Taken, style: string): Inline {
    this.out = { pieces: [], boxes: [], sights: [] };
    const out = this.out;
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
      doubt: at.doubt || (struck ? '印有删除线' : ''),
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
    this.emit(piecesOf(text, { ...at, doubt }, /\p{Co}/u.test(text) ? font() : ''));
  }

  deletedText(element: XmlElement, at: At): void {
    this.text(element, { ...at, drop: at.drop || DELETED });
  }

  /** Digits above the line lose their meaning in plain text (10 with a raised 5); 米 written as m with a raised 2 does not. */
  private raised(text: string, { run, drop }: At): string {
    if (drop || !/^[\dA-Za-z+−-]+$/u.test(text)) return '';
    if (this.context.styles.position(run) !== 'superscript') return '';
    const unit = /^[23]$/u.test(text) && /[A-Za-z]$/u.test(printed(this.out.pieces));
    return unit ? '' : '原件印作上标';
  }

  deleted(element: XmlElement, at: At): void {
    this.walkAll(element, { ...at, drop: at.drop || DELETED });
  }

  tab(_: XmlElement, at: At): void {
    this.layout(TAB, at);
  }

  lineBreak(_: XmlElement, at: At): void {
    this.layout(BREAK, at);
  }

  private layout(piece: Piece, { drop }: At): void {
    if (this.story.fields.inCode) this.story.fields.code(' ');
    else if (!drop) this.out.pieces.push(piece);
  }

  hyphen(_: XmlElement, at: At): void {
    this.emit(piecesOf('-', at, ''));
  }

  symbol({ attributes }: XmlElement, at: At): void {
    if (attributes['w:char'] === undefined) return;
    const code = Number.parseInt(attributes['w:char'], 16) || 0;
    const piece = symbolPiece(code, attributes['w:font'] ?? '');
    this.emit([at.drop ? dropped(piece.text, at.drop) : piece]);
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
    this.emit([added(print.text, '域的结果')]);
    if (print.doubt && !this.story.fields.inCode) this.out.pieces.push(hole(print.doubt));
  }

  /** Readings above words: the words are the text. */
  ruby(element: XmlElement, at: At): void {
    this.walkAll(childOf(element, 'w:rubyBase'), at);
    this.walkAll(childOf(element, 'w:rt'), { ...at, doubt: at.doubt || '注音，原件印在字的上方' });
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
    const sign = (text: string) => text && !at.drop && this.emit([added(text, '公式的符号')]);
    sign(signs?.before ?? '');
    elementsOf(element)
      .filter(({ name }) => !name.endsWith('Pr'))
      .forEach((part, i) => {
        if (i > 0) sign(signs?.between ?? '');
        this.walkAll(part, at);
      });
    sign(signs?.after ?? '');
  }

  footnote(element: XmlElement, at: At): void {
    this.reference('脚注', element, at);
  }

  endnote(element: XmlElement, at: At): void {
    this.reference('尾注', element, at);
  }

  private reference(kind: NoteKind, { attributes }: XmlElement, { drop }: At): void {
    const custom = /^(?:1|true|on)$/u.test(attributes['w:customMarkFollows'] ?? '');
    const { mark } = this.context.notes.refer(kind, attributes['w:id'] ?? '', custom, drop);
    if (mark) this.emit([added(mark, `${kind}的编号`)]);
    const doubt = mark ? this.context.notes.doubt(kind) : '';
    if (doubt) this.out.pieces.push(hole(doubt));
  }

  ownMark(_: XmlElement, { drop }: At): void {
    if (!drop) this.emit(this.story.mark);
  }

  graphic(element: XmlElement, at: At): void {
    const graphic = lookAt(element);
    for (const text of graphic.wordArt) this.box(piecesOf(text, { ...at, doubt: '艺术字' }, ''));
    for (const content of graphic.contents) this.content(content, at, graphic.floating);
    for (const id of graphic.diagrams) this.diagram(id, at);
    if (!at.drop) this.see(graphic);
  }

  private content(content: XmlElement, at: At, floating: boolean): void {
    if (content.name === 'a:txBody') {
      for (const line of shapeLines(content))
        this.box(piecesOf(line, { ...at, doubt: '图形里的字' }, ''));
      return;
    }
    const doubt = at.doubt || (floating ? BOX_DOUBT : '');
    this.out.boxes.push(...this.readBox(content, { drop: at.drop, doubt }));
  }

  private diagram(id: string, at: At): void {
    const part = this.context.diagrams.get(id);
    if (!part || this.context.shownDiagrams.has(id)) return;
    this.context.shownDiagrams.add(id);
    for (const line of shapeLines(part.root))
      this.box(piecesOf(line, { ...at, doubt: '图示里的字' }, ''));
  }

  private box(pieces: Piece[]): void {
    this.out.boxes.push({ place: '', pieces });
  }

  private see({ pictures, charts, objects, floating }: Graphic): void {
    const sights = [
      ...Array.from({ length: pictures }, () => PICTURE),
      ...Array.from({ length: charts }, () => '图表'),
      ...objects,
    ];
    this.out.sights.push(...sights);
    if (floating) return;
    for (const kind of sights) this.out.pieces.push(hole(`这里有一个${kind}`));
    if (sights.length > 0) this.story.fields.printed();
  }

  /** Text goes into what is printed, or into the code of a field. */
  private emit(pieces: readonly Piece[]): void {
    const { fields } = this.story;
    for (const piece of pieces) {
      const inCode = fields.inCode;
      if (inCode && piece.fate !== 'dropped') fields.code(piece.text);
      if (!inCode) this.out.pieces.push(piece);
      else if (piece.fate !== 'added')
        this.out.pieces.push(dropped(piece.text, piece.fate === 'dropped' ? piece.reason : CODE));
      if (!inCode && piece.fate !== 'dropped' && !isBlank(piece.text)) fields.printed();
    }
  }
}

export const PICTURE = '图片';

/** Text that stands in a content control only until somebody fills it in. */
export function placeholderOf(control: XmlElement): string {
  const placeholder = toggleOf(childOf(control, 'w:sdtPr'), 'w:showingPlcHdr') === true;
  return placeholder ? '占位的提示文字，还没有填写' : '';
}

/** Paragraphs of DrawingML within an element. */
export function shapeLines(element: XmlElement): string[] {
  if (element.name === 'a:p') return [shapeText(element)];
  return elementsOf(element).flatMap(shapeLines);
}

function shapeText(element: XmlElement): string {
  if (element.name === 'a:t') return ownText(element);
  return elementsOf(element).map(shapeText).join('');
}

/** Methods that take an element, by its name. */
type Handler = {
  [K in keyof InlineReader]: InlineReader[K] extends (element: XmlElement, at: At) => void
    ? K
    : never;
}[keyof InlineReader];

const HANDLERS = new Map<string, Handler>([
  ['w:r', 'run'],
  ['m:r', 'run'],
  ['w:t', 'text'],
  ['m:t', 'text'],
  ['w:delText', 'deletedText'],
  ['w:del', 'deleted'],
  ['w:moveFrom', 'deleted'],
  ['w:tab', 'tab'],
  ['w:ptab', 'tab'],
  ['w:br', 'lineBreak'],
  ['w:cr', 'lineBreak'],
  ['w:noBreakHyphen', 'hyphen'],
  ['w:sym', 'symbol'],
  ['w:instrText', 'fieldCode'],
  ['w:fldChar', 'fieldMark'],
  ['w:fldSimple', 'simpleField'],
  ['w:ruby', 'ruby'],
  ['w:sdt', 'control'],
  ['mc:AlternateContent', 'alternate'],
  ['m:oMath', 'math'],
  ...[...MATH_SIGNS.keys()].map((name): [string, Handler] => [name, 'mathStructure']),
  ['w:footnoteReference', 'footnote'],
  ['w:endnoteReference', 'endnote'],
  ['w:footnoteRef', 'ownMark'],
  ['w:endnoteRef', 'ownMark'],
  ['w:drawing', 'graphic'],
  ['w:pict', 'graphic'],
  ['w:object', 'graphic'],
]);
