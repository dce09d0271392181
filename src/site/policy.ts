import { getCollection, getEntry } from 'astro:content';
import { type Citable, formatPlace, formatShort } from '../domain/policy/citation.ts';
import type { Clause } from '../domain/policy/clause.ts';
import { splitPolicy } from '../domain/policy/split.ts';
import type { ClauseData } from '../schemas/clause.ts';
import type { Gap } from '../schemas/gaps.ts';
import type { PolicyData } from '../schemas/policy.ts';
import type { Term } from '../schemas/terms.ts';
import type { Topic } from '../schemas/topics.ts';
import { getSite } from './site.ts';

/** A clause with what the site says beside it. */
export interface SiteClause extends Clause {
  /** `三（四）` */
  short: string;
  /** `第三部分第（四）项` */
  place: string;
  /** What editors say of it; `null` where nobody has written yet. */
  words: ClauseData | null;
}

/** A policy as pages need it. */
export interface SitePolicy extends Citable {
  data: PolicyData;
  /** The text as received. */
  source: string;
  clauses: SiteClause[];
  topics: Topic[];
  terms: Term[];
  gaps: Record<string, Gap>;
}

const sources = import.meta.glob<string>('/content/policies/*/source.txt', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Every policy of the site, its text split and joined with what editors wrote. Made once in a build. */
export const getPolicies = onceInBuild(async (): Promise<SitePolicy[]> => {
  const words = new Map((await getCollection('clauses')).map(({ id, data }) => [id, data]));
  const entries = await getCollection('policies');
  return Promise.all(entries.map(({ id, data }) => readPolicy(id, data, words)));
});

async function readPolicy(
  id: string,
  data: PolicyData,
  words: ReadonlyMap<string, ClauseData>,
): Promise<SitePolicy> {
  const source = sources[`/content/policies/${id}/source.txt`] ?? '';
  const { clauses } = splitPolicy(source, data);
  const [topics, terms, gaps] = await Promise.all([
    getEntry('topics', id),
    getEntry('terms', id),
    getEntry('gaps', id),
  ]);
  const citable = { id, title: data.title, number: data.number, clauses };
  return {
    ...citable,
    data,
    source,
    clauses: clauses.map((clause) => ({
      ...clause,
      short: formatShort(citable, clause.id),
      place: formatPlace(citable, clause.id),
      words: words.get(`${id}/${clause.id}`) ?? null,
    })),
    topics: topics?.data ?? [],
    terms: terms?.data ?? [],
    gaps: gaps?.data ?? {},
  };
}

/** The policy the home page and the readers' pages speak of. */
export async function getDefaultPolicy(): Promise<SitePolicy> {
  const { defaultPolicy } = await getSite();
  const policy = (await getPolicies()).find(({ id }) => id === defaultPolicy);
  if (!policy)
    throw new Error(
      `Unexpected defaultPolicy "${defaultPolicy}", expected a folder of content/policies`,
    );
  return policy;
}

/** In a build content does not change; under `astro dev` it is read afresh each time. */
export function onceInBuild<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    if (import.meta.env.DEV) return make();
    made ??= make();
    return made;
  };
}
