import { z } from 'astro/zod';
import { ROLES } from '../../domain/policy/clause.ts';
import { day, optional, optionalDay, ordinal, slug, text } from './text.ts';

const join = z.strictObject({ line: ordinal, reason: text });
const SAID = ['clause', ...ROLES.filter((role) => role !== 'heading')] as const;
const role = z.strictObject({
  line: ordinal,
  role: z.enum(SAID, { error: `只能写 ${SAID.join('、')} 之一` }),
  reason: text,
});
const printed = z.strictObject({ line: ordinal, reason: text });
const basis = z.strictObject({ title: text, shortTitle: text, number: text });

/** `policy.yml`: what the document is, and what the splitter cannot know by itself. */
const policy = z.strictObject({
  title: text,
  /** What is left out is the title. */
  shortTitle: text.optional(),
  /** Empty where the document has none. */
  number: optional.trim().default(''),
  /** Who issued it, and when: what is left out is read from the text; what is not there is not spoken of. */
  issuer: optional.trim().default(''),
  issued: optionalDay.default(''),
  /** 试行 …; empty where nothing is to be said. */
  status: optional.trim().default(''),
  validity: optional.trim().default(''),
  /** The question of `answers.yml` whether it still applies. */
  validityAnswer: slug.optional(),
  /** Whom one may ask. */
  ask: text.default('发文机关'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u, '要写 source.txt 的 sha256：64 个小写十六进制字符'),
  repealed: z
    .strictObject({
      date: day,
      by: text.describe('哪份文件废止的'),
      source: text.describe('写在哪里'),
    })
    .optional(),
  basis: z.array(basis).default([]),
  joins: z.array(join).default([]),
  roles: z.array(role).default([]),
  printed: z.array(printed).default([]),
  labels: z.record(slug, text).default({}),
});

export const policySchema = policy.transform((data) => ({
  ...data,
  shortTitle: data.shortTitle ?? data.title,
}));

/** What of `policy.yml` the text cannot be split without; title and number stand in the text, too. */
export const hintsSchema = z.looseObject({
  ...policy.pick({ joins: true, roles: true, printed: true, labels: true }).shape,
  title: text.nullable().catch(null),
  number: text.nullable().catch(null),
});

export type PolicyData = z.infer<typeof policySchema>;
