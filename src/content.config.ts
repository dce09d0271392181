import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { aboutSchema } from './content/schemas/about.ts';
import { aliasesSchema } from './content/schemas/aliases.ts';
import { asksSchema } from './content/schemas/asks.ts';
import { clauseSchema } from './content/schemas/clause.ts';
import { gapsSchema } from './content/schemas/gaps.ts';
import { policySchema } from './content/schemas/policy.ts';
import { repliesSchema } from './content/schemas/replies.ts';
import {
  factsSchema,
  judgementsSchema,
  ledgerSchema,
  outcomesSchema,
  personasSchema,
  releasedSchema,
  selfcheckTopicSchema,
} from './content/schemas/selfcheck.ts';
import { siteSchema } from './content/schemas/site.ts';
import { termsSchema } from './content/schemas/terms.ts';
import { topicsSchema } from './content/schemas/topics.ts';

/** One of many, `prs-2018-156/clauses/p3-4.mdx → prs-2018-156/p3-4`; the only one, `prs-2018-156/policy.yml → prs-2018-156`. */
const idFromPath = ({ entry }: { entry: string }) => {
  const [policy = '', ...rest] = entry.replace(/\.\w+$/u, '').split('/');
  const many = rest.at(-2) === 'clauses' || rest.at(-2) === 'topics';
  return many ? `${policy}/${rest.at(-1)}` : policy;
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
  aliases: defineCollection({
    loader: glob({ base: './content', pattern: 'aliases.yml' }),
    schema: aliasesSchema,
  }),
  policies: defineCollection({ loader: inPolicies('*/policy.yml'), schema: policySchema }),
  clauses: defineCollection({ loader: inPolicies('*/clauses/*.mdx'), schema: clauseSchema }),
  asks: defineCollection({ loader: inPolicies('*/asks.yml'), schema: asksSchema }),
  replies: defineCollection({ loader: inPolicies('*/replies.yml'), schema: repliesSchema }),
  topics: defineCollection({ loader: inPolicies('*/topics.yml'), schema: topicsSchema }),
  terms: defineCollection({ loader: inPolicies('*/terms.yml'), schema: termsSchema }),
  gaps: defineCollection({ loader: inPolicies('*/selfcheck/gaps.yml'), schema: gapsSchema }),
  facts: defineCollection({ loader: inPolicies('*/selfcheck/facts.yml'), schema: factsSchema }),
  judgements: defineCollection({
    loader: inPolicies('*/selfcheck/judgements.yml'),
    schema: judgementsSchema,
  }),
  outcomes: defineCollection({
    loader: inPolicies('*/selfcheck/outcomes.yml'),
    schema: outcomesSchema,
  }),
  ledger: defineCollection({ loader: inPolicies('*/selfcheck/ledger.yml'), schema: ledgerSchema }),
  personas: defineCollection({
    loader: inPolicies('*/selfcheck/personas.yml'),
    schema: personasSchema,
  }),
  released: defineCollection({
    loader: inPolicies('*/selfcheck/released.json'),
    schema: releasedSchema,
  }),
  checkTopics: defineCollection({
    loader: inPolicies('*/selfcheck/topics/*.yml'),
    schema: selfcheckTopicSchema,
  }),
};
