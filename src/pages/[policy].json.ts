import type { APIRoute } from 'astro';
import { getLibrary } from '../site/load.ts';
import { policyTree } from '../site/policy-json.ts';

export const getStaticPaths = () =>
  getLibrary().policies.map((policy) => ({ params: { policy: policy.id }, props: { policy } }));

/** The whole tree for programs. */
export const GET: APIRoute = ({ props }) =>
  Response.json(policyTree(getLibrary(), props['policy']));
