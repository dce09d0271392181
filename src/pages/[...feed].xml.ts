import type { APIRoute } from 'astro';
import { formatAtom } from '../site/atom.ts';
import { feedsOf } from '../site/feeds.ts';
import { getLibrary } from '../site/load.ts';

/** Feeds hold full addresses, so there are none where the site does not know its own. */
export const getStaticPaths = () =>
  (import.meta.env.SITE ? feedsOf(getLibrary()) : []).map((feed) => ({
    params: { feed: feed.address.slice(1, -'.xml'.length) },
    props: { feed },
  }));

export const GET: APIRoute = ({ props, site = '' }) => {
  const { host, name } = getLibrary();
  return new Response(formatAtom(props['feed'], { site, author: host || name }), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
};
