import { type CollectionEntry, type CollectionKey, getCollection } from 'astro:content';

/** What a collection holds, by id. Astro warns of every entry asked for by id that is not there; this does not. */
export async function dataById<C extends CollectionKey>(
  name: C,
): Promise<Map<string, CollectionEntry<C>['data']>> {
  return new Map((await getCollection(name)).map(({ id, data }) => [id, data]));
}
