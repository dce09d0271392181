import { exactly } from '../pattern.ts';
import { type Clause, hasPage } from './clause.ts';
import type { Level, Marker } from './marker.ts';
import { formatNumeral, NUMERAL, parseNumeral } from './numeral.ts';

/** What citing needs to know of a policy. */
export interface Citable {
  /** `prs-2018-156` */
  id: string;
  /** Title as letters write it, without the line break of the printed page. */
  title: string;
  /** Document number, `平人社〔2018〕156号`. */
  number: string;
  clauses: readonly Pick<Clause, 'id' | 'kind' | 'marker' | 'parent'>[];
}

/** What a citation points to: the whole document, or one clause of it. */
export interface Citation {
  policy: string;
  clause: string | null;
}

/** A citation found in a longer text. */
export interface FoundCitation {
  /** `null` where the policy has no such clause. */
  clause: string | null;
  index: number;
  /** The characters that cite. */
  text: string;
}

type Cited = Citable['clauses'][number];

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

const PREAMBLE = '序言';

/** The clauses from the outermost to this one. */
function pathTo(policy: Citable, clause: Cited): Cited[] {
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
function inHan(number: number): string {
  return number > 9999 ? String(number) : formatNumeral(number);
}

/** An article is cited by its own number, whatever chapter it stands in. */
function citedPath(policy: Citable, clause: Cited): Cited[] {
  const path = pathTo(policy, clause);
  const article = path.findIndex((c) => c.kind === 'article');
  return article < 0 ? path : path.filter((c, i) => i >= article || c.kind === 'annex');
}

/** How a clause is named in full, and read aloud: `p3-4 → 第三部分第（四）项`. */
export function formatPlace(policy: Citable, clauseId: string): string {
  const clause = policy.clauses.find((c) => c.id === clauseId);
  return clause ? citedPath(policy, clause).map(formatStep).join('') : '';
}

/** How a clause is named in short, by its printed numbers: `p3-4 → 三（四）`, `p3 → 三`, `pre → 序言`. */
export function formatShort(policy: Citable, clauseId: string): string {
  const clause = policy.clauses.find((c) => c.id === clauseId);
  if (!clause) return '';
  const short = (step: Cited): string => {
    const { marker } = step;
    if (!marker) return formatStep(step);
    if (marker.level === 'part') return inHan(marker.number);
    if (marker.level === 'item') return `（${inHan(marker.number)}）`;
    if (marker.level === 'point') return `${marker.number}.`;
    if (marker.level === 'subpoint') return `（${marker.number}）`;
    return formatStep(step);
  };
  return citedPath(policy, clause).map(short).join('');
}

/** The citation as an official letter writes it: `《标题》（文号）第三部分第（二）项`; without a clause, the document. */
export function formatCitation(policy: Citable, clauseId: string | null): string {
  return `《${policy.title}》（${policy.number}）${clauseId ? formatPlace(policy, clauseId) : ''}`;
}

/**
 * Reads a citation as people type it: `三(四)`, `三、（四）`, `第三部分第（四）项`, `第三部分第四条`, `3.4`, `3-4`,
 * `p3-4`, `第三条第四款` where there are no articles, `〔2018〕156号` with any brackets or none, `156号`, with or without the
 * title before it. The whole input must be a citation of something that is there; otherwise `null`.
 */
export function parseCitation(input: string, policy: Citable): Citation | null {
  // Nothing that long is a citation; the limit keeps the patterns below cheap for any input.
  if (input.length > 200) return null;
  let rest = fold(input);
  const title = fold(policy.title);
  const number = fold(policy.number);
  const names = [`《${title}》`, title].find((name) => rest.startsWith(name));
  if (names) rest = rest.slice(names.length);
  const wrapped = rest.startsWith(`(${number})`);
  if (wrapped) rest = rest.slice(number.length + 2);
  const [found] = wrapped ? [] : (numberPattern(number).exec(rest) ?? []);
  if (found) rest = rest.slice(found.length);
  if (rest.startsWith(`${policy.id}/`)) rest = rest.slice(policy.id.length + 1);
  else if (rest === policy.id) rest = '';
  rest = rest.replace(/^(?:文件?)?[的,:、]?/u, '').replace(/。$/u, '');
  if (rest === '') return input.trim() === '' ? null : { policy: policy.id, clause: null };
  const clause = readPlace(rest, policy);
  return clause ? { policy: policy.id, clause } : null;
}

/**
 * A document number at the start of a citation as people type it: 平人社(2018)156号, 平人社2018-156, (2018)156, 2018年156号,
 * 156号. 国务院令第687号 and the like have no year in brackets: only the whole number is meant then.
 */
function numberPattern(number: string): RegExp {
  const [, agency = '', year, serial] = /^(.*)\((\d{4})\)第?(\d+)号$/u.exec(number) ?? [];
  if (!serial) return new RegExp(`^${exactly(number)}`, 'u');
  const written = `${serial}(?:号|(?!\\d))`;
  const forms = [
    `\\(${year}\\)${written}`,
    `(?:${year}[年-])?${serial}号`,
    ...(agency ? [`${exactly(agency)}(?:\\(${year}\\)|${year}[年-]?)?${written}`] : []),
  ];
  return new RegExp(`^(?:${forms.join('|')})`, 'u');
}

/** For reading only: width, brackets of every kind, blanks and dots are made alike. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/第(?=\d+号)/gu, '')
    .replace(/[〔［【[{〖〘﹝（〈](?=\d{4}[〕］】\]}〗〙﹞）〉)])/gu, '(')
    .replace(/(?<year>\(\d{4})[〕］】\]}〗〙﹞）〉]/gu, '$<year>)')
    .replace(/[〔［【[{〖〘﹝（]/gu, '(')
    .replace(/[〕］】\]}〗〙﹞）]/gu, ')')
    .replace(/[‐‑‒–—−﹣－]/gu, '-')
    .replace(/^〈(.+?)〉/u, '《$1》')
    .toLowerCase();
}

interface Step {
  /** Levels the written unit may stand for; none when only a number was written. */
  levels: readonly Level[] | null;
  number: number;
  zhi: number;
}

/** What people write for a level, official first: 条 is also said of the items of a part. */
const SPOKEN: Record<string, readonly Level[]> = {
  部分: ['part'],
  大点: ['part'],
  编: ['book'],
  章: ['chapter'],
  节: ['section'],
  条: ['article', 'item'],
  款: ['paragraph', 'item'],
  项: ['item', 'point'],
  目: ['point'],
  点: ['item', 'point'],
  小点: ['point', 'subpoint'],
  小目: ['subpoint'],
};
const UNITS = '部分|大点|小点|小目|[编章节条款项目点]';
const STEP = new RegExp(
  `^(?:附件(?<annex>${NUMERAL})|第?\\((?<inner>${NUMERAL})\\)(?<innerUnit>${UNITS})?|第(?<number>${NUMERAL})(?<unit>${UNITS})(?:之(?<zhi>${NUMERAL}))?|(?<bare>${NUMERAL})(?<bareUnit>${UNITS})?)(?:[.\\-]|、(?=[(第]|$))?`,
  'u',
);

/** A place such as `三(四)` or `p3-4` to the id of a clause that has a page. */
function readPlace(text: string, policy: Citable): string | null {
  const withPage = policy.clauses.filter((c) => hasPage(c));
  const byId = withPage.find((c) => c.id === text);
  if (byId) return byId.id;
  if (text === PREAMBLE || text === '引言')
    return withPage.find((c) => c.kind === 'preamble')?.id ?? null;
  const steps = readSteps(text, !withPage.some(({ kind }) => kind === 'article'));
  if (!steps) return null;
  // Where a word fits two levels (第二款 of an article, or its second item), the official sense wins.
  const fits = withPage.flatMap((c) => {
    const looseness = fit(citedPath(policy, c), steps);
    return looseness === null ? [] : [{ id: c.id, looseness }];
  });
  const best = Math.min(...fits.map((f) => f.looseness));
  const hits = fits.filter((f) => f.looseness === best);
  return hits.length === 1 ? (hits[0]?.id ?? null) : null;
}

/** Where there are no articles, `第五条` is said for the fifth part, too. */
function readSteps(text: string, partsToo: boolean): Step[] | null {
  const steps: Step[] = [];
  let rest = text;
  while (rest) {
    const match = STEP.exec(rest);
    if (!match?.groups) return null;
    const { annex, inner, innerUnit, number, unit, zhi, bare, bareUnit } = match.groups;
    const value = parseNumeral(annex ?? inner ?? number ?? bare ?? '');
    if (value === null) return null;
    const written = innerUnit ?? unit ?? bareUnit;
    const levels = annex ? (['annex'] as const) : written ? (SPOKEN[written] ?? null) : null;
    const more = unit === '条' && partsToo ? (['part'] as const) : [];
    steps.push({
      levels: levels && [...levels, ...more],
      number: value,
      zhi: zhi ? (parseNumeral(zhi) ?? 0) : 0,
    });
    rest = rest.slice(match[0].length);
  }
  // A lone number is a number, not a place: 三 and 12 could mean anything, and so could a lone （三）.
  const only = steps.length === 1 ? steps[0] : undefined;
  return only && only.levels === null && !text.endsWith('、') ? null : steps;
}

/** How far the words written stray from the official ones (0 is exact), or `null` where they mean something else. */
function fit(path: Cited[], steps: readonly Step[]): number | null {
  if (path.length !== steps.length) return null;
  let looseness = 0;
  for (const [i, { levels, number, zhi }] of steps.entries()) {
    const marker: Marker | null | undefined = path[i]?.marker;
    if (!marker || marker.number !== number || marker.zhi !== zhi) return null;
    const rank = levels ? levels.indexOf(marker.level) : 0;
    if (rank < 0) return null;
    looseness += rank;
  }
  return looseness;
}

const IN_TEXT = new RegExp(
  `第${NUMERAL}部分(?:第?[（(]${NUMERAL}[）)]项?|第${NUMERAL}[条项款])?|[第零〇一二三四五六七八九十百千]{1,8}、?[（(][一二三四五六七八九十]{1,3}[）)]`,
  'gu',
);

/** Every place in a longer text that reads as a citation of a clause, in order: `见五（一）和三（四）。 → p5-1, p3-4`. */
export function findCitations(text: string, policy: Citable): FoundCitation[] {
  return [...text.matchAll(IN_TEXT)].map((match) => ({
    clause: parseCitation(match[0], policy)?.clause ?? null,
    index: match.index,
    text: match[0],
  }));
}
