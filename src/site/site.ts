import { getEntry } from 'astro:content';
import type { z } from 'astro/zod';
import type { siteSchema } from '../schemas/site.ts';

/** `content/site.yml`. */
export type Site = z.infer<typeof siteSchema>;

/** The site's settings. */
export async function getSite(): Promise<Site> {
  const entry = await getEntry('site', 'site');
  if (!entry) throw new Error('Unexpected end of content, expected content/site.yml');
  return entry.data;
}
