import { expect, test } from 'vitest';
import { TextSounds } from './text-sounds.ts';

const READ: Record<string, string[]> = {
  招: ['zhao'],
  办: ['ban'],
  聘: ['pin'],
  会: ['hui', 'kuai'],
  简: ['jian'],
  章: ['zhang'],
  劳: ['lao'],
  动: ['dong'],
  合: ['he'],
  同: ['tong'],
  登: ['deng'],
  记: ['ji'],
  计: ['ji'],
  失: ['shi'],
  业: ['ye'],
};
const reading = new Map(Object.entries(READ));
const sounds = new TextSounds(
  ['举办招聘会，发布招聘简章。', '签订劳动合同。', '办理失业登记，失业登记免费。'],
  reading,
  reading,
);

test('letters spell words of the text in full, with each reading of a character', () => {
  expect(sounds.spelt('zhaopinhui')).toEqual(['招聘会']);
  expect(sounds.spelt('shi ye deng ji')).toEqual(['失业登记']);
});

test('initials of three words or more do, and fewer are chance', () => {
  expect(sounds.spelt('ldht')).toEqual(['劳动合同']);
  expect(sounds.spelt('ld')).toEqual([]);
});

test('letters that spell nothing, and what are no letters, find nothing', () => {
  expect(sounds.spelt('wxyz')).toEqual([]);
  // It runs across two words.
  expect(sounds.spelt('banzhao')).toEqual([]);
  expect(sounds.spelt('招pin')).toEqual([]);
});

test('a wrong character that sounds alike, or that is not known, is taken for the one in the text', () => {
  expect(sounds.almost('失业登计', 3)).toContain('失业登记');
  expect(sounds.almost('招聘筒章', 2)).toContain('招聘简章');
});

test('one that sounds otherwise is not, and no character is wrong where none is odd', () => {
  expect(sounds.almost('失业登会', 3)).toEqual([]);
  expect(sounds.almost('失业登记', -1)).toEqual([]);
});
