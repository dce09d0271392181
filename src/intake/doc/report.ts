import type { Line } from '../reading.ts';
import type { Hole } from './paragraphs.ts';
import { COMMENT, DELETED, HIDDEN } from './reasons.ts';

const MOST_PLACES = 8;

/** Gathers what an editor should know of a file, one sentence for each kind. */
export class Report {
  readonly #places = new Map<string, string[]>();

  hole({ hole, what }: Hole, place: string): void {
    this.#add(hole === 'field' ? `${hole}:${what}` : hole, place);
  }

  innerTable(place: string): void {
    this.#add('innerTable', place);
  }

  box(place: string): void {
    this.#add('box', place);
  }

  lostBox(place: string): void {
    this.#add('lostBox', place);
  }

  notes(count: number): void {
    for (let i = 1; i <= count; i++) this.#add('notes', `脚注${i}`);
  }

  pageNumberedNotes(): void {
    this.#add('pageNotes', '');
  }

  hasPictures(): boolean {
    return this.#places.has('picture');
  }

  /** The sentences, in the order in which their kinds were first met. */
  sentences(): string[] {
    return [...this.#places].map(([kind, places]) => sentence(kind, places.length, listed(places)));
  }

  #add(kind: string, place: string): void {
    const places = this.#places.get(kind) ?? [];
    places.push(place);
    this.#places.set(kind, places);
  }
}

const listed = (places: string[]): string => {
  const shown = [...new Set(places)].slice(0, MOST_PLACES).join('、');
  return new Set(places).size > MOST_PLACES ? `${shown}等` : shown;
};

const sentence = (kind: string, count: number, where: string): string => {
  const [name = '', about = ''] = kind.split(/:(.*)/s);
  return SENTENCES[name]?.(count, where, about) ?? '';
};

const SENTENCES: Record<string, (count: number, where: string, about: string) => string> = {
  picture: (count, where) =>
    `有 ${count} 张图片（${where}），图片里的字读不出来：请看原件，要紧的字手工补上。`,
  object: (count, where) =>
    `有 ${count} 处公式或嵌入的对象（${where}），其中的字读不出来：请看原件，手工补上。`,
  field: (count, where, about) =>
    `有 ${count} 处${about}没有存下结果（${where}），打印时可能有字：请看原件，手工补上。`,
  innerTable: (_count, where) =>
    `表格里还有表格（${where}），里面的每一行写成了单元格里的一段：请与原件核对。`,
  box: (count, where) =>
    `有 ${count} 处文本框或艺术字（${where}），常见的是红头和文号，放在旁边那一段之前：请与原件核对位置。`,
  lostBox: (count, where) =>
    `有 ${count} 个文本框不知道在哪一段（${where}），放在了最后：请看原件，移到该在的地方。`,
  notes: (count) => `有 ${count} 个脚注或尾注，注文放在正文之后，正文里的注号写成上标数字。`,
  pageNotes: () => '脚注是每页重新编号的，文件里没有分页，注号按全文连续编号：请与原件核对。',
};

/** What the lines themselves tell of the file. */
export const noticesOf = (lines: Line[]): string[] => {
  const reasons = new Set(lines.flatMap(({ pieces }) => pieces.map(({ reason }) => reason)));
  return LEFT_OUT.filter(([reason]) => reasons.has(reason)).map(([, notice]) => notice);
};

const LEFT_OUT: [string, string][] = [
  [DELETED, '文件里有没有处理的修订：加进的字当作正文，删去的字没有收。请核对这是不是印发的定稿。'],
  [COMMENT, '文件里有批注，没有收。请核对这是不是印发的定稿。'],
  [HIDDEN, '文件里有隐藏文字，打印时看不见，没有收。'],
];
