import { z } from 'astro/zod';
import { ordinal, slug, text } from './text.ts';

const said = z.strictObject({
  text: text.describe('我们的回答，只说这几句写了什么、没有写什么'),
  clause: slug.describe('依据的条款；文件开头写 head，落款写 imprint'),
  s: z.array(ordinal).min(1, '至少写一句').describe('依据第几句'),
});

/** `answers.yml`: what people come to ask, in their words, and what the text says to it. The first ones stand on the home page. */
export const faqsSchema = z.array(
  z.strictObject({
    id: slug,
    audience: z.array(slug).min(1, '至少写一类对象'),
    question: text.regex(/？$/u, '写成一句问话，以“？”结尾'),
    also: z.array(text).default([]).describe('同一件事还会怎样问'),
    says: z.array(said).min(1, '至少写一项'),
    open: z.array(slug).default([]).describe('这一问里原文没有写明的'),
    see: z.array(slug).default([]).describe('还可以看哪些条款'),
    check: slug.optional().describe('接着自查的是哪一种人，selfcheck/people.yml 里的代号'),
  }),
);

export type FaqData = z.infer<typeof faqsSchema>[number];
