import { expect, test } from 'vitest';
import { readContent } from '../read/content.ts';
import { checkLexicon } from './lexicon.ts';

/** What is told of a `lexicon.yml` with these words. */
function told(words: string): string[] {
  const text = `words:\n  某类:\n${words.replace(/^/gmu, '    ')}\nasking:\n  amount: 多少钱\nempty: 请问\n`;
  const content = readContent(new Map([['lexicon.yml', { text, sha256: '' }]]));
  return checkLexicon(content).map(({ line, problem }) => `${line} ${problem}`);
}

test('words that say one thing each pass, and so do two meanings that say so', () => {
  expect(told('返还、退还: 退钱 退回来\n缴纳: 交钱\n开业登记: ""')).toEqual([]);
  expect(told('失业金: 救济金*\n临时救助: 救济金*')).toEqual([]);
});

test('a word that leads two ways without saying so is told, at both of its lines', () => {
  expect(told('失业金: 救济金\n临时救助: 救济金')).toEqual([
    '3 “救济金”在“临时救助”那一行也有。',
    '4 “救济金”在“失业金”那一行也有。',
  ]);
});

test('a word said twice, a place, a document and a promise are told', () => {
  expect(told('返还: 退钱 退钱')).toEqual(['3 “退钱”在这一行里写了两次。']);
  expect(told('返还: p3-4')).toEqual(['3 “p3-4”只属于一份文件。']);
  expect(told('返还: 《某办法》')).toEqual(['3 “《某办法》”只属于一份文件。']);
  expect(told('返还: 包过')).toEqual(['3 “包过”是许诺。']);
});

test('a kind of statement that there is not is told with those that there are', () => {
  const text = 'words: {}\nasking:\n  price: 多少钱\nempty: 请问\n';
  const content = readContent(new Map([['lexicon.yml', { text, sha256: '' }]]));
  expect(checkLexicon(content)).toMatchObject([{ line: 3, file: 'lexicon.yml' }]);
});

test('a folder without a lexicon uses the project’s, which is not checked there', () => {
  const { lexicon } = readContent(new Map());
  expect(Object.keys(lexicon.data?.words ?? {}).length).toBeGreaterThan(5);
  expect(lexicon.problems).toEqual([]);
});

test('a way of asking that is a word of the lexicon, too, is told', () => {
  expect(told('费用: 多少钱')).toEqual(['5 “多少钱”已经写成“费用”的说法，读者说到它就不算在问。']);
});
