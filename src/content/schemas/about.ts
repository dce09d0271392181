import { z } from 'astro/zod';
import { text } from './text.ts';

/** The frontmatter of `content/about.mdx`. */
export const aboutSchema = z.strictObject({ title: text, description: text });
