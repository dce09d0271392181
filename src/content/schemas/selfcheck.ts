import { z } from 'astro/zod';
import { STATUSES } from '../../domain/selfcheck/rules.ts';
import { answerSlug, answersOfSome, condition, ordinal, slug, text } from './text.ts';

/** How strongly the text speaks, by the kind of its word. */
const STRENGTHS = [
  'must',
  'entitle',
  'may',
  'permit',
  'encourage',
  'assist',
  'plan',
  'scope',
] as const;

const asked = {
  question: text.describe('用被问的人的话'),
  help: text.optional(),
  answers: z.record(answerSlug, text),
};

/** `facts.yml` beside `policies/`: what several policies ask alike. Each says itself which of its sentences asks for it. */
export const sharedFactsSchema = z.record(slug, z.strictObject(asked));

export type SharedFacts = z.infer<typeof sharedFactsSchema>;

/** `selfcheck/facts.yml`: what is asked, once each; a fact that policies share has its question and answers there. */
export const factsSchema = z.record(
  slug,
  z.strictObject({
    ...z.object(asked).partial().shape,
    clause: slug,
    s: ordinal,
    quote: text.describe('让我们问这件事的原文'),
    gap: slug.optional(),
  }),
);

/** `judgements.yml`: what somebody has to judge while the text does not say how. Never asked. */
export const judgementsSchema = z.record(
  slug,
  z.strictObject({
    word: text.describe('原文里的词'),
    also: z.array(text).optional().describe('问的时候也不能用的词'),
    made: answersOfSome.optional().describe('说明已经认定过的回答'),
    gap: slug.optional(),
  }),
);

const line = z.strictObject({
  is: z.enum(STATUSES, { error: '只能写 no、silent、maybe、met' }),
  when: condition.optional(),
  gaps: z.array(slug).optional(),
  note: text.optional(),
});

/** `outcomes.yml`: what the text offers, asks or says, each with its decision table. */
export const outcomesSchema = z.record(
  slug,
  z
    .strictObject({
      title: text,
      concerns: z.array(slug).min(1),
      clause: slug,
      quote: text,
      marker: text,
      strength: z.enum(STRENGTHS),
      who: z.array(text).default([]),
      by: z.array(text).default([]),
      condition: text.optional(),
      bearer: z
        .strictObject({ name: text, group: text.describe('“职责”一页放在哪个标题下') })
        .optional(),
      gaps: z.array(slug).default([]),
      note: text.optional(),
      judged: z.record(slug, text).optional(),
      aside: z.record(slug, text).optional(),
      status: z.enum(['silent', 'none']).optional(),
      cases: z.array(line).min(1).optional(),
    })
    .refine(({ status, cases }) => (status === undefined) !== (cases === undefined), {
      message: '写 cases（一张判断表）或者 status: silent / none，两者写一个',
    })
    .refine(({ status, note }) => status !== 'silent' || note !== undefined, {
      message: '没有判断表的，用 note 照原文的用词说明为什么没有写明',
      path: ['status'],
    }),
);

/** `ledger.yml`: sentences that no outcome quotes, each with the reason why it decides nothing. */
export const ledgerSchema = z.array(z.strictObject({ clause: slug, s: ordinal, reason: text }));

const person = z.strictObject({
  title: text.describe('怎样称呼这一种人'),
  audience: slug,
  intro: text,
  given: condition.default({}).describe('选了这一种人就已经说了的事'),
  unasked: z.array(slug).default([]).describe('结论要看、这里有意不问的事'),
  questions: z
    .array(
      z.strictObject({
        fact: slug,
        question: text.optional().describe('facts.yml 的问法不是被问的人的话时，换成他的话'),
        help: text.optional(),
        when: condition.optional(),
        merge: z
          .record(answerSlug, z.strictObject({ label: text, answers: z.array(answerSlug).min(2) }))
          .default({}),
      }),
    )
    .min(1),
  outcomes: z.array(slug).min(1),
});

/** `people.yml`: who asks, in the order in which they are listed; of each what is asked, and what is shown. */
export const peopleSchema = z.record(slug, person);

const persona = z.strictObject({
  id: text,
  story: text.optional(),
  facts: z.record(slug, answerSlug),
  expect: z
    .record(slug, z.enum(STATUSES, { error: '只能写 no、silent、maybe、met' }))
    .refine((statuses) => Object.keys(statuses).length > 0, '至少写一个结论应当是什么'),
  gaps: z.array(slug).default([]),
  mustNotSay: z.array(text).default([]),
  mustNotClaim: z.array(text).default([]),
  reason: text.optional(),
});

/** `personas.yml`: cases with their facts and what must come of them. */
export const personasSchema = z.array(persona);

/** A file of cases for `npm run -s eval:check`; what stands beside the cases is for its readers. */
export const personaFileSchema = z.looseObject({
  personas: z.array(persona).min(1, '至少写一个事例'),
});

const names = z.record(z.string(), z.unknown()).catch({});
const nothing = { id: null, facts: {}, expect: {}, gaps: [] };

/** The names in such a file, as far as they can be read, whatever else is wrong with it. */
export const personaNamesSchema = z.looseObject({
  personas: z
    .array(
      z
        .looseObject({
          id: z.string().nullable().catch(null),
          facts: names,
          expect: names,
          gaps: z.array(z.unknown()).catch([]),
        })
        .catch(nothing),
    )
    .catch([]),
});

/** `released.json`: what every result said in the last release; written by `npm run release`, never by hand. */
export const releasedSchema = z.record(z.string(), z.record(slug, text));

export type SelfcheckPerson = z.infer<typeof person>;
export type OutcomeData = z.infer<typeof outcomesSchema>[string];
