import type { APIRoute } from 'astro';
import { getPolicies } from '../site/policy.ts';
import { policyTree } from '../site/policy-json.ts';

export async function getStaticPaths() {
  return (await getPolicies()).map((policy) => ({
    params: { policy: policy.id },
    props: { policy },
  }));
}

/** The whole tree for programs. */
export const GET: APIRoute = ({ props }) => Response.json(policyTree(props.policy));
