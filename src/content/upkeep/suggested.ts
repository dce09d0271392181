import { formatPlace } from '../../domain/policy/citation.ts';
import { documentNamed } from '../../domain/policy/relation.ts';
import { HeldDocuments } from '../../domain/relations/held-documents.ts';
import {
  type SuggestedRelation,
  suggestRelations,
} from '../../domain/relations/suggest-relations.ts';
import { statusHref } from '../../routes.ts';
import type { Content } from '../read/content.ts';
import { editionDay } from '../read/editions.ts';
import type { Upkeep } from './upkeep.ts';

/** Relations that a document's own sentences speak of and its `policy.yml` does not say, each with the line to paste. */
export function suggested({ policies }: Content): Upkeep[] {
  const held = new HeldDocuments(
    policies.flatMap(({ policy, info }) => {
      const date = editionDay(info.data);
      return policy ? { ...policy, ...(date ? { date } : {}) } : [];
    }),
  );
  return policies.flatMap(({ id, policy, info }) => {
    if (!policy || !info.data) return [];
    const { relations } = info.data;
    const isSaid = ({ is, target }: SuggestedRelation) => {
      const named = relations.filter((one) =>
        documentNamed({ title: target.title ?? '', number: target.number ?? '' }, [one]),
      );
      // Who is said to be the basis or what is implemented is one and the same to most offices.
      return named.some((one) => one.is === is || FAMILY.has(one.is) === FAMILY.has(is));
    };
    const rows = suggestRelations(policy, held).filter((one) => one.is !== 'cites' && !isSaid(one));
    if (rows.length === 0) return [];
    return {
      kind: 'suggested' as const,
      policy: id,
      file: info.file,
      line: info.lineAt(['relations']),
      what: `原文的 ${rows.length} 句说到和别的文件的关系，relations 里没有写。`,
      todo: '看过那一句，是这样的，把下面的一行写进 relations；不是的，不用管。',
      href: statusHref(id),
      list: rows.map((one) => ({
        text: `${lineOf(one)}　${formatPlace(policy, one.clause)}：${one.quote.trim()}`,
      })),
    };
  });
}

const FAMILY: ReadonlySet<string> = new Set(['basis', 'implements', 'fills']);

/** As it is pasted: quoted where YAML would read something else. */
function lineOf({ is, target: { title, number }, clause, n }: SuggestedRelation): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const named = [
    `title: ${quoted(title ?? '')}`,
    ...(number ? [`number: ${quoted(number)}`] : []),
  ].join(', ');
  return `- { is: ${is}, ${named}, clause: ${clause}, s: ${n} }`;
}
