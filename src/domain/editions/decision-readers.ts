import type { DecisionPlace, Operation, Quote } from './decision.ts';
import { PART } from './decision-patterns.ts';
import { PLACES, readPlaces } from './decision-places.ts';
import { QUOTE } from './decision-words.ts';

/** What is known when an operation is read: the places named before, and the quotes by their signs. */
export interface Reading {
  around: DecisionPlace | null;
  quotes: ReadonlyMap<string, Quote>;
}

/** What has been read, and what later words without a place speak of. */
export interface Read {
  operations: Operation[];
  around: DecisionPlace | null;
}

/** What a form has found, by the names in its pattern. */
export type Groups = Readonly<Record<string, string | undefined>>;

function quoteOf(written: string | undefined, { quotes }: Reading): Quote {
  return quotes.get(written?.match(new RegExp(QUOTE, 'u'))?.[0] ?? '') ?? [];
}

function quotesOf(written: string | undefined, { quotes }: Reading): Quote[] {
  return (written?.match(new RegExp(QUOTE, 'gu')) ?? []).map((sign) => quotes.get(sign) ?? []);
}

function placesOf(written: string | undefined, { around }: Reading): DecisionPlace[] {
  return written ? readPlaces(written, around) : [];
}

export function rewriteAround({ quote }: Groups, reading: Reading): Read | null {
  const at = reading.around;
  if (!at) return null;
  return {
    operations: [{ does: 'rewrite', at: [at], quote: quoteOf(quote, reading), as: [] }],
    around: at,
  };
}

export function retitle({ at, part, old, quote }: Groups, reading: Reading): Read {
  const isTitle = !at && !/[章节编条]/u.test(part ?? '');
  const places: DecisionPlace[] = isTitle
    ? [{ steps: [], part: 'title' }]
    : placesOf(at, reading).map(({ steps }) => ({ steps, part: 'heading' }));
  const words = quoteOf(quote, reading);
  const operation: Operation = old
    ? { does: 'replace', at: places, pairs: [{ old: quoteOf(old, reading), words }] }
    : { does: 'rewrite', at: places, quote: words, as: [] };
  return { operations: [operation], around: places[0] ?? null };
}

export function rewriteAs({ at, to, quote }: Groups, reading: Reading): Read {
  const places = placesOf(at, reading);
  const as = to ? readPlaces(to, places[0] ?? null) : [];
  return {
    operations: [{ does: 'rewrite', at: places, quote: quoteOf(quote, reading), as }],
    around: places[0] ?? null,
  };
}

export function replace({ at, old, quote }: Groups, reading: Reading): Read | null {
  const [before, after] = [quotesOf(old, reading), quotesOf(quote, reading)];
  if (after.length !== 1 && after.length !== before.length) return null;
  const places = at ? placesOf(at, reading) : reading.around ? [reading.around] : [];
  const pairs = before.map((one, i) => ({ old: one, words: after[i] ?? after[0] ?? [] }));
  return { operations: [{ does: 'replace', at: places, pairs }], around: places[0] ?? null };
}

export function rewrite({ at, sentence, quote }: Groups, reading: Reading): Read | null {
  const named = at ? placesOf(at, reading) : reading.around ? [reading.around] : [];
  if (named.length === 0) return null;
  const n = sentence ? sentenceIn(sentence) : null;
  if (n === undefined) return null;
  const places = n === null ? named : named.map((place) => ({ ...place, sentence: n }));
  return {
    operations: [{ does: 'rewrite', at: places, quote: quoteOf(quote, reading), as: [] }],
    around: named[0] ?? null,
  };
}

/** `第二句 → 2`, `末句 → -1`; `undefined` of what could be cut in more than one way: 后段. */
function sentenceIn(written: string): number | undefined {
  if (/^首句|^第一句/u.test(written)) return 1;
  if (/^(?:末句|最后一句)$/u.test(written)) return -1;
  const [, n = ''] = /^第([一二三四五六七八九])句$/u.exec(written) ?? [];
  return n ? '一二三四五六七八九'.indexOf(n) + 1 : undefined;
}

export function insert({ at, anchor, side, quote }: Groups, reading: Reading): Read {
  const places = at ? placesOf(at, reading) : reading.around ? [reading.around] : [];
  const operation: Operation = {
    does: 'insert',
    at: places,
    anchor: quoteOf(anchor, reading),
    side: side === '前' ? 'before' : 'after',
    quote: quoteOf(quote, reading),
  };
  return { operations: [operation], around: places[0] ?? null };
}

/** 第一款第一句后增加“…” */
export function insertAtSentence(
  { at, sentence, side, quote }: Groups,
  reading: Reading,
): Read | null {
  const n = sentenceIn(sentence ?? '');
  const places = placesOf(at, reading);
  if (n === undefined || places.length !== 1) return null;
  const operation: Operation = {
    does: 'insert',
    at: places.map((place) => ({ ...place, sentence: n })),
    anchor: null,
    side: side === '前' ? 'before' : 'after',
    quote: quoteOf(quote, reading),
  };
  return { operations: [operation], around: places[0] ?? null };
}

export function insertAtEnd({ at, quote }: Groups, reading: Reading): Read | null {
  const places = at ? placesOf(at, reading) : reading.around ? [reading.around] : [];
  if (places.length === 0) return null;
  const words = quoteOf(quote, reading);
  return {
    operations: [{ does: 'insert', at: places, anchor: null, side: 'after', quote: words }],
    around: places[0] ?? null,
  };
}

export function add({ at, beside, unit, as, quote }: Groups, reading: Reading): Read {
  const named = placesOf(at, reading);
  const isOuter = unit === '条' || unit === '章' || unit === '编';
  const around = named.at(-1) ?? (isOuter ? null : reading.around);
  const written = quoteOf(quote, reading);
  const operation: Operation = {
    does: 'add',
    unit: unit as '条',
    at: around,
    beside: beside ? (beside.endsWith('前') ? 'before' : 'after') : null,
    as: as ? readPlaces(as, around) : [],
    quote: written,
  };
  return { operations: [operation], around: around ?? reading.around };
}

/** 第十一条增加规定：“…” adds a paragraph to an article, 第二款增加一句 a sentence. */
export function addSaid({ at, kind, quote }: Groups, reading: Reading): Read {
  const places = placesOf(at, reading);
  const [place = null] = places;
  const words = quoteOf(quote, reading);
  const isArticle = place?.steps.at(-1)?.unit === '条' && kind !== '一句';
  const operation: Operation = isArticle
    ? { does: 'add', unit: '款', at: place, beside: null, as: [], quote: words }
    : { does: 'insert', at: places, anchor: null, side: 'after', quote: words };
  return { operations: [operation], around: place };
}

/** 增加第二十条：“…”; 第五条增加第二款：“…” */
export function addNumbered({ at, as, quote }: Groups, reading: Reading): Read {
  const around = placesOf(at, reading)[0] ?? reading.around;
  const numbers = readPlaces(as ?? '', around);
  const unit = numbers[0]?.steps.at(-1)?.unit ?? '条';
  const inside = unit === '条' && !at ? null : around;
  const words = quoteOf(quote, reading);
  return {
    operations: [{ does: 'add', unit, at: inside, beside: null, as: numbers, quote: words }],
    around,
  };
}

/** 第一款中的“甲”和第二款中的“乙”修改为“丙”, or deleted where nothing is put for them. */
export function replaceParts({ parts, quote }: Groups, reading: Reading): Read {
  let { around } = reading;
  const words = quote ? quoteOf(quote, reading) : [];
  const operations = [...(parts ?? '').matchAll(new RegExp(PART, 'gu'))].map(
    ([part]): Operation => {
      const [written = ''] = new RegExp(PLACES, 'u').exec(part) ?? [];
      const at = readPlaces(written, around);
      around = at[0] ?? around;
      const olds = quotesOf(part.slice(written.length), reading);
      return { does: 'replace', at, pairs: olds.map((old) => ({ old, words })) };
    },
  );
  return { operations, around };
}

export function replaceInAll(groups: Groups, reading: Reading): Read | null {
  return replace(groups, { ...reading, around: null });
}

export function deleteWords({ at, old }: Groups, reading: Reading): Read {
  const places = at ? placesOf(at, reading) : reading.around ? [reading.around] : [];
  const pairs = quotesOf(old, reading).map((one) => ({ old: one, words: [] }));
  return { operations: [{ does: 'replace', at: places, pairs }], around: places[0] ?? null };
}

export function deletePlaces({ at }: Groups, reading: Reading): Read {
  const places = placesOf(at, reading);
  return { operations: [{ does: 'delete', at: places }], around: places[0] ?? null };
}

export function renumber({ at, to }: Groups, reading: Reading): Read | null {
  const from = placesOf(at, reading);
  const places = readPlaces(to ?? '', from[0] ?? null);
  if (from.length === 0 || places.length !== from.length) return null;
  return { operations: [{ does: 'renumber', from, to: places }], around: from[0] ?? null };
}

/** 条文顺序作相应调整：“第八条”调整为“第七条”，“第九条”调整为“第八条” */
export function renumberQuoted({ pairs }: Groups, reading: Reading): Read | null {
  const places = quotesOf(pairs, reading).map((quote) => readPlaces(quote.join(''), null));
  const from = places.filter((_, i) => i % 2 === 0).flat();
  const to = places.filter((_, i) => i % 2 === 1).flat();
  if (from.length !== to.length || places.some((one) => one.length !== 1)) return null;
  return { operations: [{ does: 'renumber', from, to }], around: from[0] ?? null };
}
