import { z } from 'astro/zod';
import { ROLES } from '../../domain/policy/clause.ts';
import { RELATIONS } from '../../domain/policy/relation.ts';
import { EVENTS } from '../../domain/policy/status.ts';
import { day, optional, optionalDay, ordinal, slug, text } from './text.ts';

const join = z.strictObject({ line: ordinal, reason: text });
const SAID = ['clause', ...ROLES.filter((role) => role !== 'heading')] as const;
const role = z.strictObject({
  line: ordinal,
  role: z.enum(SAID, { error: `只能写 ${SAID.join('、')} 之一` }),
  reason: text,
});
const printed = z.strictObject({ line: ordinal, reason: text });
const oneOf = <T extends readonly string[]>(names: T) =>
  z.enum(names, { error: `只能写 ${names.join('、')} 之一` });
/** Another document: its title, and its number where it has one. */
const named = { title: text, number: optional.trim().default('') };
const event = z
  .strictObject({
    date: day,
    is: oneOf(EVENTS),
    by: z.strictObject(named).optional().describe('由哪份文件修改、废止、代替'),
    source: text.describe('写在哪里'),
    checked: day.describe('哪一天核对过'),
  })
  .refine(({ is, by }) => !['amended', 'repealed', 'replaced'].includes(is) || by, {
    message: '写由哪份文件：by: { title: 标题, number: 文号 }，没有文号的只写标题',
    path: ['by'],
  });
/** Whom one may ask where nobody is named. */
export const ASK = '发文机关';
const relation = z.strictObject({
  is: oneOf(RELATIONS),
  ...named,
  shortTitle: text.optional().describe('原文里的简称'),
  clause: slug.optional().describe('写在本文件哪一条'),
  s: ordinal.optional(),
});

/** `policy.yml`: what the document is, and what the splitter cannot know by itself. */
const policy = z.strictObject({
  title: text,
  /** What is left out is the title. */
  shortTitle: text.optional(),
  /** The number, who issued it, and when: what is left out is read from the text; what is not there is not spoken of. */
  number: optional.trim().optional(),
  issuer: optional.trim().default(''),
  issued: optionalDay.default(''),
  /** Whom one may ask. */
  ask: text.default(ASK),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u, '要写 source.txt 的 sha256：64 个小写十六进制字符'),
  /** What is known of its being in force, dated and sourced; nothing is inferred. */
  events: z.array(event).default([]),
  /** How it stands to other documents, as its own text says. */
  relations: z.array(relation).default([]),
  /** The edition that this text is, by the day it was issued; left out where there is only one. */
  edition: optionalDay.default(''),
  /** The document that made this edition of the one before. */
  decision: z.strictObject(named).optional(),
  /** The edition by which words of ours were last read through; left out where nobody has since the one before. */
  reviewed: optionalDay.default(''),
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
