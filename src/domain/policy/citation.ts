import type { Clause } from './clause.ts';
import { LIST_LEVELS } from './list-levels.ts';
import type { Level, Marker } from './marker.ts';
import { formatNumeral, holdsNumeral } from './numeral.ts';

/** What citing needs to know of a policy. */
export interface Citable {
  /** `abc-2020-1` */
  id: string;
  /** Title as letters write it, without the line break of the printed page. */
  title: string;
  /** Document number, `某发〔2020〕1号`; empty where the document has none. */
  number: string;
  clauses: readonly (Pick<Clause, 'id' | 'kind' | 'marker' | 'parent'> &
    Partial<Pick<Clause, 'heading'>>)[];
}

/** A clause on the way to a place. */
export type Cited = Citable['clauses'][number];

const UNIT: Partial<Record<Level, string>> = {
  book: '编',
  subbook: '分编',
  chapter: '章',
  section: '节',
  division: '部分',
  part: '部分',
  article: '条',
  paragraph: '款',
};

/** The outermost list that a place has is its 项, then come 目 and 小目. */
const LISTS: ReadonlySet<Cited['kind']> = new Set(LIST_LEVELS);
const LIST_UNITS = ['项', '目', '小目'];

export const PREAMBLE = '序言';
/** What stretches without a number are called. */
const NAMES: Partial<Record<Cited['kind'], string>> = {
  preamble: PREAMBLE,
  text: '正文',
  closing: '结尾',
  notes: '注释',
  list: '名单',
  document: '附文',
};

/** A list that is a table. */
const TABLE = '表';

/** Whether a short name is no printed number but ours. */
export function isOurName(short: string): boolean {
  return [...Object.values(NAMES), TABLE].some((name) => short.replace(/\d+$/u, '').endsWith(name));
}

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

/** A step of a place; `path` is all of it, `at` its index. */
function formatStep(policy: Citable, path: readonly Cited[], at: number): string {
  const step = path[at];
  if (!step?.marker) return step ? nameWithout(policy, step, path.length === 1) : '';
  const { level, number, zhi, until, path: decimals } = step.marker;
  if (level === 'annex') return formatAnnex(step.marker);
  if (decimals) return decimals.length > 1 ? decimals.join('.') : `第${number}部分`;
  const depth = path.slice(0, at).filter((c) => isList(c, path)).length;
  const inArticle = path.slice(0, at).some(({ kind }) => kind === 'article');
  // 目 are numbered 1. by the legislation law, whatever they stand in (article 65).
  const unit = LIST_UNITS[Math.min(level === 'point' && inArticle ? Math.max(depth, 1) : depth, 2)];
  if (level === 'point' || level === 'paren' || level === 'circle')
    return `第${number}${until ? `至${until}` : ''}${unit}`;
  if (level === 'subpoint') return `第（${number}）${unit}`;
  const numeral = inHan(number);
  if (level === 'item') return `第（${numeral}）${unit}`;
  const after = zhi ? `之${inHan(zhi)}` : '';
  // An unnumbered paragraph is a 款 in articles only.
  const own = level === 'paragraph' && !inArticle ? '段' : UNIT[level];
  return `第${numeral}${isList(step, path) ? unit : own}${after}`;
}

/** Whether a clause is one of a list in a text; 一、 is where an article or a 第一部分 is round it. */
export function isList({ kind }: Cited, path: readonly Cited[]): boolean {
  if (kind !== 'part') return LISTS.has(kind);
  return path.some((c) => c.kind === 'article' || c.kind === 'division');
}

function formatAnnex({ number, zhi, printed }: Marker): string {
  const name = `附${/[表图录]/u.exec(printed)?.[0] ?? '件'}`;
  return holdsNumeral(printed) ? `${name}${number}${zhi ? `-${zhi}` : ''}` : name;
}

/** What has no number: a further document of the file is named where its numbers alone do not tell it from others. */
function nameWithout(policy: Citable, { id, kind, heading }: Cited, alone: boolean): string {
  const isTable = kind === 'list' && /表/u.test(heading ?? '');
  const name = isTable ? TABLE : (NAMES[kind] ?? '');
  if (kind !== 'document' && kind !== 'list') return name;
  const alike = policy.clauses.filter((c) => c.kind === kind);
  const numbered = alike.length > 1 ? `${name}${alike.findIndex((c) => c.id === id) + 1}` : name;
  if (kind === 'list' || alone) return numbered;
  // Annexes are named as such.
  const isClear =
    alike.length === 1 && !policy.clauses.some((c) => c.marker && !/^[df]/u.test(c.id));
  return isClear ? '' : `${numbered}·`;
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
  const path = withoutOuterDecimals(pathTo(policy, clause));
  const at = path.findIndex((c) => c.kind === 'article');
  const article = path[at];
  if (!article) return path;
  const annexes = path.slice(0, at).filter((c) => c.kind === 'annex' || c.kind === 'document');
  const inner = path.slice(at + 1);
  const inFirst = inner[0] && inner[0].kind !== 'paragraph' && hasSeveral(policy, article);
  return [...annexes, article, ...(inFirst ? [firstParagraph(article)] : []), ...inner];
}

/** 1.2.3 says by itself what it stands in. */
function withoutOuterDecimals(path: readonly Cited[]): Cited[] {
  return path.filter(({ kind }, i) => kind !== 'decimal' || path[i + 1]?.kind !== 'decimal');
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

/** How a clause is named in full, and read aloud: `p7-2 → 第七部分第（二）项`. */
export function formatPlace(policy: Citable, clauseId: string): string {
  const clause = policy.clauses.find((c) => c.id === clauseId);
  return clause ? formatSteps(policy, citedPath(policy, clause)) : '';
}

function formatSteps(policy: Citable, path: readonly Cited[]): string {
  return path.map((_, at) => formatStep(policy, path, at)).join('');
}

/** Where the sentences of a clause stand: in the first 款 of an article that has several, else in the clause itself. */
export function formatOwnPlace(policy: Citable, clauseId: string): string {
  const clause = policy.clauses.find((c) => c.id === clauseId);
  const place = formatPlace(policy, clauseId);
  return clause && hasSeveral(policy, clause) ? `${place}第一款` : place;
}

/**
 * How a clause is named in short, by its printed numbers: `p7-2 → 七（二）`, `p7 → 七`, `pre → 序言`; `第三部分` where it is
 * printed so.
 */
export function formatShort(policy: Citable, clauseId: string): string {
  const clause = policy.clauses.find((c) => c.id === clauseId);
  if (!clause) return '';
  const path = citedPath(policy, clause);
  const short = ({ marker }: Cited, at: number): string => {
    if (!marker) return formatStep(policy, path, at);
    const { level, number, until, path: decimals } = marker;
    if (level === 'part') return inHan(number);
    if (level === 'item') return `（${inHan(number)}）`;
    if (level === 'point') return until ? `${number}–${until}.` : `${number}.`;
    if (level === 'subpoint') return `（${number}）`;
    if (level === 'paren') return `${number}）`;
    if (level === 'circle') return circled(number);
    if (decimals) return decimals.join('.');
    return formatStep(policy, path, at);
  };
  // 附件·一 is the first part of the annex, 附件一 would be the first annex.
  return path
    .map((step, at) => {
      const written = short(step, at);
      return step.kind === 'annex' && at < path.length - 1 ? `${written}·` : written;
    })
    .join('');
}

/** `1 → ①`, as far as there are such signs. */
function circled(number: number): string {
  const [first, from] = number > 35 ? [0x32b1, 36] : number > 20 ? [0x3251, 21] : [0x2460, 1];
  return number <= 50 ? String.fromCodePoint(first + number - from) : `（${number}）`;
}

/**
 * The citation as an official letter writes it: `《标题》（文号）第三部分第（二）项`, `《标题》第五条` where the document has no
 * number; without a clause, the document.
 */
export function formatCitation(policy: Citable, clauseId: string | null): string {
  const clause = policy.clauses.find((c) => c.id === clauseId);
  if (!clause) return formatDocument(policy);
  const path = citedPath(policy, clause).filter(({ kind }) => kind !== 'document');
  return formatDocumentOf(policy, clause.id) + formatSteps(policy, path);
}

/** The document that a clause is cited of: of several in one file the one that it stands in. */
export function formatDocumentOf(policy: Citable, clauseId: string): string {
  const clause = policy.clauses.find((c) => c.id === clauseId);
  const document = clause && pathTo(policy, clause).find(({ kind }) => kind === 'document');
  return document ? formatAttached(policy, document) : formatDocument(policy);
}

/** A document that another puts in force with it, in the same file: by its own title, and the number of that. */
function formatAttached(policy: Citable, { heading }: Cited): string {
  const title = heading?.replace(/\s/gu, '') ?? '';
  if (!title || title === policy.title) return formatDocument(policy);
  return policy.number ? `《${title}》（${policy.number}）` : `《${policy.title}》所附《${title}》`;
}

/** `《标题》（文号）`, `《标题》`; a title within the title stands in 〈〉 (GB/T 15834, 4.15). */
export function formatDocument({ title, number }: Pick<Citable, 'title' | 'number'>): string {
  const within = title.replace(/《/gu, '〈').replace(/》/gu, '〉');
  return `《${within}》${number && `（${number}）`}`;
}

/** What a document is called for short: by its number, or by its title where it has none. */
export function nameOf({ title, number }: Pick<Citable, 'title' | 'number'>): string {
  return number || `《${title}》`;
}
