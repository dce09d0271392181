import type { Clause } from './clause.ts';
import type { Level } from './marker.ts';
import { formatNumeral } from './numeral.ts';

/** What citing needs to know of a policy. */
export interface Citable {
  /** `prs-2018-156` */
  id: string;
  /** Title as letters write it, without the line break of the printed page. */
  title: string;
  /** Document number, `平人社〔2018〕156号`; empty where the document has none. */
  number: string;
  clauses: readonly Pick<Clause, 'id' | 'kind' | 'marker' | 'parent'>[];
}

/** A clause on the way to a place. */
export type Cited = Citable['clauses'][number];

const UNIT: Record<Level, string> = {
  annex: '附件',
  book: '编',
  chapter: '章',
  section: '节',
  part: '部分',
  article: '条',
  paragraph: '款',
  item: '项',
  point: '目',
  subpoint: '小目',
};

export const PREAMBLE = '序言';

/** The clauses from the outermost to this one. */
export function pathTo(policy: Citable, clause: Cited): Cited[] {
  const path: Cited[] = [];
  let at: Cited | undefined = clause;
  while (at) {
    path.unshift(at);
    const { parent }: Cited = at;
    at = parent === null ? undefined : policy.clauses.find((c) => c.id === parent);
  }
  return path;
}

function formatStep({ marker, kind }: Cited): string {
  if (!marker) return kind === 'preamble' ? PREAMBLE : '';
  const { level, number, zhi } = marker;
  if (level === 'annex') return `附件${number}`;
  if (level === 'point') return `第${number}${UNIT[level]}`;
  if (level === 'subpoint') return `第（${number}）${UNIT[level]}`;
  const numeral = inHan(number);
  const after = zhi ? `之${inHan(zhi)}` : '';
  return level === 'item' ? `第（${numeral}）${UNIT[level]}` : `第${numeral}${UNIT[level]}${after}`;
}

/** A number in Chinese as far as Chinese numbering goes, beyond that in digits. */
export function inHan(number: number): string {
  return number > 9999 ? String(number) : formatNumeral(number);
}

/**
 * An article is cited by its own number, whatever chapter it stands in; what stands in the first of its several 款, with
 * that 款.
 */
export function citedPath(policy: Citable, clause: Cited): Cited[] {
  const path = pathTo(policy, clause);
  const at = path.findIndex((c) => c.kind === 'article');
  const article = path[at];
  if (!article) return path;
  const annexes = path.slice(0, at).filter((c) => c.kind === 'annex');
  const inner = path.slice(at + 1);
  const inFirst = inner[0] && inner[0].kind !== 'paragraph' && hasSeveral(policy, article);
  return [...annexes, article, ...(inFirst ? [firstParagraph(article)] : []), ...inner];
}

/** Whether an article has more than one 款. */
function hasSeveral(policy: Citable, { id, kind }: Cited): boolean {
  return (
    kind === 'article' && policy.clauses.some((c) => c.kind === 'paragraph' && c.parent === id)
  );
}

/** The first 款 of an article: the article's own paragraphs, so no clause of its own. */
export function firstParagraph({ id }: Cited): Cited {
  const marker = { level: 'paragraph', number: 1, zhi: 0, printed: '' } as const;
  return { id: `${id}-k1`, kind: 'paragraph', marker, parent: id };
}

/** How a clause is named in full, and read aloud: `p3-4 → 第三部分第（四）项`. */
export function formatPlace(policy: Citable, clauseId: string): string {
  const clause = policy.clauses.find((c) => c.id === clauseId);
  return clause ? citedPath(policy, clause).map(formatStep).join('') : '';
}

/** Where the sentences of a clause stand: in the first 款 of an article that has several, else in the clause itself. */
export function formatOwnPlace(policy: Citable, clauseId: string): string {
  const clause = policy.clauses.find((c) => c.id === clauseId);
  const place = formatPlace(policy, clauseId);
  return clause && hasSeveral(policy, clause) ? place + formatStep(firstParagraph(clause)) : place;
}

/**
 * How a clause is named in short, by its printed numbers: `p3-4 → 三（四）`, `p3 → 三`, `pre → 序言`; `第三部分` where it is
 * printed so.
 */
export function formatShort(policy: Citable, clauseId: string): string {
  const clause = policy.clauses.find((c) => c.id === clauseId);
  if (!clause) return '';
  const short = (step: Cited): string => {
    const { marker } = step;
    if (!marker) return formatStep(step);
    if (marker.level === 'part' && !marker.printed.trim().startsWith('第'))
      return inHan(marker.number);
    if (marker.level === 'item') return `（${inHan(marker.number)}）`;
    if (marker.level === 'point') return `${marker.number}.`;
    if (marker.level === 'subpoint') return `（${marker.number}）`;
    return formatStep(step);
  };
  return citedPath(policy, clause).map(short).join('');
}

/**
 * The citation as an official letter writes it: `《标题》（文号）第三部分第（二）项`, `《标题》第五条` where the document has no
 * number; without a clause, the document.
 */
export function formatCitation(policy: Citable, clauseId: string | null): string {
  return formatDocument(policy) + (clauseId ? formatPlace(policy, clauseId) : '');
}

/** `《标题》（文号）`, `《标题》` */
export function formatDocument({ title, number }: Pick<Citable, 'title' | 'number'>): string {
  return `《${title}》${number && `（${number}）`}`;
}

/** What a document is called for short: by its number, or by its title where it has none. */
export function nameOf({ title, number }: Pick<Citable, 'title' | 'number'>): string {
  return number || `《${title}》`;
}
