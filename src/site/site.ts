import { getEntry } from 'astro:content';
import type { SiteData } from '../schemas/site.ts';
import { onceInBuild } from './once-in-build.ts';

/** `content/site.yml`. */
export type Site = SiteData;

/** The site's settings. Every page asks for them. */
export const getSite = onceInBuild(async (): Promise<Site> => {
  const entry = await getEntry('site', 'site');
  if (!entry) throw new Error('Unexpected end of content, expected content/site.yml');
  return entry.data;
});
