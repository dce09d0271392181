import { z } from 'astro/zod';
import { answersOfSome, slug, text } from './text.ts';

/** `selfcheck/gaps.yml`: what the text does not say, each once. */
export const gapsSchema = z.record(
  slug,
  z.strictObject({
    title: text,
    text,
    leaves: z.array(answersOfSome).min(1).optional().describe('原文正好没有写明的，是怎样回答的人'),
    ask: z.boolean({ error: '只能写 true（可以询问）或 false' }),
  }),
);

export type Gap = z.infer<typeof gapsSchema>[string];
