import { expect, test } from 'vitest';
import { splitPolicy } from '../policy/split.ts';
import type { HeldDocument } from './held-documents.ts';
import { suggestRelations } from './suggest-relations.ts';

const HELD: HeldDocument[] = [
  {
    id: 'njtl',
    title: '垂钓条例',
    number: '',
    clauses: splitPolicy('垂钓条例\n第一条 甲。').clauses,
  },
];

/** Relations of a made-up document: `kind title number`. */
function suggest(title: string, ...lines: string[]) {
  const { clauses } = splitPolicy([title, ...lines].join('\n'));
  const found = suggestRelations({ id: 'yz', title, number: '云政发〔2022〕1号', clauses }, HELD);
  return found.map(({ is, target, held, n, clause }) =>
    [is, target.title, target.number, held, `${clause}#s${n}`].filter(Boolean).join(' '),
  );
}

test.each<[string, string, string[]]>([
  [
    '云泽市渔港办法',
    '第一条 根据《垂钓条例》和货船法、《渔夫法》等法律，结合本市实际，制定本办法。',
    ['basis 垂钓条例 njtl t1#s1', 'basis 货船法 t1#s1', 'basis 渔夫法 t1#s1'],
  ],
  [
    '云泽市渔港办法',
    '第一条 为了贯彻实施《垂钓条例》，制定本办法。',
    ['implements 垂钓条例 njtl t1#s1'],
  ],
  ['垂钓条例实施细则', '第一条 根据《垂钓条例》，制定本细则。', ['implements 垂钓条例 njtl t1#s1']],
  [
    '云泽市渔港办法',
    '第一条 本办法自2022年1月1日起施行，《甲办法》（云政发〔2001〕2号）、《乙规定》同时废止。',
    ['repeals 甲办法 云政发〔2001〕2号 t1#s1', 'repeals 乙规定 t1#s1'],
  ],
  [
    '云泽市渔港办法',
    '第一条 《甲办法》自2022年1月1日起废止，《乙规定》继续有效。',
    ['repeals 甲办法 t1#s1', 'cites 乙规定 t1#s1'],
  ],
  [
    '云泽市渔港办法',
    '第一条 原《云泽市渔港办法》（云政发〔2010〕7号）同时废止。',
    ['replaces 云泽市渔港办法 云政发〔2010〕7号 t1#s1'],
  ],
  [
    '云泽市人民政府关于修改《垂钓条例》的决定',
    '一、《垂钓条例》第一条修改为：“甲。”',
    ['amends 垂钓条例 njtl head#s1'],
  ],
  ['云泽市渔港办法', '第一条 船只依照《垂钓条例》停放。', ['cites 垂钓条例 njtl t1#s1']],
])('%s: %s', (title, line, expected) => {
  expect(suggest(title, line, '第二条 末。')).toEqual(expected);
});
