import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { contentFolder } from './content/read/folder.ts';
import { aboutSchema } from './content/schemas/about.ts';

/** Astro renders the one page that is written in Markdown; all other content is read by src/content. */
export const collections = {
  about: defineCollection({
    loader: glob({ base: `./${contentFolder()}`, pattern: 'about.mdx' }),
    schema: aboutSchema,
  }),
};
