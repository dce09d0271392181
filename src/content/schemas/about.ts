import { z } from 'astro/zod';
import { text } from './text.ts';

/** The frontmatter of `about.mdx`. */
export const aboutSchema = z.strictObject({ title: text, description: text });

export type AboutData = z.infer<typeof aboutSchema>;
