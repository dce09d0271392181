import type { APIRoute } from 'astro';
import { getLibrary } from '../../site/load.ts';
import { textsOf } from '../../site/pages.ts';

export const getStaticPaths = () =>
  textsOf(getLibrary()).map(({ id, source }) => ({ params: { policy: id }, props: { source } }));

/** The text as received, byte for byte. */
export const GET: APIRoute = ({ props }) => new Response(props['source']);
