/**
 * Addresses of the site, root-absolute with explicit file names, so that a server that knows only exact names
 * serves them; the build turns them into relative ones.
 */
export const HOME = '/index.html';
export const SEARCH = '/search.html';
export const TOPICS = '/topics.html';
export const TERMS = '/terms.html';
export const DUTIES = '/duties.html';
export const ABOUT = '/about.html';
export const CHECK = '/check.html';
export const REVIEW = '/review.html';
export const SHEET = '/sheet.html';
export const CODES = '/qr.html';

/** The whole text: `/prs-2018-156.html`. */
export function policyHref(policy: string): string {
  return `/${policy}.html`;
}

/** A clause's page, or one sentence of it: `/prs-2018-156/p3-4.html#s3`. */
export function clauseHref(policy: string, clause: string, sentence?: number): string {
  return `/${policy}/${clause}.html${sentence === undefined ? '' : `#${sentenceId(sentence)}`}`;
}

/** A clause or one sentence of it on the whole-text page: `/prs-2018-156.html#p3-4-s3`. */
export function placeHref(policy: string, clause: string, sentence?: number): string {
  return `${policyHref(policy)}#${sentence === undefined ? clause : sentenceId(sentence, clause)}`;
}

/** The fragment of a sentence: `s3` on its clause's own page, `p3-4-s3` on the whole-text page. */
export function sentenceId(sentence: number, clause?: string): string {
  return `${clause === undefined ? '' : `${clause}-`}s${sentence}`;
}

/** The text as received. */
export function sourceHref(policy: string): string {
  return `/${policy}/source.txt`;
}

/** The whole tree for programs. */
export function dataHref(policy: string): string {
  return `/${policy}.json`;
}

export function topicHref(topic: string): string {
  return `/topics/${topic}.html`;
}

/** The page of the readers a clause concerns: `/talent.html`. */
export function audienceHref(audience: string): string {
  return `/${audience}.html`;
}

/** A page of the self-check: `flexible` and `[ab, over-3] → /check/flexible/ab/over-3.html`. */
export function checkHref(topic: string, answers: readonly string[] = []): string {
  return `/check/${[topic, ...answers].join('/')}.html`;
}

/** A full address where the site stands: `https://x.cn/policy` and `/p3.html → https://x.cn/policy/p3.html`. */
export function siteUrl(site: string | URL, href: string): string {
  return new URL(href.slice(1), `${String(site).replace(/\/+$/u, '')}/`).href;
}

/** The table of ways to hire and train, for a kind of unit and what it wants to do: `/employer/university/hire.html`. */
export function employerHref(unit?: string, ask?: string): string {
  const names = ask ? [unit ?? 'any', ask] : unit ? [unit] : [];
  return `/${['employer', ...names].join('/')}.html`;
}

/** The picture of a page's code, made where the site knows its own address: `/prs-2018-156/p3-4.html → /qr/prs-2018-156/p3-4.svg`. */
export function codeHref(href: string): string {
  return `/qr${href.replace(/\.html$/u, '.svg')}`;
}
