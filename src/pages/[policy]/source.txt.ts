import type { APIRoute } from 'astro';
import { getPolicies } from '../../site/policy.ts';

export async function getStaticPaths() {
  return (await getPolicies()).map(({ id, source }) => ({
    params: { policy: id },
    props: { source },
  }));
}

/** The text as received, byte for byte. */
export const GET: APIRoute = ({ props }) => new Response(props.source);
