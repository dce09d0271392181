import { expect, test } from 'vitest';
import { quoted } from './quoted.ts';

test.each([
  ['补贴，10%（见“二”）', '', '“补贴，10%（见“二”）”'],
  ['\u200b', '', '“\u200b”（U+200B）'],
  ['本\u00a0站', '本站', '“本\u00a0站”（U+00A0）'],
  ['\u2f08', '人', '“\u2f08”（U+2F08）'],
  ['а１', 'a1', '“а１”（U+0430、U+FF11）'],
  ['\ufeff<p>', '<p>', '“\ufeff<p>”（U+FEFF）'],
  // Both have it, so it is not what differs.
  ['一\u3000二', '一\u3000三', '“一\u3000二”'],
  ['<p> a\n</p>', '', '“<p> a\n</p>”'],
  ['\r', '', '“\r”（U+000D）'],
  ['é\u0301ñü', '', '“é\u0301ñü”（U+00E9、U+0301、U+00F1、U+00FC）'],
  ['éèñüö', '', '“éèñüö”（U+00E9、U+00E8、U+00F1、U+00FC 等）'],
  ['𠮷', '吉', '“𠮷”（U+20BB7）'],
])('%j where %j should be is shown as %s', (text, other, shown) => {
  expect(quoted(text, other)).toBe(shown);
});
