import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseSums, SUMS, writeSums } from './sums.ts';

const folder = mkdtempSync(join(tmpdir(), 'sums-'));
afterAll(() => rmSync(folder, { recursive: true }));

// The SHA-256 of "abc" and of nothing, from FIPS 180-4.
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

test('every file is listed but the list itself, sorted by path, as sha256sum writes it', async () => {
  mkdirSync(join(folder, 'b'));
  writeFileSync(join(folder, 'b/说明.txt'), 'abc');
  writeFileSync(join(folder, 'a.html'), '');
  writeFileSync(join(folder, '.htaccess'), 'abc');
  await writeSums(folder);
  await writeSums(folder);
  expect(readFileSync(join(folder, SUMS), 'utf8')).toBe(
    `${ABC}  .htaccess\n${NOTHING}  a.html\n${ABC}  b/说明.txt\n`,
  );
});

test.each([
  [`${ABC}  a.html\n`, 'text mode'],
  [`${ABC} *a.html\r\n`, 'binary mode and CRLF, as Windows tools write it'],
])('%j is read: %s', (text) => {
  expect([...parseSums(text)]).toEqual([['a.html', ABC]]);
});

test.each([
  `${ABC}  ../a.html`,
  `${ABC}  a/../../b`,
  `${ABC}  /etc/passwd`,
  `${ABC}  C:/x`,
  `${ABC}  a\\b`,
  `${ABC} a.html`,
  `${ABC.slice(1)}  a.html`,
  '<!doctype html>',
])('%j is refused, not guessed at', (line) => {
  expect(() => parseSums(line)).toThrow(`Unexpected line 1 of ${SUMS}`);
});

test('an empty list is no list', () => {
  expect(() => parseSums('\n')).toThrow('Unexpected empty SHA256SUMS');
});
