import { z } from 'astro/zod';
import { slug, text } from './text.ts';

/** `topics.yml`: what people come for, each gathering clauses. */
export const topicsSchema = z.array(z.strictObject({ id: slug, title: text, summary: text }));

export type Topic = z.infer<typeof topicsSchema>[number];
