import { z } from 'astro/zod';
import { answersOfSome, ordinal, slug, text } from './text.ts';

const filling = z.strictObject({ policy: slug, clause: slug, s: ordinal, quote: text });

/** `selfcheck/gaps.yml`: what the text does not say, each once. */
export const gapsSchema = z.record(
  slug,
  z.strictObject({
    title: text,
    text,
    leaves: z.array(answersOfSome).min(1).optional().describe('原文正好没有写明的，是怎样回答的人'),
    question: text
      .regex(/？$/u, '写成一句问话，以“？”结尾')
      .optional()
      .describe('带去问的话；没有可问的不写'),
    filled: z
      .array(filling)
      .min(1)
      .optional()
      .describe('由收录的哪份文件、哪一句写明了，照抄那一句'),
    everywhere: z
      .boolean({ error: '只能写 true 或 false' })
      .default(false)
      .describe('全文都没有写的事，各页折在一处'),
  }),
);

export type Gap = z.infer<typeof gapsSchema>[string];
