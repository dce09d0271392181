import { expect, test } from 'vitest';
import { cutAtFirstUses } from './first-uses.ts';

/** Pieces as text, words in brackets. */
const cut = (texts: string[], words: string[]) =>
  cutAtFirstUses(texts, words).map((pieces) =>
    pieces.map(({ text, word }) => (word === null ? text : `[${text}]`)).join(''),
  );

test('a word is marked where it is first used, over all texts', () => {
  expect(cut(['说甲和甲', '甲和乙'], ['甲', '乙'])).toEqual(['说[甲]和甲', '甲和[乙]']);
});

test('where words overlap the longest has the place, and the other its next use', () => {
  expect(cut(['甲乙丙，甲乙', '丙'], ['甲乙', '甲乙丙', '丙'])).toEqual([
    '[甲乙丙]，[甲乙]',
    '[丙]',
  ]);
  expect(cut(['甲乙丙丁'], ['甲乙', '乙丙丁'])).toEqual(['甲[乙丙丁]']);
});

test('a word inside a longer one that was marked before is no use of it', () => {
  expect(cut(['甲乙和甲乙'], ['甲', '甲乙'])).toEqual(['[甲乙]和甲乙']);
});

test('the pieces put together are the text, and an empty text has none', () => {
  const texts = ['甲乙丙甲', '', ' 乙 '];
  const pieces = cutAtFirstUses(texts, ['乙', '甲', '没有']);
  expect(pieces.map((own) => own.map(({ text }) => text).join(''))).toEqual(texts);
  expect(pieces[1]).toEqual([]);
});
