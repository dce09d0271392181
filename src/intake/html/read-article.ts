import { readMarker } from '../../domain/policy/marker.ts';
import { added } from '../pieces.ts';
import type { Line } from '../reading.ts';
import { Flow, type Mark } from './flow.ts';
import { furnitureReason } from './furniture.ts';
import { ListNumbers } from './list-number.ts';
import { isLayout, outsideCells, rowsOf } from './table-rows.ts';
import { isHidden, type PageElement, type PageNode, rawText } from './tree.ts';

/** What an article holds beside its text. */
export interface ReadArticle {
  lines: Line[];
  pictures: number;
  /** Things set in the page that are no text: a film, a document shown in a frame. */
  frames: number;
  /** What files that the article leads to are called. */
  attachments: string[];
}

const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul ucapcontent ucaptitle'.split(
    ' ',
  ),
);
const FRAMES = new Set(['iframe', 'object', 'embed', 'video', 'audio', 'canvas', 'svg', 'math']);
const CONTROLS = new Set(['button', 'select', 'option', 'textarea', 'noscript', 'noembed']);
/** Office files that articles lead to. */
const OFFICE_FILE = /\.(?:docx?|wps|xlsx?|et|pdf|ofd|zip|rar|pptx?|txt)(?:$|[?#])/iu;

/** Reads an article into lines. That the page hides the whole of it until a script has run does not matter. */
export function readArticle(article: PageElement): ReadArticle {
  const reader = new ArticleReader();
  reader.read(article);
  return reader.result();
}

class ArticleReader {
  private paragraphs = 0;
  private pictures = 0;
  private frames = 0;
  private readonly attachments: string[] = [];
  private readonly numbers = new Map<PageElement, ListNumbers>();
  private flow = new Flow(() => `正文第${++this.paragraphs}段`);

  read(article: PageElement): void {
    for (const child of article.children) this.node(child, undefined, false);
    this.flow.break();
  }

  result(): ReadArticle {
    const { pictures, frames, attachments } = this;
    return { lines: this.flow.lines, pictures, frames, attachments };
  }

  private node(node: PageNode, mark: Mark | undefined, pre: boolean): void {
    if (typeof node === 'string') this.flow.text(node, mark, pre);
    else this.element(node, mark, pre);
  }

  private element(element: PageElement, outer: Mark | undefined, outerPre: boolean): void {
    const { tag } = element;
    const mark = outer?.fate === 'dropped' ? outer : (this.markOf(element) ?? outer);
    this.notice(element);
    if (tag === 'table' && mark?.fate !== 'dropped' && !isLayout(element)) {
      this.table(element, mark);
      return;
    }
    const breaks = tag === 'br' || BLOCKS.has(tag);
    const pre = outerPre || keepsBreaks(element);
    if (breaks) this.flow.break();
    if (tag === 'li') this.number(element);
    for (const child of element.children) this.node(child, mark, pre);
    if (breaks) this.flow.break();
    if (tag === 'li') this.flow.lead(null);
  }

  /** What an element says of the texts in it. */
  private markOf(element: PageElement): Mark | undefined {
    const drop = (reason: string): Mark => ({ fate: 'dropped', reason });
    const doubt = (reason: string): Mark => ({ fate: 'uncertain', reason });
    if (isHidden(element)) return drop('网页上不显示的文字');
    const { tag } = element;
    if (tag === 'del') return drop('修订中删去的文字');
    if (CONTROLS.has(tag) || FRAMES.has(tag)) return drop('网页的按钮和表单');
    const furniture = furnitureReason(element);
    if (furniture) return drop(furniture);
    if (tag === 's' || tag === 'strike') return doubt('加了删除线');
    if (tag === 'sup') return doubt('上标，原文里印得小而高');
    if (tag === 'sub') return doubt('下标，原文里印得小而低');
    if (tag === 'rt' || tag === 'rp') return doubt('注音');
    return undefined;
  }

  private notice(element: PageElement): void {
    const { tag, attributes } = element;
    if (isHidden(element)) return;
    if (tag === 'img' && !isSpacer(element)) this.pictures++;
    if (FRAMES.has(tag)) this.frames++;
    const name = rawText(element).replace(/\s+/gu, ' ').trim();
    if (tag === 'a' && OFFICE_FILE.test(attributes['href'] ?? '') && name)
      this.attachments.push(name);
  }

  /** The number that a browser prints before an entry of a list, unless one was typed. */
  private number(entry: PageElement): void {
    const list = entry.parent;
    if (list?.tag !== 'ol') return;
    const numbers = this.numbers.get(list) ?? new ListNumbers(list);
    this.numbers.set(list, numbers);
    const number = numbers.of(entry);
    const text = rawText(entry).trim();
    if (number && text && !readMarker(text)) this.flow.lead(added(number, '自动编号'));
  }

  private table(table: PageElement, mark: Mark | undefined): void {
    this.flow.break();
    for (const child of outsideCells(table)) this.node(child, mark, false);
    this.flow.break();
    for (const { row, cells } of rowsOf(table)) {
      const rowMark = this.markOf(row) ?? mark;
      if (cells.length === 1 && cells[0]?.gap === 0) {
        // A row of one cell is text in a frame, or a heading over all columns.
        this.node(cells[0].element, rowMark, false);
        continue;
      }
      for (const { element, gap } of cells) {
        this.flow.put(added('\t'.repeat(gap), '表格的列'));
        this.flow.cell(this.apart(element, rowMark));
      }
      this.flow.break();
    }
  }

  /** What stands in a cell, as paragraphs of its own. */
  private apart(cell: PageElement, mark: Mark | undefined): Line[] {
    const whole = this.flow;
    this.flow = new Flow(() => '');
    this.node(cell, mark, false);
    this.flow.break();
    const { lines } = this.flow;
    this.flow = whole;
    return lines;
  }
}

function keepsBreaks({ tag, attributes }: PageElement): boolean {
  return (
    tag === 'pre' || /white-space\s*:\s*(?:pre|break-spaces)/iu.test(attributes['style'] ?? '')
  );
}

/** Pictures of a few pixels set things apart and show nothing. */
function isSpacer({ attributes }: PageElement): boolean {
  const sides = [attributes['width'], attributes['height']];
  return sides.some((side) => side !== undefined && Number.parseInt(side, 10) <= 3);
}
