import { expect, it } from 'vitest';
import { foldForm } from './fold-form.ts';

it.each([
  ['width', '（１）ＡＢ，', '(1)AB,'],
  ['blanks and what cannot be seen', '补贴　按 月\u200b发', '补贴按月发'],
  ['brackets', '〔甲〕【乙】', '[甲](乙)'],
  ['quotes', '“甲”‘乙’', '「甲」"乙"'],
  ['marks of titles', '《甲》', '〈甲〉'],
  ['dashes', '甲—乙', '甲－乙'],
  ['a nought', '一九八○年', '一九八〇年'],
])('form: %s', (_, one, other) => {
  expect(foldForm(one)).toBe(foldForm(other));
});

it('words and stops are kept', () => {
  expect(foldForm('甲，乙')).not.toBe(foldForm('甲。乙'));
  expect(foldForm('二〇二〇')).not.toBe(foldForm('二零二零'));
});
