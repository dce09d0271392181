import { describe, expect, test } from 'vitest';
import { plainRows, withoutFormula } from './plain.ts';

describe('plain words are read as who, on what condition, what', () => {
  test('what one may get hangs on a condition', () => {
    expect(plainRows({ can: '可享受待遇', when: '每年超过3个月的', who: 'A、B类人才' })).toEqual([
      { label: '谁', text: 'A、B类人才' },
      { label: '什么条件', text: '每年超过3个月的' },
      { label: '能怎样', text: '可享受待遇' },
    ]);
  });
  test('what one must do arises in a case', () => {
    expect(plainRows({ must: '应签订合同', when: '离岗的', note: '写的是“应”。' })).toEqual([
      { label: '什么情形', text: '离岗的' },
      { label: '要做什么', text: '应签订合同' },
      { label: '注意', text: '写的是“应”。' },
    ]);
  });
  test('a part that is not there has no row', () => {
    expect(plainRows({ what: '推行制度', who: undefined })).toEqual([
      { label: '写的是', text: '推行制度' },
    ]);
  });
});

describe('under a heading that says “not stated”, a gap does not say it again', () => {
  test.each([
    ['金额本文件没有写。', '金额。'],
    ['怎样算，本文件没有写；原文写“建立”。', '怎样算；原文写“建立”。'],
    ['怎样算，本文件没有写明。“相关”指哪些，也没有写。', '怎样算。“相关”指哪些。'],
    ['六（一）没有写由其受理。', '六（一）没有写由其受理。'],
  ])('%s', (text, shown) => {
    expect(withoutFormula(text)).toBe(shown);
  });
});
