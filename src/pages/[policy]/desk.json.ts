import type { APIRoute } from 'astro';
import { deskTable } from '../../site/desk-table.ts';
import { getLibrary } from '../../site/load.ts';

export const getStaticPaths = () =>
  getLibrary().policies.map((policy) => ({ params: { policy: policy.id }, props: { policy } }));

/** What the desk knows of a policy. */
export const GET: APIRoute = ({ props }) => Response.json(deskTable(props['policy']));
