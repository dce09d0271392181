import { getCollection } from 'astro:content';
import type { ClauseData } from '../content/schemas/clause.ts';
import type { Gap } from '../content/schemas/gaps.ts';
import type { PolicyData } from '../content/schemas/policy.ts';
import type { Term } from '../content/schemas/terms.ts';
import type { Topic } from '../content/schemas/topics.ts';
import {
  type Citable,
  formatOwnPlace,
  formatPlace,
  formatShort,
} from '../domain/policy/citation.ts';
import type { Clause } from '../domain/policy/clause.ts';
import { splitPolicy } from '../domain/policy/split.ts';
import { dataById } from './collections.ts';
import { onceInBuild } from './once-in-build.ts';
import { getSite } from './site.ts';

/** A clause with what the site says beside it. */
export interface SiteClause extends Clause {
  /** `三（四）` */
  short: string;
  /** `第三部分第（四）项` */
  place: string;
  /** Where its own sentences stand: `第五十二条第一款` where the article has several. */
  ownPlace: string;
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
  const [entries, words, topics, terms, gaps] = await Promise.all([
    getCollection('policies'),
    dataById('clauses'),
    dataById('topics'),
    dataById('terms'),
    dataById('gaps'),
  ]);
  return entries.map(({ id, data }) =>
    readPolicy(id, data, {
      words,
      topics: topics.get(id) ?? [],
      terms: terms.get(id) ?? [],
      gaps: gaps.get(id) ?? {},
    }),
  );
});

function readPolicy(
  id: string,
  data: PolicyData,
  {
    words,
    ...written
  }: Pick<SitePolicy, 'topics' | 'terms' | 'gaps'> & {
    words: ReadonlyMap<string, ClauseData>;
  },
): SitePolicy {
  const source = sources[`/content/policies/${id}/source.txt`] ?? '';
  const { clauses } = splitPolicy(source, data);
  const citable = { id, title: data.title, number: data.number, clauses };
  return {
    ...citable,
    data,
    source,
    clauses: clauses.map((clause) => ({
      ...clause,
      short: formatShort(citable, clause.id),
      place: formatPlace(citable, clause.id),
      ownPlace: formatOwnPlace(citable, clause.id),
      words: words.get(`${id}/${clause.id}`) ?? null,
    })),
    ...written,
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
