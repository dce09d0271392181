import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { aboutSchema } from './schemas/about.ts';
import { clauseSchema } from './schemas/clause.ts';
import { gapsSchema } from './schemas/gaps.ts';
import { policySchema } from './schemas/policy.ts';
import { siteSchema } from './schemas/site.ts';
import { termsSchema } from './schemas/terms.ts';
import { topicsSchema } from './schemas/topics.ts';

/** `prs-2018-156/clauses/p3-4.mdx → prs-2018-156/p3-4`, `prs-2018-156/policy.yml → prs-2018-156`. */
const idFromPath = ({ entry }: { entry: string }) => {
  const [policy = '', ...rest] = entry.replace(/\.\w+$/u, '').split('/');
  return rest[0] === 'clauses' ? `${policy}/${rest[1]}` : policy;
};
const inPolicies = (pattern: string) =>
  glob({ base: './content/policies', pattern, generateId: idFromPath });

export const collections = {
  site: defineCollection({
    loader: glob({ base: './content', pattern: 'site.yml' }),
    schema: siteSchema,
  }),
  about: defineCollection({
    loader: glob({ base: './content', pattern: 'about.mdx' }),
    schema: aboutSchema,
  }),
  policies: defineCollection({ loader: inPolicies('*/policy.yml'), schema: policySchema }),
  clauses: defineCollection({ loader: inPolicies('*/clauses/*.mdx'), schema: clauseSchema }),
  topics: defineCollection({ loader: inPolicies('*/topics.yml'), schema: topicsSchema }),
  terms: defineCollection({ loader: inPolicies('*/terms.yml'), schema: termsSchema }),
  gaps: defineCollection({ loader: inPolicies('*/selfcheck/gaps.yml'), schema: gapsSchema }),
};
