import { AUDIENCE_NAMES, AUDIENCES, type Audience } from '../domain/audience.ts';
import { getDefaultPolicy, type SiteClause, type SitePolicy } from './policy.ts';
import { getSelfcheck } from './selfcheck.ts';

/** A page that gathers clauses under a title. */
interface Gathering {
  policy: SitePolicy;
  title: string;
  summary: string;
  clauses: SiteClause[];
  /** Whether the reader may be after any clause of the policy. */
  everything?: boolean;
  /** Topics of the self-check for these readers. */
  checks?: { id: string; title: string }[];
}

const SUMMARIES: Record<Audience, string> = {
  talent:
    '写到引进人才、培育人才、来工作、离岗创业和职称的条款。点开看原文、说明和没有写明的事项。',
  employer: '写到用人单位引才、用才、培养人才和设立平台的条款。点开看原文、说明和没有写明的事项。',
  staff:
    '查到一个条款，把它的原文、引文写法和固定网址发给来问的人。下面先列写到各级政府、部门和工作机制的条款，再列全部条款。',
};

/** The pages of the three readers: for each, the clauses that concern them. */
export async function getAudiencePaths() {
  const policy = await getDefaultPolicy();
  const check = await getSelfcheck(policy);
  return AUDIENCES.map((audience) => ({
    params: { audience },
    props: {
      policy,
      title: AUDIENCE_NAMES[audience],
      summary: SUMMARIES[audience],
      clauses: policy.clauses.filter((c) => c.words?.concerns.includes(audience)),
      everything: audience === 'staff',
      checks: check?.topics.filter((topic) => topic.audience === audience) ?? [],
    } satisfies Gathering,
  }));
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
