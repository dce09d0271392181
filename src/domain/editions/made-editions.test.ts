import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumeral } from '../policy/numeral.ts';
import { splitPolicy } from '../policy/split.ts';
import type { Change, ChangeKind } from './change.ts';
import { compareEditions } from './compare.ts';
import { sentencesWent } from './sentences.ts';
import type { Unit } from './units.ts';

/** An article of a made-up edition: its words are drawn by its name, whatever number it has. */
interface Made {
  name: number;
  paragraphs: number;
  edited?: boolean;
}

const SIGNS = Array.from(
  '申请受理窗口提交材料审核部门收到工作作出决定补贴标准按照面积购房户籍居住缴纳社会保险费用单位个人弄虚假追回资金责任建设规划土地住宅交通环境卫生教育文化档案公开监督检查',
);

function wordsOf(name: number, paragraph: number): string {
  let seed = name * 7919 + paragraph * 104_729 + 17;
  const draw = () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return SIGNS[(seed >> 8) % SIGNS.length] ?? '';
  };
  const words = () => Array.from({ length: 9 }, draw).join('');
  return `${words()}，${words()}，${words()}。${words()}，${words()}。`;
}

function linesOf({ name, paragraphs, edited }: Made): string[] {
  const lines = Array.from({ length: paragraphs }, (_, n) => wordsOf(name, n));
  return edited
    ? lines.map((line, n) => (n === 0 ? line.replace('。', '，云泽市另有规定的除外。') : line))
    : lines;
}

function textOf(articles: readonly Made[]): string {
  const lines = articles.flatMap((article, at) => {
    const [first, ...rest] = linesOf(article);
    return [`第${formatNumeral(at + 1)}条　${first}`, ...rest];
  });
  return ['云泽市示例办法', ...lines].join('\n');
}

/** What is done to an edition, article by article. */
const STEP = fc.record({
  do: fc.constantFrom('keep', 'keep', 'keep', 'edit', 'remove', 'insert', 'move'),
  paragraphs: fc.integer({ min: 1, max: 3 }),
});
type Step = typeof STEP extends fc.Arbitrary<infer T> ? T : never;

/** Both editions; the last article stays, so that none is empty. At most one is moved, to the end. */
function editionsOf(steps: readonly Step[]): [old: Made[], next: Made[]] {
  const old: Made[] = [];
  const next: Made[] = [];
  const moved: Made[] = [];
  for (const [n, { do: step, paragraphs }] of steps.entries()) {
    const article = { name: n + 1, paragraphs };
    if (step === 'insert') next.push(article);
    else old.push(article);
    if (step === 'keep') next.push(article);
    if (step === 'edit') next.push({ ...article, edited: true });
    if (step === 'move') (moved.length === 0 ? moved : next).push(article);
  }
  const last = [8001, 8002, 8003].map((name) => ({ name, paragraphs: 1 }));
  return [
    [...old, ...last],
    [...next, ...last, ...moved],
  ];
}

const EDITIONS = fc.array(STEP, { minLength: 1, maxLength: 14 }).map(editionsOf);

/** What must be told of them, by how they were made. */
function expectedOf([old, next]: [Made[], Made[]]): string[] {
  const placesOf = (articles: readonly Made[]) =>
    new Map(
      articles.flatMap((article, at) =>
        linesOf(article).map(
          (text, n) =>
            [
              `${article.name}-${n}`,
              { id: n === 0 ? `t${at + 1}` : `t${at + 1}-k${n + 1}`, text },
            ] as const,
        ),
      ),
    );
  const [from, to] = [placesOf(old), placesOf(next)];
  const told = [...new Set([...from.keys(), ...to.keys()])].map((name) => {
    const [a, b] = [from.get(name), to.get(name)];
    if (!a) return `added  → ${b?.id}`;
    if (!b) return `removed ${a.id} → `;
    if (a.text !== b.text) return `changed ${a.id} → ${b.id}`;
    return a.id === b.id ? '' : `renumbered ${a.id} → ${b.id}`;
  });
  return told.filter(Boolean).sort();
}

function compare(old: string, next: string) {
  return compareEditions(splitPolicy(old).clauses, splitPolicy(next).clauses);
}

const MIRROR: Partial<Record<ChangeKind, ChangeKind>> = {
  added: 'removed',
  removed: 'added',
  split: 'merged',
  merged: 'split',
};

function told(changes: readonly Change[], mirrored = false): string[] {
  const ids = (units: readonly Unit[]) => units.map(({ clause }) => clause).join('+');
  return changes
    .map(({ kind, old, next }) =>
      mirrored
        ? `${MIRROR[kind] ?? kind} ${ids(next)} → ${ids(old)}`
        : `${kind} ${ids(old)} → ${ids(next)}`,
    )
    .sort();
}

/** Another form of a text: what width, blanks and quotes there are. */
function otherForm(text: string): string {
  return text
    .replaceAll('，', ',')
    .replaceAll('　', ' ')
    .replace(/。(?=.)/gu, '。 ')
    .replaceAll('市', '市\u200b');
}

describe('two made-up editions', () => {
  it('a text compared with itself has no changes', () => {
    fc.assert(
      fc.property(EDITIONS, ([old]) => {
        const { changes, unchanged } = compare(textOf(old), textOf(old));
        expect(changes).toEqual([]);
        expect(unchanged.length).toBe(old.reduce((sum, { paragraphs }) => sum + paragraphs, 0));
      }),
    );
  });

  it('a text in another form has changes of form only', () => {
    fc.assert(
      fc.property(EDITIONS, ([old]) => {
        const { changes } = compare(textOf(old), otherForm(textOf(old)));
        expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(['form']));
      }),
    );
  });

  it('what was put in, taken out, reworded, moved and renumbered is found as it was made', () => {
    fc.assert(
      fc.property(EDITIONS, (editions) => {
        const [old, next] = editions.map(textOf) as [string, string];
        expect(told(compare(old, next).changes)).toEqual(expectedOf(editions));
      }),
      { numRuns: 300 },
    );
  });

  it('read backwards what was added is removed, and what was split is merged', () => {
    fc.assert(
      fc.property(EDITIONS, (editions) => {
        const [old, next] = editions.map(textOf) as [string, string];
        expect(told(compare(next, old).changes, true)).toEqual(told(compare(old, next).changes));
      }),
    );
  });

  it('each clause of either edition is in the history, and both sides say the same of it', () => {
    fc.assert(
      fc.property(EDITIONS, (editions) => {
        const [old, next] = editions.map((one) =>
          splitPolicy(textOf(one)).clauses.filter(({ id }) => id !== 'head'),
        );
        const { went, was } = compareEditions(old ?? [], next ?? []);
        expect([...went.keys()]).toEqual(old?.map(({ id }) => id));
        expect([...was.keys()]).toEqual(next?.map(({ id }) => id));
        for (const [id, others] of went)
          for (const other of others) expect(was.get(other)).toContain(id);
      }),
    );
  });

  it('each sentence of the old edition is somewhere in the new one, or removed', () => {
    fc.assert(
      fc.property(EDITIONS, (editions) => {
        const [old, next] = editions.map((one) => splitPolicy(textOf(one)).clauses);
        const went = sentencesWent(compareEditions(old ?? [], next ?? []));
        const all = (old ?? []).flatMap(({ id, paragraphs }) =>
          id === 'head'
            ? []
            : paragraphs.flatMap(({ sentences }) => sentences.map(({ n }) => `${id}#s${n}`)),
        );
        expect(new Set(went.keys())).toEqual(new Set(all));
      }),
    );
  });

  it('a thousand articles take well under a second', () => {
    const old = Array.from({ length: 1000 }, (_, n) => ({ name: n, paragraphs: 1 }));
    const next = old.map((article, n) => (n % 3 === 0 ? { ...article, edited: true } : article));
    const [a, b] = [old, next].map((one) => splitPolicy(textOf(one)).clauses);
    const before = performance.now();
    const { changes } = compareEditions(a ?? [], b ?? []);
    expect(performance.now() - before).toBeLessThan(3000);
    expect(changes.length).toBe(334);
  });
});
