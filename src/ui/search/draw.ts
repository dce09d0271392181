import { exactly } from '../../domain/pattern.ts';
import { wordsOfLabel } from '../../domain/policy/label.ts';
import type { Cited } from '../../domain/search/links.ts';
import type { Answer, Hit } from '../../domain/search/look-up.ts';
import { labelOf, type SearchTable } from '../../domain/search/table.ts';
import { clauseHref, policyHref, SEARCH } from '../../routes.ts';
import type { Seen } from './recents.ts';

const GROUPS = [
  ['直达条款', 'citation', 'alias', 'sound'],
  ['相关条款', 'title'],
  ['正文命中', 'text'],
] as const;
/** As the tables write whom a clause concerns. */
const FILTERS = [
  ['t', '人才'],
  ['e', '用人单位'],
  ['s', '工作人员'],
] as const;

type Content = Node | string;

/** An element with children; text stays text, whatever a reader typed. */
function make(
  tag: string,
  attributes: Record<string, string>,
  ...children: Content[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** What is shown before anything is asked: the last questions and clauses, else examples, once they are known. */
export function drawHelp(
  examples: readonly string[],
  recent: readonly string[],
  clauses: readonly Seen[],
): HTMLElement[] {
  const ask = (query: string) =>
    make('button', { type: 'button', class: 'tag', 'data-ask': query }, query);
  if (recent.length === 0 && clauses.length === 0) {
    if (examples.length === 0) return [];
    return [
      make(
        'p',
        { class: 'chips' },
        make('span', { class: 'quiet' }, '可以这样查：'),
        ...examples.map(ask),
      ),
    ];
  }
  const forget = make('button', { type: 'button', class: 'tag', 'data-forget': '' }, '清除');
  return [
    make(
      'p',
      { class: 'chips' },
      make('span', { class: 'quiet' }, '最近查过：'),
      ...recent.map(ask),
      ...clauses.map(({ href, name }) => make('a', { class: 'tag', href }, name)),
      forget,
    ),
  ];
}

/** An answer: why these, filters, groups of hits; or that the document does not treat it. */
export function drawAnswer(
  table: SearchTable,
  answer: Answer,
  base: URL,
  filter: string,
  withoutText: boolean,
): HTMLElement[] {
  if (answer.notHere) return [drawTold(table, answer, base)];
  const lines = [
    ...answer.missing.map((place) => drawMissing(table, place, base)),
    ...reasons(answer).map((words) => make('p', { class: 'quiet' }, words)),
  ];
  if (answer.open.length)
    lines.push(make('p', { class: 'told' }, `本文件没有写明：${answer.open.join('；')}。`));
  if (answer.hits.length === 0) {
    lines.push(
      make('p', {}, filter ? '这一类里没有结果。' : '没有找到。可以换一个词，或从全部条款里查看。'),
    );
  }
  const chips = make(
    'p',
    { class: 'chips' },
    ...[...FILTERS, ...partsOf(table)].map(([value, name]) =>
      make(
        'button',
        {
          type: 'button',
          class: 'tag',
          'data-filter': value,
          'aria-pressed': String(filter === value),
        },
        name,
      ),
    ),
  );
  const groups = GROUPS.flatMap(([title, ...own]) => {
    const hits = answer.hits.filter(({ reason }) => own.some((one) => one === reason));
    if (hits.length === 0) return [];
    return [
      make('h2', { class: 'group' }, title),
      make('ol', {}, ...hits.map((hit) => drawHit(table, hit, answer, base))),
    ];
  });
  const pages = answer.pages.map(([title, href]) =>
    make('li', {}, make('a', { href: hrefIn(base, href) }, title)),
  );
  const more = pages.length
    ? [make('h2', { class: 'group' }, '主题和自查'), make('ul', {}, ...pages)]
    : [];
  // Below the hits, which stand there already when this becomes known.
  const without = withoutText
    ? [make('p', { class: 'quiet' }, '全文检索暂时不能用，以上只按标题、用词和说法查找')]
    : [];
  return [...lines, chips, ...groups, ...more, ...without];
}

/** The parts that have clauses of their own, as filters. */
function partsOf({ clauses }: SearchTable): [id: string, name: string][] {
  const parents = new Set(clauses.map(({ parent }) => parent));
  return clauses
    .filter(({ id }) => parents.has(id))
    .map(({ id, short }) => [id, /^第|^附件/u.test(short) ? short : `第${short}部分`]);
}

function reasons({ terms, meant, unknown, hits }: Answer): string[] {
  return [
    ...(terms.length ? [`按${terms.map(quoted).join('、')}检索`] : []),
    ...(meant ? [`您是不是要找：${meant}`] : []),
    ...(unknown.length && hits.length
      ? [`原文里没有${unknown.map(quoted).join('、')}，以下只匹配其余的词`]
      : []),
  ];
}

/** Quotation marks inside others are single ones (GB/T 15834): `“‘鹰城英才’绿卡”`. */
function quoted(text: string): string {
  return `“${text.replace(/“/gu, '‘').replace(/”/gu, '’')}”`;
}

/** What is said where there are no hits to show. */
export function toldOf({ missing, strange, folded }: Answer): string {
  if (missing.length) return missing.map(missingOf).join('；');
  return strange && isSpelt(folded)
    ? `没有认出${quoted(folded)}，请换成汉字再查`
    : '本文件没有相关内容';
}

function missingOf({ written, link }: Cited): string {
  return link ? '这个链接不通向本文件的任何一处' : `本文件没有${quoted(written)}这一处`;
}

/** That a place is not there, and what comes nearest. */
function drawMissing(table: SearchTable, place: Cited, base: URL): HTMLElement {
  const told = make('strong', {}, `${missingOf(place)}。`);
  const { nearest } = place;
  if (nearest === null) return make('p', {}, told);
  const clause = table.clauses.find(({ id }) => id === nearest);
  const href = clause ? clauseHref(table.policy.id, clause.id) : policyHref(table.policy.id);
  const name = clause ? `${clause.short}　${labelOf(clause)}` : table.policy.title;
  return make('p', {}, told, '最近的是：', make('a', { href: hrefIn(base, href) }, name));
}

/** What else may be so, and whom to ask. Letters that were not read, nobody has looked for. */
function adviceOf({ strange, folded, missing }: Answer, ask: string): string {
  if (missing.length) return '';
  const elsewhere = `其他文件可能有规定，可向${ask}询问。`;
  if (!strange) return elsewhere;
  return isSpelt(folded) ? '' : `也可能只是说法不同，可以换个词再查。${elsewhere}`;
}

/** Whether a query is in letters, without a character. */
function isSpelt(folded: string): boolean {
  return /[a-z]/u.test(folded) && !/\p{Script=Han}/u.test(folded);
}

/** That the tables cannot be had, and where all clauses stand. */
export function drawFailed(base: URL): HTMLElement[] {
  return [
    make(
      'p',
      {},
      '搜索暂时不能用：取不到检索表。请从下面的全部条款里查看，或用浏览器的“查找”功能。',
    ),
    make('a', { class: 'button', href: hrefIn(base, SEARCH) }, '看全部条款'),
  ];
}

function drawTold(table: SearchTable, answer: Answer, base: URL): HTMLElement {
  const parts = table.clauses.filter(({ parent, marker }) => parent === null && marker);
  const list = parts.map((part) => {
    const href = hrefIn(base, clauseHref(table.policy.id, part.id));
    return make('li', {}, make('a', { href }, `${part.short}、${labelOf(part)}`));
  });
  const told = answer.missing.length
    ? answer.missing.map((place) => drawMissing(table, place, base))
    : [make('p', {}, make('strong', {}, `${toldOf(answer)}。`))];
  return make(
    'div',
    { 'data-told': '', class: 'told' },
    ...told,
    ...(answer.hits.length
      ? [
          make('p', {}, `${adviceOf(answer, table.policy.ask)}相近的，本文件写到：`),
          make('ol', {}, ...answer.hits.map((hit) => drawHit(table, hit, answer, base))),
        ]
      : [
          make('p', {}, `${adviceOf(answer, table.policy.ask)}本文件写的是：`),
          make('ul', {}, ...list),
        ]),
  );
}

function drawHit(table: SearchTable, hit: Hit, answer: Answer, base: URL): HTMLElement {
  const clause = table.clauses.find(({ id }) => id === hit.clause);
  if (!clause) {
    const link = make(
      'a',
      { href: hrefIn(base, policyHref(table.policy.id)) },
      [table.policy.number, table.policy.title].filter(Boolean).join('　'),
    );
    return make('li', { 'data-hit': hit.clause, 'data-reason': hit.reason }, link);
  }
  // Who cites a clause means the whole of it.
  const whole = hit.shown <= 1 || (hit.reason === 'citation' && hit.sentence === null);
  const href = hrefIn(base, clauseHref(table.policy.id, clause.id, whole ? undefined : hit.shown));
  const number =
    clause.kind === 'preamble' ? [] : [make('span', { class: 'number law' }, clause.short), ' '];
  const label = clause.ours
    ? make('span', { class: 'ours' }, labelOf(clause))
    : drawWords(labelOf(clause));
  const text = clause.sentences[hit.shown - 1];
  const words = [...answer.terms, answer.meant ?? '', ...answer.parts];
  return make(
    'li',
    { 'data-hit': clause.id, 'data-reason': hit.reason },
    make('a', { href }, ...number, label),
    ' ',
    make('span', { class: 'quiet' }, table.policy.status),
    ...(text === undefined ? [] : [make('p', { class: 'law' }, ...marked(text, words))]),
  );
}

/** A label in the words of the text, and the `…` of ours after them. */
function drawWords(label: string): HTMLElement {
  const [words, more] = wordsOfLabel(label);
  const law = make('span', { class: 'law' }, words);
  return more ? make('span', {}, law, more) : law;
}

function hrefIn(base: URL, href: string): string {
  return new URL(href.slice(1), base).href;
}

/** A sentence with the reader's words marked. */
function marked(text: string, words: readonly string[]): Content[] {
  const found = words
    .filter((word) => word.length > 1 && text.includes(word))
    .sort((a, b) => b.length - a.length);
  if (found.length === 0) return [text];
  const pattern = found.map(exactly).join('|');
  return text
    .split(new RegExp(`(${pattern})`, 'u'))
    .map((piece, i) => (i % 2 ? make('mark', {}, piece) : piece));
}
