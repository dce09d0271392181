import { z } from 'astro/zod';
import { answersOfSome, slug, text } from './text.ts';

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
    everywhere: z
      .boolean({ error: '只能写 true 或 false' })
      .default(false)
      .describe('全文都没有写的事，各页折在一处'),
  }),
);

export type Gap = z.infer<typeof gapsSchema>[string];
