/**
 * Every address of the site, root-absolute with explicit file names, so that a server that knows only exact names
 * serves them; the build turns them into relative ones. A page is listed here or has a function here, and nowhere else
 * is an address put together.
 */

/** A page that a site has once. */
interface Route {
  address: string;
  title: string;
  /** It stands in the navigation where there is something on it. */
  inNavigation?: true;
  /** Kept on a reader's device from the start, for reading without a network (finish/offline/keep.ts). */
  keptOffline?: true;
}

export const HOME = '/index.html';
export const CHECK = '/check.html';
export const TOPICS = '/topics.html';
export const FAQS = '/answers.html';
export const TERMS = '/terms.html';
export const DUTIES = '/duties.html';
export const SEARCH = '/search.html';
export const SHEET = '/sheet.html';
export const CODES = '/qr.html';
export const ABOUT = '/about.html';

// Scripts that need an address carry that one only, so these are no members of the list.
export const ROUTES = {
  home: { address: HOME, title: '首页', keptOffline: true },
  check: { address: CHECK, title: '自查', inNavigation: true },
  faqs: { address: FAQS, title: '常见问题', inNavigation: true },
  topics: { address: TOPICS, title: '主题', inNavigation: true },
  terms: { address: TERMS, title: '词语', inNavigation: true },
  duties: { address: DUTIES, title: '职责', inNavigation: true },
  search: { address: SEARCH, title: '搜索' },
  sheet: { address: SHEET, title: '咨询单' },
  codes: { address: CODES, title: '二维码打印页' },
  about: { address: ABOUT, title: '关于本站' },
  unknown: { address: '/404.html', title: '没有这个网页' },
} as const satisfies Record<string, Route>;

/** Files beside the pages: what the search and the desk know of the library, and how the search looks. */
export const LIBRARY_TABLE = '/library.json';
export const LEXICON_TABLE = '/search-lexicon.json';
export const SEARCH_SHEET = '/search.css';
/** The place on the page of the whole text that says whether it still applies. */
export const VALIDITY = 'validity';
/** What a policy's own files are called in its folder. */
const SEARCH_TABLE = 'search-table.json';
const DESK_TABLE = 'desk.json';

/** Folders and files that stand beside the pages and policies at the top; `problems` under `npm run dev` only. */
const BESIDE = [
  'review',
  'status',
  'library',
  'search-lexicon',
  'pagefind',
  'licenses',
  'sitemap',
  'robots',
  'favicon',
  'sw',
  'problems',
];

/** Whether no policy and no audience may be called so: the site's own addresses begin with it. */
export function isReserved(name: string): boolean {
  return (
    BESIDE.includes(name) ||
    Object.values(ROUTES).some(({ address }) => address === `/${name}.html`)
  );
}

/** A policy as addresses name it. */
export interface Addressed {
  id: string;
  /** Where its topics, self-check and tables stand: `/abc-2020-1`, or nothing for the one whose stand at the root. */
  folder: string;
}

/**
 * Where a policy's topics, self-check and tables stand. The first one published has them at the root, and keeps them
 * there for ever (`rootPolicy` of site.yml); nothing else depends on which that is.
 */
export function folderOf(policy: string, rootPolicy: string): string {
  return policy === rootPolicy ? '' : `/${policy}`;
}

/** The whole text: `/abc-2020-1.html`. */
export function policyHref(policy: string): string {
  return `/${policy}.html`;
}

/** What is known of a document: whether it applies, how it came to be, how it stands to others. `/status/abc-2020-1.html` */
export function statusHref(policy: string): string {
  return `/status/${policy}.html`;
}

/** A clause's page, or one sentence of it: `/abc-2020-1/p7-2.html#s3`. */
export function clauseHref(policy: string, clause: string, sentence?: number): string {
  return `/${policy}/${clause}.html${sentence === undefined ? '' : `#${sentenceId(sentence)}`}`;
}

/** A clause or one sentence of it on the whole-text page: `/abc-2020-1.html#p7-2-s3`. */
export function placeHref(policy: string, clause: string, sentence?: number): string {
  return `${policyHref(policy)}#${sentence === undefined ? clause : sentenceId(sentence, clause)}`;
}

/** The fragment of a sentence: `s3` on its clause's own page, `p7-2-s3` on the whole-text page. */
export function sentenceId(sentence: number, clause?: string): string {
  return `${clause === undefined ? '' : `${clause}-`}s${sentence}`;
}

/** Where a row of a clause's table stands: `r5`; on a page of several clauses `f1-r5`. */
export function rowId(row: number, clause?: string): string {
  return `${clause === undefined ? '' : `${clause}-`}r${row}`;
}

/** What an edition changed, beside the one before: `/abc-2020-1/changes/2022-05-01.html`. */
export function changesHref(policy: string, date: string): string {
  return `/${policy}/changes/${date}.html`;
}

/** The text as received. */
export function sourceHref(policy: string): string {
  return `/${policy}/source.txt`;
}

/** The whole tree for programs. */
export function dataHref(policy: string): string {
  return `/${policy}.json`;
}

/** What the search knows of a policy beforehand. */
export function searchTableHref(policy: string): string {
  return `/${policy}/${SEARCH_TABLE}`;
}

/** Which policies of a large library hold which pairs of characters: one of its shards. */
export function pairShardHref(shard: number): string {
  return `/search/pairs-${shard}.json`;
}

/** The words of the language that begin with some characters: one of the shards of the lexicon. */
export function lexiconShardHref(shard: number): string {
  return `/search/words-${shard}.json`;
}

/** What the desk knows of a policy. */
export function deskTableHref(policy: string): string {
  return `/${policy}/${DESK_TABLE}`;
}

export function topicHref({ folder }: Addressed, topic: string): string {
  return `${folder}/topics/${topic}.html`;
}

/** A question that people ask, with its answer: `/answers/lost-card.html`. */
export function faqHref({ folder }: Addressed, faq: string): string {
  return `${folder}/answers/${faq}.html`;
}

/** A topic of a policy in the list of all, or a term: `/terms.html#card`, `/terms.html#abc-2020-1-card`. */
export function entryId({ folder }: Addressed, id: string): string {
  return folder ? `${folder.slice(1)}-${id}` : id;
}

/** The rules of a policy's self-check, for those who review them. */
export function reviewHref({ folder }: Addressed): string {
  return `/review${folder}.html`;
}

/** A page of the self-check: `flexible` and `[ab, over-3] → /check/flexible/ab/over-3.html`. */
export function checkHref(
  { folder }: Addressed,
  topic: string,
  answers: readonly string[] = [],
): string {
  return `${folder}/check/${[topic, ...answers].join('/')}.html`;
}

/** The page of an audience, of all policies that speak to it: `/readers.html`. */
export function audienceHref(audience: string): string {
  return `/${audience}.html`;
}

/**
 * A policy's table for an audience, for some answers and one of the things it asks: `/readers/school/hire.html`,
 * `/readers/any/hire.html`. Without any of them it is the audience's own page.
 */
export function tableHref(
  { folder }: Addressed,
  audience: string,
  answers: readonly (string | undefined)[],
  ask?: string,
): string {
  const names = [...answers, ask];
  const last = names.findLastIndex((name) => name !== undefined);
  if (last < 0) return audienceHref(audience);
  const chosen = names.slice(0, last + 1).map((name) => name ?? 'any');
  return `${folder}/${[audience, ...chosen].join('/')}.html`;
}

/** A full address where the site stands: `https://x.cn/policy` and `/p7.html → https://x.cn/policy/p7.html`. */
export function siteUrl(site: string | URL, href: string): string {
  return new URL(href.slice(1), `${String(site).replace(/\/+$/u, '')}/`).href;
}

/** The picture of a page's code, made where the site knows its own address: `/a/p7-2.html → /qr/a/p7-2.svg`. */
export function codeHref(href: string): string {
  return `/qr${href.replace(/\.html$/u, '.svg')}`;
}
