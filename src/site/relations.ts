import type { PolicyData } from '../content/schemas/policy.ts';
import { documentNamed, type RelationKind, UNDER } from '../domain/policy/relation.ts';
import type { SitePolicy } from './policy.ts';

/** What a document says of another. */
interface OwnRelation {
  said: PolicyData['relations'][number];
  /** The other document; none where the library does not hold it. */
  held: SitePolicy | undefined;
}

/** What another document of the library says of this one. */
interface OtherRelation {
  is: RelationKind;
  policy: SitePolicy;
  /** Where it says so. */
  clause: string | undefined;
  s: number | undefined;
}

/** How a document stands to others: what it says, and what they say. */
export interface SiteRelations {
  own: OwnRelation[];
  others: OtherRelation[];
}

/** How each policy stands to others, by its id. What one says stands with both. */
export function relationsOf(policies: readonly SitePolicy[]): Map<string, SiteRelations> {
  const all = new Map(policies.map(({ id }) => [id, { own: [], others: [] } as SiteRelations]));
  for (const policy of policies)
    for (const said of policy.data.relations) {
      const held = documentNamed(said, policies);
      all.get(policy.id)?.own.push({ said, held });
      if (held)
        all.get(held.id)?.others.push({ is: said.is, policy, clause: said.clause, s: said.s });
    }
  return all;
}

/** The policies held under which a policy stands, by what it says: its basis, what it implements or changes. */
export function standsUnder({ data }: SitePolicy, policies: readonly SitePolicy[]): SitePolicy[] {
  return data.relations.flatMap((said) =>
    UNDER.has(said.is) ? (documentNamed(said, policies) ?? []) : [],
  );
}
