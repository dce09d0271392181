import type { APIRoute } from 'astro';
import { getSearchTable } from '../site/search.ts';

/** What search knows beforehand; asked for when somebody searches. */
export const GET: APIRoute = async () => Response.json(await getSearchTable());
