import { make } from '../device/dom.ts';

/** What a page gives to the sheet. */
export interface Taken {
  address: string;
  title: string;
  /** The document it speaks of, with its number. */
  of: string;
  /** Who a self-check was for, 从外地来工作的, and its questions with what was answered. */
  person: string;
  answers: string[][];
  /** Issued sentences with their places; without words where only the place is told. */
  quotes: { place: string; text: string }[];
  questions: { gap: string; text: string }[];
}

/**
 * One sheet of all that was put on it: the situation of each self-check, since they may be of several people, and by
 * document the sentences and the questions, each once. What one page gives fits one A4: room is left for writing as far
 * as there is some, and where there is none the type is smaller.
 */
export function drawPaper(pages: readonly Taken[]): Element {
  const checked = pages.filter(({ answers }) => answers.length > 0);
  const situations = checked.map(({ person, answers }, i) =>
    checked.length > 1
      ? { title: `情况 ${i + 1}：${person}`, rows: [...answers, ['谁的情况', '']] }
      : { title: '我的情况', rows: answers },
  );
  const documents = [...new Set(pages.map(({ of }) => of))].map((of) => {
    const own = pages.filter((page) => page.of === of);
    const quotes = once(
      own.flatMap((page) => page.quotes),
      ({ place, text }) => text || place,
    );
    const questions = once(
      own.flatMap((page) => page.questions),
      ({ gap }) => gap,
    );
    return { of, quotes, questions };
  });
  const asked = documents.reduce((sum, { questions }) => sum + questions.length, 0);
  const room = LINES - linesOf(situations, pages.length, documents) - asked * 1.2;
  const blanks = Math.max(0, Math.min(3, Math.floor(room / (asked || 1) / 1.1)));
  return make(
    'article',
    { class: room < 0 ? 'paper tight' : 'paper' },
    ...situations.flatMap(({ title, rows }) => [make('h2', {}, title), fields('mine', ...rows)]),
    fields('mine', ['咨询人', ''], ['联系方式', '']),
    ...documents.flatMap(({ of, quotes, questions }) => [
      make('h2', {}, of),
      ...quotes.map(({ place, text }) =>
        make('blockquote', { class: 'quoted' }, make('cite', {}, place), text),
      ),
      ...(questions.length ? [make('h3', {}, '想请答复')] : []),
      make(
        'ol',
        {},
        ...questions.map(({ text }) =>
          make(
            'li',
            {},
            text,
            ...Array.from({ length: blanks }, () => make('p', { class: 'blank' })),
          ),
        ),
      ),
    ]),
    fields('mine sign', ['受理单位', ''], ['经办人', ''], ['答复日期', '']),
    make(
      'small',
      {},
      `取自 ${pages.map(({ address }) => new URL(address, document.baseURI).href).join('　')}`,
    ),
  );
}

/** Lines of the larger type that an A4 has for all this (tests/print.spec.ts prints what comes longest). */
const LINES = 37;
/** How many characters a line of a quote has. */
const WIDE = 45;

/** About how many lines everything but the questions takes. */
function linesOf(
  situations: readonly { rows: string[][] }[],
  pages: number,
  documents: readonly Pick<Taken, 'quotes'>[],
): number {
  const quotes = documents.flatMap((one) => one.quotes);
  return (
    situations.reduce((sum, { rows }, i) => sum + heightOf(rows) * 1.2 + (i ? 2.5 : 0), 1.2) +
    pages +
    documents.length * 3 +
    quotes.reduce((sum, { place, text }) => sum + Math.ceil((place + text).length / WIDE) + 0.4, 0)
  );
}

/** Answers stand in two columns. */
function heightOf(answers: readonly string[][]): number {
  const lines = answers.map((answer) => Math.ceil((answer.join('').length + 2) / (WIDE / 2)));
  return lines.reduce((sum, n, i) => (i % 2 ? sum : sum + Math.max(n, lines[i + 1] ?? 0)), 0);
}

function once<T>(all: readonly T[], key: (one: T) => string): T[] {
  return [...new Map(all.map((one) => [key(one), one])).values()];
}

/** What is known, and lines for what is to be written. */
function fields(name: string, ...rows: string[][]): Element {
  const row = ([term = '', value = '']: string[]) =>
    make(
      'div',
      value ? {} : { class: 'write' },
      make('dt', {}, term),
      make('dd', value ? {} : { class: 'blank' }, value),
    );
  return make('dl', { class: name }, ...rows.map(row));
}
