import { getEntry } from 'astro:content';
import type { SiteData } from '../schemas/site.ts';

/** `content/site.yml`. */
export type Site = SiteData;

/** The site's settings. */
export async function getSite(): Promise<Site> {
  const entry = await getEntry('site', 'site');
  if (!entry) throw new Error('Unexpected end of content, expected content/site.yml');
  return entry.data;
}
