import type { APIRoute } from 'astro';
import { getLibrary } from '../../site/load.ts';
import { lexiconShards } from '../../site/search-lexicon.ts';

export const getStaticPaths = () =>
  lexiconShards(getLibrary()).map((words, shard) => ({
    params: { shard: String(shard) },
    props: { words },
  }));

/** The words of the language that begin with some characters; asked for by questions that hold one. */
export const GET: APIRoute = ({ props }) => Response.json(props['words']);
