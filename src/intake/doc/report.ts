import type { Hole } from './paragraphs.ts';

const MOST_PLACES = 8;

/** Gathers what an editor should know of a file, one sentence for each kind. */
export class Report {
  readonly #places = new Map<string, string[]>();

  hole({ hole, what }: Hole, place: string): void {
    this.#add(hole === 'field' ? `${hole}:${what}` : hole, place);
  }

  oldNumber(place: string): void {
    this.#add('oldNumber', place);
  }

  doubtfulNumber(place: string, number: string, doubt: string): void {
    this.#add(`doubt:${doubt}`, `${place}“${number}”`);
  }

  bareNumber(place: string, number: string): void {
    this.#add('bareNumber', `${place}“${number}”`);
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
  oldNumber: (count, where) =>
    `有 ${count} 段用的是 Word 95 的自动编号（${where}），读不出来：请看原件，手工补上编号。`,
  doubt: (count, where, about) =>
    `有 ${count} 个自动编号拿不准（${where}），因为${about}：请与原件核对。`,
  bareNumber: (count, where) =>
    `有 ${count} 段只有自动编号，没有文字（${where}）：请看原件，决定要不要留。`,
  innerTable: (_count, where) =>
    `表格里还有表格（${where}），里面的每一行写成了单元格里的一段：请与原件核对。`,
  box: (count, where) =>
    `有 ${count} 处文本框或艺术字（${where}），放在它所在的那一段之前：请与原件核对位置。`,
  lostBox: (count, where) =>
    `有 ${count} 个文本框不知道在哪一段（${where}），放在了最后：请看原件，移到该在的地方。`,
  notes: (count) =>
    `有 ${count} 个脚注或尾注，标记写在正文里，注文放在最后：请核对标记有没有和前面的字连成别的意思。`,
  pageNotes: () => '脚注是每页重新编号的，文件里没有分页，标记按全文连续编号：请与原件核对。',
};
