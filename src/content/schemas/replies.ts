import { z } from 'astro/zod';
import { ordinal, slug, text } from './text.ts';

/** `replies.yml`: how a clause is passed on, by the way it is sent. */
export const repliesSchema = z.array(
  z.strictObject({
    id: slug,
    title: text,
    opening: text.optional(),
    each: z.array(text).min(1, '至少写一种'),
    closing: text.optional(),
    limit: ordinal.optional(),
  }),
);

export type Replies = z.infer<typeof repliesSchema>;
