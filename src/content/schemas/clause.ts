import { z } from 'astro/zod';
import { ordinal, slug, text } from './text.ts';

/** The frontmatter of `clauses/p7-2.mdx`; the text of the file is our plain words. */
export const clauseSchema = z.strictObject({
  concerns: z.array(slug).min(1, '至少写一种对象'),
  topics: z.array(slug).min(1, '至少写一个主题'),
  related: z.array(z.strictObject({ clause: slug, why: text })).default([]),
  quotes: z.array(z.strictObject({ s: ordinal, text })).default([]),
  open: z.array(slug).default([]),
});

export type ClauseData = z.infer<typeof clauseSchema>;
