import { type Clause, sentencesOf } from '../../domain/policy/clause.ts';
import { foldLine } from '../../domain/policy/fold.ts';
import { documentNamed } from '../../domain/policy/relation.ts';
import type { DocumentName } from '../../domain/policy/status.ts';
import type { Advice, Problem } from '../../domain/problem.ts';
import type { Policy, PolicyFolder } from '../read/policy.ts';
import type { PolicyData } from '../schemas/policy.ts';
import { unknownClause } from './names.ts';
import { noSuchSentence } from './quote.ts';

type Relation = PolicyData['relations'][number];

/** Relations of `policy.yml` that the sentence they name does not bear out, or that lead to the document itself. */
export function checkRelations({ info, policy }: PolicyFolder): Problem[] {
  if (!policy) return [];
  return (info.data?.relations ?? []).flatMap((relation, i) => {
    const wrong = wrongIn(relation, policy);
    const line = info.lineAt(['relations', i, ...(relation.clause ? ['clause'] : [])]);
    return wrong ? { file: info.file, line, ...wrong, section: '文件的关系' as const } : [];
  });
}

function wrongIn(relation: Relation, policy: Policy): Advice | null {
  if (documentNamed(relation, [policy]))
    return {
      problem: '这里写的是本文件自己。',
      fix: '写另一份文件的标题和文号；标题一样的，一定要写 number。',
    };
  const { clause: id, s } = relation;
  if (!id) return null;
  const clause = policy.clauses.find((one) => one.id === id);
  if (!clause) return unknownClause(id, policy);
  if (s === undefined)
    return names(
      sentencesOf(clause)
        .map(({ text }) => text)
        .join(''),
      relation,
    )
      ? null
      : notNamed(relation, policy, clause);
  const sentence = sentencesOf(clause).find(({ n }) => n === s);
  if (!sentence) return noSuchSentence(clause, s);
  return names(sentence.text, relation) ? null : notNamed(relation, policy, clause);
}

/** Whether a sentence names a document, by its number, its title or what it is called for short. */
function names(text: string, { number, title, shortTitle = '' }: Relation): boolean {
  const folded = withoutMarks(text);
  return [number, title, shortTitle].some((name) => name && folded.includes(withoutMarks(name)));
}

/** Titles within titles change their marks: 《关于修改〈…〉的决定》. */
function withoutMarks(text: string): string {
  return foldLine(text).replace(/[《》〈〉<>“”"'‘’〔〕()]/gu, '');
}

function notNamed(relation: Relation, policy: Policy, clause: Clause): Advice {
  const found = policy.clauses
    .flatMap((one) => sentencesOf(one).map(({ n, text }) => ({ id: one.id, n, text })))
    .find(({ text }) => names(text, relation));
  return {
    problem: `${clause.id}${relation.s ? ` 第 ${relation.s} 句` : ''} 里没有写到“${relation.number || relation.title}”。`,
    fix: found
      ? `改成 clause: ${found.id} 和 s: ${found.n}。`
      : '照原文里的写标题和文号；原文没有写到的，删去这一项。',
  };
}

/** Documents that replace or repeal each other in a circle: one of them must be wrong. */
export function circlesOf(folders: readonly PolicyFolder[]): Problem[] {
  const held = folders.flatMap(({ policy }) => policy ?? []);
  const ends = new Map(
    folders.map(({ id, policy, info }) => {
      const { relations = [] } = info.data ?? {};
      const said: DocumentName[] = relations.filter(
        ({ is }) => is === 'replaces' || is === 'repeals',
      );
      // Who was ended by another says the same from the other side.
      const others = folders.filter(
        (other) =>
          policy &&
          other.info.data?.events.some(
            ({ is, by }) =>
              (is === 'replaced' || is === 'repealed') && by && documentNamed(by, [policy]),
          ),
      );
      return [
        id,
        [
          ...said.flatMap((one) => documentNamed(one, held)?.id ?? []),
          ...others.map((one) => one.id),
          // What ends itself is told where it says so.
        ].filter((other) => other !== id),
      ] as const;
    }),
  );
  const inCircle = folders.flatMap(({ id }) => {
    const path = pathBack(id, ends);
    return path ? [{ id, path }] : [];
  });
  const [first] = inCircle;
  if (!first) return [];
  const folder = folders.find(({ id }) => id === first.id);
  const names = first.path.map((id) => folders.find((one) => one.id === id)?.policy?.number || id);
  return [
    {
      file: folder?.info.file ?? first.id,
      line: folder?.info.lineAt(['relations']) ?? 1,
      problem: `这几份文件互相代替或者废止，绕成了一圈：${names.join(' → ')}。`,
      fix: '照各份文件的原文核对，删去写反了的一项。',
      section: '文件的关系',
    },
  ];
}

/** The way from a document over those it ends back to itself. */
function pathBack(from: string, ends: ReadonlyMap<string, readonly string[]>): string[] | null {
  const seen = new Set<string>();
  const walk = (id: string, path: string[]): string[] | null => {
    for (const next of ends.get(id) ?? []) {
      if (next === from) return [...path, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk(next, [...path, next]);
      if (found) return found;
    }
    return null;
  };
  return walk(from, [from]);
}
