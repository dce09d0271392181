import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { countCharacters, type Glyph, isBlank, type Rule } from './glyph.ts';
import { angleOf, isFormat, isWhite } from './looks.ts';
import { IDENTITY, type Matrix, move, multiply, toMatrix } from './matrix.ts';
import { rulesOf } from './rules.ts';
import { type Font, firstState, type State, TextPosition } from './text-state.ts';

/** A glyph as pdf.js gives it: what it is in Unicode, how wide in units of its font. */
interface ShownGlyph {
  unicode?: string;
  width?: number;
  isSpace?: boolean;
  vmetric?: number[] | null;
}

/** What a page is painted on. */
export interface Canvas {
  /** From the page's own space to points as it is looked at. */
  viewport: Matrix;
  /** What is seen of the page in its own space: left, bottom, right, top. */
  view: readonly number[];
  font: (name: string) => Font;
  isLayerShown: (layer: unknown) => boolean;
}

const FILLING = new Set([
  ...[OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke],
  ...[OPS.closeFillStroke, OPS.closeEOFillStroke],
]);
const STROKING = new Set([OPS.stroke, OPS.closeStroke]);

/** Follows the operators of a page and notes the glyphs and lines that they draw, without drawing any. */
export class Painter {
  readonly glyphs: Glyph[] = [];
  readonly rules: Rule[] = [];
  /** Glyphs that pdf.js leaves out of its text: beside the page, or invisible by nature. Code points. */
  apart = 0;
  readonly #canvas: Canvas;
  readonly #kept: State[] = [];
  readonly #marks: { artifact: boolean; hidden: boolean }[] = [];
  readonly #position = new TextPosition();
  #state: State = firstState(IDENTITY);

  constructor(canvas: Canvas) {
    this.#canvas = canvas;
  }

  /** One operator with its operands, as pdf.js names them. */
  paint(operator: number, operands: unknown[]): void {
    if (operator === OPS.showText) this.#show((operands[0] ?? []) as (ShownGlyph | number)[]);
    else if (operator === OPS.constructPath) this.#path(operands);
    else if (!this.#move(operator, operands as number[]) && !this.#mark(operator, operands))
      this.#set(operator, operands);
  }

  /** Operators that move the text or the whole plane. */
  #move(operator: number, [x = 0, y = 0]: number[]): boolean {
    const position = this.#position;
    if (operator === OPS.moveText) position.nextLine(x, y);
    else if (operator === OPS.nextLine) position.nextLine(0, -this.#state.leading);
    else if (operator === OPS.beginText) position.set(IDENTITY);
    else if (operator === OPS.setLeadingMoveText) {
      this.#state.leading = -y;
      position.nextLine(x, y);
    } else return false;
    return true;
  }

  /** Operators that say what the following belongs to. */
  #mark(operator: number, [tag, layer]: unknown[]): boolean {
    if (operator === OPS.endMarkedContent) this.#marks.pop();
    else if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) {
      const hidden = tag === 'OC' && !this.#canvas.isLayerShown(layer);
      this.#marks.push({ artifact: tag === 'Artifact', hidden });
    } else return false;
    return true;
  }

  #set(operator: number, operands: unknown[]): void {
    const state = this.#state;
    const [first] = operands;
    const value = Number(first);
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) {
      this.#kept.push({ ...state });
      if (operator === OPS.paintFormXObjectBegin) this.#transform(first as number[] | null);
    } else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd)
      this.#state = this.#kept.pop() ?? state;
    else if (operator === OPS.transform) this.#transform(operands as number[]);
    else if (operator === OPS.setTextMatrix) this.#position.set(toMatrix(first as number[]));
    else if (operator === OPS.setFont) this.#setFont(operands);
    else if (operator === OPS.setGState) this.#setAll(first as [string, unknown][]);
    else if (operator === OPS.setCharSpacing) state.characterSpacing = value;
    else if (operator === OPS.setWordSpacing) state.wordSpacing = value;
    else if (operator === OPS.setHScale) state.stretch = value / 100;
    else if (operator === OPS.setLeading) state.leading = value;
    else if (operator === OPS.setTextRise) state.rise = value;
    else if (operator === OPS.setTextRenderingMode) state.mode = value;
    else if (operator === OPS.setFillRGBColor) state.fill = String(first);
    else if (operator === OPS.setStrokeRGBColor) state.stroke = String(first);
    else if (operator === OPS.setFillColorN) state.fill = '';
  }

  #transform(values: number[] | null): void {
    this.#state.matrix = multiply(this.#state.matrix, toMatrix(values));
  }

  #setFont([name, size]: unknown[]): void {
    this.#state.font = this.#canvas.font(String(name));
    this.#state.size = Number(size);
  }

  /** A graphics state of the resources may bring a font. */
  #setAll(entries: [string, unknown][]): void {
    for (const [key, value] of entries ?? [])
      if (key === 'Font' && Array.isArray(value)) this.#setFont(value);
  }

  #path([how, data]: unknown[]): void {
    const [path] = (data ?? []) as (Float32Array | null)[];
    const operator = Number(how);
    const filled = FILLING.has(operator);
    if (!path || !(filled || STROKING.has(operator))) return;
    const colour = filled ? this.#state.fill : this.#state.stroke;
    if (isWhite(colour)) return;
    const matrix = multiply(this.#canvas.viewport, this.#state.matrix);
    for (const rule of rulesOf(path, matrix, filled)) this.rules.push(rule);
  }

  #show(shown: (ShownGlyph | number)[]): void {
    const { font, size, stretch, characterSpacing, wordSpacing } = this.#state;
    for (const item of shown) {
      if (typeof item === 'number') this.#advance((-item * size * (font.vertical ? -1 : 1)) / 1000);
      else {
        const width = widthOf(item, font) * font.scale * size;
        this.#note(item, width * stretch);
        const spacing = characterSpacing + (item.isSpace ? wordSpacing : 0);
        this.#advance(font.vertical ? width - spacing : width + spacing);
      }
    }
  }

  #advance(by: number): void {
    if (this.#state.font.vertical) this.#position.advance(0, by);
    else this.#position.advance(by * this.#state.stretch, 0);
  }

  #note(shown: ShownGlyph, width: number): void {
    const text = shown.unicode ?? '\uFFFD';
    const { font, size, stretch, rise, matrix } = this.#state;
    const space = multiply(matrix, this.#position.text);
    const own = multiply(space, [size * stretch, 0, 0, size * font.height, 0, rise]);
    const seen = multiply(this.#canvas.viewport, own);
    const unit = Math.hypot(seen[0], seen[1]) / (Math.abs(size * stretch) || 1);
    const beside = this.#isBeside(own, width, font.vertical);
    if (beside || isFormat(text)) this.apart += countCharacters(text);
    this.glyphs.push({
      text,
      x: seen[4],
      y: seen[5],
      width: Math.abs(width) * unit,
      size: Math.hypot(seen[2], seen[3]),
      angle: font.vertical ? null : angleOf(seen),
      font: font.name,
      order: this.glyphs.length,
      artifact: this.#marks.some(({ artifact }) => artifact),
      ...this.#fate(text, beside),
    });
  }

  #fate(text: string, beside: boolean): Pick<Glyph, 'fate' | 'reason'> {
    const reason = this.#doubt(text, beside);
    return { fate: reason && !isBlank(text) ? 'uncertain' : 'kept', reason };
  }

  #doubt(text: string, beside: boolean): string {
    const { mode, fill } = this.#state;
    if (beside) return '印在页面之外';
    if (this.#marks.some(({ hidden }) => hidden)) return '在不显示的图层里';
    if (mode === 3 || mode === 7) return '看不见的文字';
    if (isWhite(fill) && mode === 0) return '白色文字';
    return isFormat(text) ? '不可见字符' : '';
  }

  /** As pdf.js judges it, so that both ways of reading leave out the same. */
  #isBeside(own: Matrix, width: number, vertical: boolean): boolean {
    const [x, y] = move(own, 0, 0);
    const [left = 0, bottom = 0, right = 0, top = 0] = this.#canvas.view;
    if (vertical) return x < left || x > right || y + width < bottom || y > top;
    return x + width < left || x > right || y < bottom || y > top;
  }
}

/** The advance of a glyph in units of its font; down the page it is negative. */
function widthOf({ width = 0, vmetric }: ShownGlyph, font: Font): number {
  return font.vertical ? (vmetric?.[0] ?? -1000) : width;
}
