import { editionDay } from '../content/read/editions.ts';
import { documentNamed } from '../domain/policy/relation.ts';
import type { DocumentName } from '../domain/policy/status.ts';
import type { CitationInText } from '../domain/relations/citation-in-text.ts';
import { citedBy } from '../domain/relations/cited-by.ts';
import { HeldDocuments } from '../domain/relations/held-documents.ts';
import { readCitations } from '../domain/relations/read-citations.ts';
import { clauseHref, policyHref } from '../routes.ts';
import { clauseNow } from './editions.ts';
import type { SiteClause, SitePolicy } from './policy.ts';

/** Characters of a sentence that cite a place of a document held. */
export interface SiteCitation {
  n: number;
  from: number;
  to: number;
  href: string;
}

/** A sentence that cites. */
export interface CitedFrom {
  policy: SitePolicy;
  clause: SiteClause;
  n: number;
}

/** What the texts of a library cite. */
export interface SiteCitations {
  /** By policy, then by clause. */
  links: ReadonlyMap<string, ReadonlyMap<string, readonly SiteCitation[]>>;
  /** By what is cited: who does; of a whole document by its id, of a clause by `citedKey`. */
  from: ReadonlyMap<string, readonly CitedFrom[]>;
  /** Documents that a policy cites and the library does not hold, by policy, each once. */
  notHeld: ReadonlyMap<string, readonly DocumentName[]>;
}

/** `abc-2020-1/p7` */
export function citedKey(policy: string, clause: string): string {
  return `${policy}/${clause}`;
}

/**
 * Reads what each policy cites. An edition is held like a document, so that what cites the numbers of its time is
 * understood; the link leads to where the same stands now, but from the decision that changed it.
 */
export function citationsOf(policies: readonly SitePolicy[]): SiteCitations {
  const texts = new Map<string, SitePolicy>();
  for (const policy of policies) {
    texts.set(policy.id, policy);
    if (policy.editions.length > 1)
      for (const { text, shown } of policy.editions) if (!shown) texts.set(text.id, text);
  }
  const held = new HeldDocuments([...texts.values()].map(asHeld));
  const read = policies.map((policy) => ({
    policy,
    id: policy.id,
    citations: readCitations(asHeld(policy), held).filter(({ clause }) => isLaw(policy, clause)),
  }));
  const nowOf = (id: string, clause: string): [SitePolicy, string] | null => {
    const text = texts.get(id);
    const { edition } = text ?? {};
    if (!text || !edition) return text ? [text, clause] : null;
    const now = clauseNow(edition.policy, edition.date, clause);
    const [first] = now?.clauses ?? [];
    // Until the one shown applies, its addresses may hold something else under that number.
    return now && first ? [now.edition.shown ? edition.policy : now.edition.text, first.id] : null;
  };
  const links = new Map(
    read.map(({ policy, citations }) => [
      policy.id,
      Map.groupBy(
        citations.flatMap((citation) => {
          const href = hrefOf(citation, policy, texts, nowOf);
          const { clause, n, from, to } = citation;
          return href ? { clause, n, from, to, href } : [];
        }),
        ({ clause }) => clause,
      ),
    ]),
  );
  const from = new Map<string, CitedFrom[]>();
  for (const [id, { document, clauses }] of citedBy(read)) {
    const add = (key: string, citing: typeof document) => {
      const all = citing.flatMap((one) => {
        const policy = texts.get(one.document);
        const clause = policy?.clauses.find((c) => c.id === one.clause);
        return policy && clause ? { policy, clause, n: one.n } : [];
      });
      from.set(key, [...(from.get(key) ?? []), ...all]);
    };
    add(texts.get(id)?.edition?.policy.id ?? id, document);
    for (const [clause, citing] of clauses) {
      const now = nowOf(id, clause);
      if (now) add(citedKey(now[0].id, now[1]), citing);
    }
  }
  const notHeld = new Map(
    read.map(({ policy, citations }) => [policy.id, stubsIn(citations, policy)]),
  );
  return { links, from, notHeld };
}

function asHeld(text: SitePolicy) {
  const { id, title, number, data, edition, clauses } = text;
  const policy = edition?.policy ?? text;
  const date = edition?.date ?? editionDay(data);
  const issued = firstIssued(policy);
  return {
    id,
    title,
    number,
    clauses,
    policy: policy.id,
    ...(date ? { date } : {}),
    ...(issued ? { issued } : {}),
  };
}

/** The day on which any text of a document was issued first, as far as anything says it. */
function firstIssued({ data, editions }: SitePolicy): string | undefined {
  const days = [
    data.issued,
    ...data.events.flatMap(({ is, date }) => (is === 'issued' ? date : [])),
    ...editions.map(({ date }) => date),
  ];
  return days.filter(Boolean).sort()[0];
}

function isLaw({ clauses }: SitePolicy, id: string): boolean {
  const kind = clauses.find((clause) => clause.id === id)?.kind;
  return kind !== undefined && kind !== 'head' && kind !== 'imprint';
}

function hrefOf(
  { target, clause: own }: CitationInText,
  citing: SitePolicy,
  texts: ReadonlyMap<string, SitePolicy>,
  nowOf: (id: string, clause: string) => [SitePolicy, string] | null,
): string | null {
  if (target.is === 'stub') return null;
  const [first] = target.clauses;
  if (target.is === 'own') return first && first !== own ? clauseHref(citing.id, first) : null;
  const text = texts.get(target.document);
  if (!text) return null;
  const { edition } = text;
  if (!first) return policyHref(edition?.policy.id ?? text.id);
  const amends = citing.data.relations.some(
    (relation) => relation.is === 'amends' && documentNamed(relation, [text]),
  );
  if (edition && amends) return clauseHref(text.id, first);
  const now = nowOf(target.document, first);
  return now ? clauseHref(now[0].id, now[1]) : null;
}

function stubsIn(citations: readonly CitationInText[], { title: own }: SitePolicy): DocumentName[] {
  const names = citations.flatMap(({ target }) =>
    target.is === 'stub' && (target.title || target.number) && target.title !== own
      ? { title: target.title ?? '', number: target.number ?? '' }
      : [],
  );
  return [...new Map(names.map((name) => [name.number || name.title, name])).values()];
}
