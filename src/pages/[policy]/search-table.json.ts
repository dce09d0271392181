import type { APIRoute } from 'astro';
import { getLibrary } from '../../site/load.ts';
import { searchTable } from '../../site/search-words.ts';

export const getStaticPaths = () =>
  getLibrary().policies.map((policy) => ({ params: { policy: policy.id }, props: { policy } }));

/** What search knows of a policy beforehand; asked for when somebody searches. */
export const GET: APIRoute = ({ props }) => Response.json(searchTable(props['policy']));
