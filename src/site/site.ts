import { getEntry } from 'astro:content';
import type { SiteData } from '../content/schemas/site.ts';
import { dataById } from './collections.ts';
import { onceInBuild } from './once-in-build.ts';

/** `content/site.yml`, and what the site has to offer. */
export interface Site extends SiteData {
  /** Whether the policy that the site opens with has a self-check to lead to. */
  selfcheck: boolean;
}

/** The site's settings. Every page asks for them. */
export const getSite = onceInBuild(async (): Promise<Site> => {
  const entry = await getEntry('site', 'site');
  if (!entry) throw new Error('Unexpected end of content, expected content/site.yml');
  const { data } = entry;
  return { ...data, selfcheck: (await dataById('facts')).has(data.defaultPolicy) };
});
