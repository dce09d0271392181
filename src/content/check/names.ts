import { formatPlace } from '../../domain/policy/citation.ts';
import { type Clause, hasPage } from '../../domain/policy/clause.ts';
import type { Advice, Problem, Section } from '../../domain/problem.ts';
import type { Policy } from '../read/policy.ts';
import type { YamlFile } from '../read/yaml-file.ts';

/** What clauses and terms may name; `null` where the list itself cannot be read, and nothing can be said. */
export interface Names {
  audiences: readonly string[] | null;
  topics: readonly string[] | null;
  gaps: readonly string[] | null;
  people: readonly string[] | null;
}

/** A name given to two entries of a list. */
export function repeatedIds(
  file: string,
  list: YamlFile<readonly { id: string }[]>,
  section: Section,
): Problem[] {
  const first = new Map<string, number>();
  return (list.data ?? []).flatMap(({ id }, index) => {
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, index);
      return [];
    }
    return {
      file,
      line: list.lineAt([index, 'id']),
      problem: `代号“${id}”用了两次，第一次在第 ${list.lineAt([before, 'id'])} 行。`,
      fix: '给其中一个换一个没有用过的代号。',
      section,
    };
  });
}

/** A name that a list does not have, with the one that may be meant. `known` is `null` while the list cannot be read. */
export function unknownName(
  name: string,
  known: readonly string[] | null,
  file: string,
): Advice | null {
  if (!known || known.includes(name)) return null;
  const near = nearest(name, known);
  return {
    problem: `${file} 里没有“${name}”。`,
    fix: `${near ? `改成 ${near}，或者` : ''}先在 ${file} 里加上“${name}”。`,
  };
}

/** A clause that has a page, by its id. */
export function pageOf(id: string, policy: Policy): Clause | undefined {
  return policy.clauses.find((clause) => clause.id === id && hasPage(clause));
}

/** A clause that the text does not have, with the one that may be meant. */
export function unknownClause(id: string, policy: Policy): Advice {
  const known = policy.clauses.filter(hasPage);
  const near = nearest(
    id,
    known.map((c) => c.id),
  );
  const label = near && `${near}（${formatPlace(policy, near)}）`;
  return {
    problem: `原文里没有条款“${id}”。`,
    fix: `改成原文里有的编号${label ? `，例如 ${label}` : ''}。`,
  };
}

/** The known name that begins most like a mistyped one. */
function nearest(name: string, known: readonly string[]): string | undefined {
  const shared = (other: string) => {
    let length = 0;
    while (length < name.length && name[length] === other[length]) length++;
    return length * 2 - Math.abs(name.length - other.length);
  };
  return [...known].sort((a, b) => shared(b) - shared(a))[0];
}
