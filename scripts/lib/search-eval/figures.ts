import { z } from 'astro/zod';
import { type Path, readYaml } from '../../../src/content/read/yaml-file.ts';
import { type Problem, type Section, sortProblems } from '../../../src/domain/problem.ts';

const SECTION: Section = '写法';

const words = z
  .string({ error: '写一段文字，前后加英文双引号' })
  .regex(/\S/u, '写上内容，不能空着');
const query = z.object(
  {
    id: words,
    q: words,
    kind: words,
    relevant: z.record(
      z.string(),
      z.literal([0, 1, 2, 3], { error: '写 3（正是答案）、2（切题）、1（沾边）或 0，不加引号' }),
      { error: '写成 { "p7-2": 3 }，没有条款能回答的写 {}' },
    ),
  },
  { error: '写成 { "id": "…", "q": "…", "kind": "…", "relevant": { "p7-2": 3 } }' },
);
const queryFile = z.object(
  { queries: z.array(query, { error: '写成 [ … ]，每问一项' }).min(1, '至少写一问') },
  { error: '写成 { "queries": [ … ] }' },
);

/** A question and the grade of each clause for it: 3 answers it, 2 is clearly on topic, 1 is marginal. */
export type Query = z.infer<typeof query>;

/** What was shown for a question: places from the top (`abc-2020-1/p7-2`, or the policy's id), or that no text has anything on it. */
export interface Shown {
  hits: string[];
  told: boolean;
}

/** Shares from 0 to 1; `null` where there is nothing to take a share of. */
export interface Figures {
  success1: number | null;
  success3: number | null;
  mrr10: number | null;
  none: number | null;
  told: number | null;
  wronglyTold: number | null;
}

/** Milliseconds. */
export interface Spread {
  median: number;
  p95: number;
}

/** The queries of a JSON file in the form of `eval/queries.json`, or everything wrong with it, with its line. */
export function readQueries(file: string, text: string): { queries: Query[]; problems: Problem[] } {
  const json = text.replace(/^\uFEFF/u, '').trimEnd();
  const broken = brokenLine(json);
  if (broken) return { queries: [], problems: [notJson(file, broken)] };
  const data: unknown = JSON.parse(json);
  const result = queryFile.safeParse(data);
  if (result.success) return { queries: result.data.queries, problems: [] };
  // JSON is YAML, whose reader knows lines.
  const { lineAt } = readYaml(json, z.unknown(), { file, section: SECTION });
  const problems = result.error.issues.map(({ path, message }) => {
    const at = path as Path;
    const problem = `${nameOf(at)}${stateOf(valueAt(data, at))}。`;
    return { file, line: lineAt(at), problem, fix: `${message}。`, section: SECTION };
  });
  return { queries: [], problems: sortProblems(problems) };
}

/** `['queries', 1, 'q'] → 第 2 问的“q”` */
function nameOf(path: Path): string {
  const [, i, ...inner] = path;
  const steps = inner.map((step) => `“${step}”`);
  if (i === undefined) return path.length ? '“queries”' : '整个文件';
  return [`第 ${Number(i) + 1} 问`, ...steps].join('的');
}

function stateOf(value: unknown): string {
  return value === undefined ? '没有写' : `写的是 ${JSON.stringify(value)}，不合要求`;
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce((value, step) => (value as Record<string, unknown>)[step], data);
}

function notJson(file: string, line: number): Problem {
  return {
    file,
    line,
    problem: '这个文件不是 JSON，到这一行读不下去。',
    fix: '看这一行和上一行的引号、逗号、括号是否成对，写成 { "queries": [ … ] }。',
    section: SECTION,
  };
}

/** The line at which a text stops being JSON; 0 if it never does. */
function brokenLine(text: string): number {
  const error = jsonError(text);
  if (!error) return 0;
  const lines = text.split('\n');
  const [, at] = / at position (\d+)(?: \(line \d+ column \d+\))?$/u.exec(error) ?? [];
  if (at) return text.slice(0, Number(at)).split('\n').length;
  // V8 does not say where an unexpected token stands: on the first line up to which there is one.
  const first = lines.findIndex((_, i) =>
    jsonError(lines.slice(0, i + 1).join('\n'))?.startsWith('Unexpected token'),
  );
  return first < 0 ? lines.length : first + 1;
}

function jsonError(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Whether the policy answers a question: not of the kind `negative`, and at least one clause has a grade. */
export function isAnswerable({ kind, relevant }: Query): boolean {
  return kind !== 'negative' && Object.values(relevant).some((grade) => grade > 0);
}

/** The clauses that count as an answer, grade 2 or 3, the best first. */
export function expectedHits({ relevant }: Query): string[] {
  return Object.entries(relevant)
    .filter(([, grade]) => grade >= 2)
    .sort(([, one], [, other]) => other - one)
    .map(([id]) => id);
}

/** The place, from 1, of the first hit that counts as an answer; `null` if none does. What is told to be absent has no hits. */
export function rankOf(asked: Query, { hits, told }: Shown): number | null {
  if (told) return null;
  const expected = expectedHits(asked);
  const at = hits.findIndex((hit) => expected.includes(hit));
  return at < 0 ? null : at + 1;
}

/**
 * The figures of issue 4: success, reciprocal rank and `none` (no hit at all, also because told so) over the
 * answerable, `told` over the unanswerable, `wronglyTold` over the answerable. `shown[i]` belongs to `queries[i]`.
 */
export function figuresOf(queries: readonly Query[], shown: readonly Shown[]): Figures {
  const all = queries.map((asked, i) => {
    const what = shown[i];
    if (!what) throw new Error(`Unexpected ${shown.length} answers, expected ${queries.length}`);
    return { ...what, asked, rank: rankOf(asked, what) ?? Number.POSITIVE_INFINITY };
  });
  const answerable = all.filter(({ asked }) => isAnswerable(asked));
  const unanswerable = all.filter(({ asked }) => !isAnswerable(asked));
  return {
    success1: mean(answerable.map(({ rank }) => Number(rank <= 1))),
    success3: mean(answerable.map(({ rank }) => Number(rank <= 3))),
    mrr10: mean(answerable.map(({ rank }) => (rank <= 10 ? 1 / rank : 0))),
    none: mean(answerable.map(({ hits, told }) => Number(told || hits.length === 0))),
    told: mean(unanswerable.map(({ told }) => Number(told))),
    wronglyTold: mean(answerable.map(({ told }) => Number(told))),
  };
}

function mean(values: readonly number[]): number | null {
  return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}

/** The median (of an even number, the middle two's mean) and the least value that 95 % do not exceed. Throws on none. */
export function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (index: number) => {
    const time = sorted[index];
    if (time === undefined) throw new Error('Unexpected absence of times, expected at least one');
    return time;
  };
  const half = (sorted.length - 1) / 2;
  return {
    median: round((at(Math.floor(half)) + at(Math.ceil(half))) / 2),
    p95: round(at(Math.ceil(sorted.length * 0.95) - 1)),
  };
}

/** Timers of browsers are no finer. */
function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}

/**
 * The queries with whole places, `p7-2 → abc-2020-1/p7-2`: of the policy asked about, where it is one. `all` are the
 * policies of the library, `unpaged` the places that have no page and are found on that of the whole text: its letterhead
 * stands for the policy. What cannot be placed is `unknown`.
 */
export function inPolicy(
  queries: readonly Query[],
  all: readonly string[],
  asked: readonly string[],
  unpaged: ReadonlySet<string> = new Set(),
): { asked: Query[]; unknown: string[] } {
  const [policy] = asked;
  const unknown = new Set<string>();
  const placed = (id: string) => {
    if (id.includes('/') || all.includes(id)) return id;
    if (asked.length === 1) return `${policy}/${id}`;
    unknown.add(id);
    return id;
  };
  const shownAt = (place: string) => (unpaged.has(place) ? (place.split('/')[0] ?? '') : place);
  const relevant = (query: Query) => {
    const grades: Query['relevant'] = {};
    for (const [id, grade] of Object.entries(query.relevant)) {
      const place = shownAt(placed(id));
      if (grade > (grades[place] ?? -1)) grades[place] = grade;
    }
    return grades;
  };
  return {
    asked: queries.map((query) => ({ ...query, relevant: relevant(query) })),
    unknown: [...unknown],
  };
}

/** What a page counts as: `/abc-2020-1/p7-2.html → abc-2020-1/p7-2`, `/abc-2020-1.html → abc-2020-1`; other pages are no hit. */
export function hitOf(path: string, policies: readonly string[]): string | null {
  const [, folder, clause] = /^\/([^/]+)(?:\/([^/]+))?\.html$/u.exec(path) ?? [];
  if (!folder || !policies.includes(folder)) return null;
  return clause ? `${folder}/${clause}` : folder;
}
