import { expect, test } from 'vitest';
import { Refusal } from '../reading.ts';
import { openCompoundFile } from './compound-file.ts';
import { makeCompoundFile } from './made-compound-file.ts';

const bytesOf = (length: number, seed = 1) =>
  Uint8Array.from({ length }, (_, i) => (i * seed) % 251);
const SMALL = { name: 'Small', bytes: bytesOf(1000) };
const LARGE = { name: 'Large', bytes: bytesOf(5000, 3) };
const SECTOR = 512;

const made = () => makeCompoundFile([SMALL, LARGE]);
/** Where the allocation table lies: it is the last sector. */
const tableAt = (file: Uint8Array) => file.length - SECTOR;
const openAll = (file: Uint8Array) => {
  const opened = openCompoundFile(file);
  return opened.names.map((name) => opened.stream(name)?.data);
};
const setNumber = (file: Uint8Array, at: number, value: number) => {
  new DataView(file.buffer).setUint32(at, value, true);
  return file;
};

test('streams are found by name, small ones and large ones, to the byte', () => {
  const file = openCompoundFile(made());
  expect(file.names).toEqual(['Small', 'Large']);
  expect(file.stream('Small')?.data).toEqual(SMALL.bytes);
  expect(file.stream('Large')?.data).toEqual(LARGE.bytes);
  expect(file.stream('Other')).toBe(null);
});
test('an empty stream is empty', () => {
  const file = openCompoundFile(makeCompoundFile([{ name: 'A', bytes: new Uint8Array() }]));
  expect(file.stream('A')?.length).toBe(0);
});
test('a cut file is refused', () => {
  const file = made();
  for (const size of [100, 600, 1500, file.length - 1]) {
    expect(() => openAll(file.slice(0, size))).toThrow(Refusal);
  }
});
test('a chain of sectors that loops, or leads outside, is refused', () => {
  for (let sector = 0; sector * SECTOR < tableAt(made()) - SECTOR; sector++) {
    const at = tableAt(made()) + sector * 4;
    expect(() => openAll(setNumber(made(), at, sector)), `sector ${sector}`).toThrow(Refusal);
    expect(() => openAll(setNumber(made(), at, 5000)), `sector ${sector}`).toThrow(Refusal);
  }
});
test('a chain that ends too early is refused', () => {
  expect(() => openAll(setNumber(made(), tableAt(made()), 0xfffffffe))).toThrow(Refusal);
});
test('a directory whose entries loop is refused', () => {
  const file = made();
  const name = Buffer.from(file).indexOf(Buffer.from('Large', 'utf16le'));
  expect(() => openAll(setNumber(file, name + 72, 1))).toThrow(Refusal);
});
test('a stream longer than the file is refused', () => {
  const file = made();
  const name = Buffer.from(file).indexOf(Buffer.from('Large', 'utf16le'));
  expect(() => openAll(setNumber(file, name + 120, 0x7fffffff))).toThrow(Refusal);
});
test('a list of allocation tables that loops, or is longer than the file, is refused', () => {
  const looped = setNumber(made(), 0x44, 0);
  expect(() => openAll(looped)).toThrow(Refusal);
  const file = made();
  for (let i = 0; i < 109; i++) setNumber(file, 0x4c + i * 4, tableAt(file) / SECTOR - 1);
  expect(() => openAll(file)).toThrow(Refusal);
});
test('the stream of an embedded object is not taken for the document’s', () => {
  const file = made();
  const name = Buffer.from(file).indexOf(Buffer.from('Small', 'utf16le'));
  file[name + 66] = 1;
  setNumber(file, name + 76, 2);
  setNumber(file, name + 72, 0xffffffff);
  expect(openCompoundFile(file).names).toEqual([]);
});
