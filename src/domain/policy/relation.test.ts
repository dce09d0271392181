import { expect, test } from 'vitest';
import { documentNamed } from './relation.ts';

const held = [
  { id: 'a', title: '某办法', number: '某〔2010〕1号' },
  { id: 'b', title: '某办法', number: '某〔2020〕2号' },
  { id: 'c', title: '某市 规定', number: '' },
];

test.each([
  ['a number tells two of one title apart', { title: '某办法', number: '某〔2020〕2号' }, 'b'],
  ['another number is another document', { title: '某办法', number: '某〔2015〕3号' }, undefined],
  [
    'a title alone of several of that title is none of them',
    { title: '某办法', number: '' },
    undefined,
  ],
  ['a title alone is the one of that title', { title: '某市规定', number: '' }, 'c'],
  [
    'a document without a number goes by its title, blanks aside',
    { title: '某市规定', number: '某1号' },
    'c',
  ],
  ['a part of a title is no title', { title: '办法', number: '' }, undefined],
])('%s', (_, name, id) => {
  expect(documentNamed(name, held)?.id).toBe(id);
});

test('a number goes before a title, wherever it stands among those held', () => {
  const unnumbered = { id: 'd', title: '某办法', number: '' };
  const both = [unnumbered, ...held];
  expect(documentNamed({ title: '某办法', number: '某〔2020〕2号' }, both)?.id).toBe('b');
  expect(documentNamed({ title: '某办法', number: '' }, both)?.id).toBe('d');
  expect(
    documentNamed({ title: '某办法', number: '' }, [...both, { ...unnumbered, id: 'e' }]),
  ).toBeUndefined();
});
