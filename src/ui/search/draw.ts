import type { Answer } from '../../domain/search/library-look-up.ts';
import type { FoundPage, Hit } from '../../domain/search/look-up.ts';
import { checkHref, SEARCH, topicHref } from '../../routes.ts';
import { drawFaq } from './draw-faq.ts';
import { drawFilters } from './draw-filters.ts';
import { drawHit, marked } from './draw-hit.ts';
import { drawMissing, drawTold, quoted } from './draw-told.ts';
import type { Engine } from './engine.ts';
import type { FoundText } from './full-text.ts';
import { make, makeLink, makeQuiet } from './make.ts';
import type { Seen } from './recents.ts';

const GROUPS = [
  ['直达条款', 'citation', 'alias', 'sound'],
  ['相关条款', 'title'],
  ['正文命中', 'text'],
] as const;

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

/** What is shown, and where: `hits` are the answer's rows in the order in which they stay. */
export interface Drawn {
  engine: Engine;
  answer: Answer;
  hits: readonly Hit[];
  filter: string;
  /** The folder that the site stands in. */
  base: URL;
}

/** An answer: why these, filters, groups of hits; or that no document treats it. */
export function drawAnswer(drawn: Drawn): HTMLElement[] {
  const { engine, answer, hits, filter, base } = drawn;
  const filters = drawFilters(engine, answer, filter);
  const { policies } = engine.library;
  const card = answer.faq ? [drawFaq(engine, answer.faq, base)] : [];
  if (answer.notHere)
    return [
      // A card is the answer: it says itself what is not stated.
      ...(card.length ? card : [drawTold(engine, answer, base)]),
      ...(policies.length > 1 ? filters : []),
      ...drawMore(engine),
    ];
  const none = filter ? '这一类里没有结果。' : '没有找到。可以换一个词，或从全部条款里查看。';
  return [
    ...answer.missing.map((place) => drawMissing(engine, answer, place, base)),
    ...reasons(answer).map(makeQuiet),
    ...card,
    // The card says what is not stated.
    ...(card.length ? [] : drawOpen(engine, answer)),
    ...(hits.length ? [] : [make('p', {}, none)]),
    ...filters,
    ...drawGroups(drawn),
    ...drawPages(engine, answer.pages, base),
    ...(answer.searched.length > 1 && answer.searched.length < policies.length
      ? [
          makeQuiet(
            `收录的 ${policies.length} 份文件里，只查了最接近的 ${answer.searched.length} 份；写上文号、名称，或者在上面选定文件，可以查别的`,
          ),
        ]
      : []),
    ...drawMore(engine),
  ];
}

/** A way on to the words of all pages, ours too. A large library has no index of them. */
function drawMore({ large }: Engine): HTMLElement[] {
  if (large) return [];
  const button = make(
    'button',
    { type: 'button', class: 'button', 'data-more': '' },
    '在全站的网页里查',
  );
  return [make('div', { 'data-pages': '' }, make('p', {}, button))];
}

/** The pages that hold what is asked. */
export function drawFoundPages(pages: readonly FoundText[], answer: Answer): HTMLElement[] {
  if (pages.length === 0) return [make('p', { class: 'quiet' }, '全站的网页里也没有。')];
  const rows = pages.map(({ href, title, excerpt }) =>
    make(
      'li',
      {},
      make('a', { href }, title),
      make('div', { class: 'quiet' }, ...marked(excerpt, [answer.folded, ...answer.parts])),
    ),
  );
  return [make('h2', { class: 'group' }, '全站的网页'), make('ol', {}, ...rows)];
}

function drawGroups({ engine, answer, hits, base }: Drawn): HTMLElement[] {
  const several = engine.library.policies.length > 1;
  const isRepealed = ({ policy }: Hit) => several && engine.policy(policy)?.ended === true;
  const current = hits.filter((hit) => !isRepealed(hit));
  const groups = GROUPS.map(([title, ...own]) => ({
    title: title as string,
    rows: current.filter(({ reason }) => own.some((one) => one === reason)),
  }));
  return [...groups, { title: '已废止、失效的文件', rows: hits.filter(isRepealed) }].flatMap(
    ({ title, rows }) =>
      rows.length
        ? [
            make('h2', { class: 'group' }, title),
            make('ol', {}, ...rows.map((hit) => drawHit(engine, hit, answer, base))),
          ]
        : [],
  );
}

function drawOpen({ library }: Engine, { open }: Answer): HTMLElement[] {
  return open.map(({ policy: id, titles }) => {
    const name =
      library.policies.length > 1 ? library.policies.find((one) => one.id === id)?.name : '本文件';
    return make('p', { class: 'told' }, `${name}没有写明：${titles.join('；')}。`);
  });
}

function drawPages(engine: Engine, pages: readonly FoundPage[], base: URL): HTMLElement[] {
  const several = engine.library.policies.length > 1;
  const links = pages.flatMap(({ policy: id, kind, id: page, title }) => {
    const policy = engine.policy(id);
    if (!policy) return [];
    const address = kind === 'topic' ? topicHref(policy, page) : checkHref(policy, page);
    const whose = several ? [' ', make('span', { class: 'quiet' }, policy.name)] : [];
    return [make('li', {}, makeLink(base, address, title), ...whose)];
  });
  return links.length
    ? [make('h2', { class: 'group' }, '主题和自查'), make('ul', {}, ...links)]
    : [];
}

/** What is said where no sentence of a kind was found, by its sign (statement.ts); of others nothing is. */
const LACKING: Readonly<Record<string, string>> = {
  a: '数额',
  p: '在哪里办',
  m: '材料',
  t: '日期或者期限',
  b: '由谁负责',
  f: '怎样处罚',
};

function reasons({ terms, meant, unknown, hits, lacking, parts }: Answer): string[] {
  const sought = LACKING[lacking ?? ''];
  const isLost = parts.every((part) => unknown.includes(part));
  const rest = isLost ? '是最接近的' : '只匹配其余的词';
  return [
    ...(sought && hits.length ? [`最相近的一条里没有找到写${sought}的句子，请看原文`] : []),
    ...(terms.length ? [`按${terms.map(quoted).join('、')}检索`] : []),
    ...(meant ? [`您是不是要找：${meant}`] : []),
    ...(unknown.length && hits.length
      ? [`原文里没有${unknown.map(quoted).join('、')}，以下${rest}`]
      : []),
  ];
}

/** That the tables cannot be had, and where all clauses stand. */
export function drawFailed(base: URL): HTMLElement[] {
  const link = makeLink(base, SEARCH, '看全部条款');
  link.className = 'button';
  return [
    make(
      'p',
      {},
      '搜索暂时不能用：取不到检索表。请从下面的全部条款里查看，或用浏览器的“查找”功能。',
    ),
    link,
  ];
}
