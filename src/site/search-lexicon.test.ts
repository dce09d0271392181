import { expect, test } from 'vitest';
import { readContent } from '../content/read/content.ts';
import { readFolder } from '../content/read/folder.ts';
import { Lexicon } from '../domain/search/lexicon.ts';
import { makeLibrary } from './library.ts';
import { lexiconShards, lexiconTable } from './search-lexicon.ts';

const library = makeLibrary(readContent(readFolder('examples/library')));
const read = (words: string, lexicon = library.lexicon) => {
  const made = new Lexicon(lexiconTable({ ...library, lexicon }));
  for (const [shard, packed] of lexiconShards({ ...library, lexicon }).entries())
    made.add(shard, packed);
  return made.read(words).concepts;
};
const LEXICON = {
  words: { 某类: { '购房补贴、遛狗登记证': ['房补'], 产假: ['生娃假'] } },
  asking: {},
  empty: [],
};

test('of what texts write only what this library has, whole or in good part, goes along', () => {
  expect(read('房补', LEXICON)).toEqual([{ word: '房补', official: ['购房补贴'] }]);
});

test('a word of which the library has nothing is a word all the same', () => {
  expect(read('生娃假', LEXICON)).toEqual([{ word: '生娃假', official: [] }]);
});

test('the project’s lexicon speaks for the example, too, and without one there is none', () => {
  expect(read('产假')).toHaveLength(1);
  expect(lexiconTable({ ...library, lexicon: null })).toBeNull();
});
