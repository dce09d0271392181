import { getDefaultPolicy, type SiteClause, type SitePolicy } from './policy.ts';
import { getSelfcheck } from './selfcheck.ts';

/** A page that gathers clauses under a title. */
interface Gathering {
  policy: SitePolicy;
  title: string;
  summary: string;
  clauses: SiteClause[];
  /** Topics of the self-check for these readers. */
  checks?: { id: string; title: string }[];
}

/** The page of each topic. */
export async function getTopicPaths() {
  const policy = await getDefaultPolicy();
  const check = await getSelfcheck(policy);
  return policy.topics.map(({ id, title, summary }) => ({
    params: { topic: id },
    props: {
      policy,
      title,
      summary,
      clauses: policy.clauses.filter((c) => c.words?.topics.includes(id)),
      checks: check?.topics.filter((topic) => topic.id === id) ?? [],
    } satisfies Gathering,
  }));
}
