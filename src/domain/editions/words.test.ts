import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWords } from './words.ts';

/** `甲[-乙-][+丙+]` */
function marked(old: string, next: string): string {
  const signs = { same: ['', ''], removed: ['[-', '-]'], added: ['[+', '+]'] } as const;
  return diffWords(old, next)
    .map(
      ({ kind, old: a, next: b }) => signs[kind][0] + (kind === 'removed' ? a : b) + signs[kind][1],
    )
    .join('');
}

describe('changed words', () => {
  it.each([
    [
      'a number is whole',
      '应当在30个工作日内办结',
      '应当在20个工作日内办结',
      '应当在[-30-][+20+]个工作日内办结',
    ],
    ['a Chinese number is whole', '第二十五条', '第二十六条', '第[-二十五-][+二十六+]条'],
    [
      'what was put in is cut at stops',
      '窗口应当受理，受理后发放',
      '窗口应当受理，受理时登记，受理后发放',
      '窗口应当受理，[+受理时登记，+]受理后发放',
    ],
    [
      'a sign that is the same by chance does not tear a change',
      '由房屋管理部门受理',
      '由区级政务管家窗口受理',
      '由[-房屋管理部门-][+区级政务管家窗口+]受理',
    ],
    [
      'a sentence put in is whole',
      '补贴按月发。',
      '补贴按月发。租金另计。',
      '补贴按月发。[+租金另计。+]',
    ],
    ['form alone is the same', '补贴（“甲类”）按月发', '补贴("甲类")按月发', '补贴("甲类")按月发'],
    ['blanks are no words', '　　补贴 按月发', '补贴按季发', '补贴按[-月-][+季+]发'],
  ])('%s', (_, old, next, expected) => {
    expect(marked(old, next)).toBe(expected);
  });

  it('loses no sign of either text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'甲乙丙，。“”（ 1２十'), maxLength: 40 });
    fc.assert(
      fc.property(text, text, (old, next) => {
        const pieces = diffWords(old, next);
        expect(pieces.map((piece) => piece.old).join('')).toBe(old);
        expect(pieces.map((piece) => piece.next).join('')).toBe(next);
      }),
      { numRuns: 1000 },
    );
  });

  it('a text of other words altogether is one change', () => {
    const long = (signs: string) => signs.repeat(2000);
    expect(diffWords(long('甲乙'), long('丙丁')).map(({ kind }) => kind)).toEqual([
      'removed',
      'added',
    ]);
  });
});
