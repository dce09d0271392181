import { expect, test } from 'vitest';
import { Refusal } from '../../../src/intake/reading.ts';
import { readApart } from './read-apart.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const silent = () => {};

test('what is read in the thread comes back whole', async () => {
  const { lines, characters } = await readApart('txt', utf8('一、甲。\n'), silent);
  expect(lines.map(({ place }) => place)).toEqual(['第1行']);
  expect(characters).toBe(4);
});

test('a refusal there is a refusal here', async () => {
  await expect(readApart('txt', utf8(' \n'), silent)).rejects.toThrow(Refusal);
});

test('a file that is not read in time is refused', async () => {
  const slow = readApart('html', utf8('<p>甲。</p>'.repeat(100_000)), silent, 0.01);
  await expect(slow).rejects.toThrow(Refusal);
  await expect(slow).rejects.toThrow('停下了');
});
