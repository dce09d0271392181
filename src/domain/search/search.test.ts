import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LookUp } from './look-up.ts';
import { fitPinyin, readingFrom, soundsLike } from './pinyin.ts';
import { contentParts, foldQuery, pairsOf, simplifiedMap } from './query.ts';
import { fuseRanks } from './rank.ts';
import { entriesOf, type SearchTable, WHOLE } from './table.ts';

const TABLE: SearchTable = {
  policy: { id: 'xx-2020-1', title: '某办法', number: '某〔2020〕1号', ask: '某局' },
  clauses: [
    {
      id: 'p1',
      kind: 'part',
      marker: ['part', 1, 0],
      parent: null,
      short: '一',
      label: '政策支持',
      ours: false,
      concerns: [],
      sentences: ['政策支持'],
    },
    {
      id: 'p1-1',
      kind: 'item',
      marker: ['item', 1, 0],
      parent: 'p1',
      short: '一（一）',
      label: '绿卡',
      ours: true,
      concerns: ['talent'],
      sentences: ['可持绿卡享受购房补贴、子女入学服务。'],
    },
    {
      id: 'p1-2',
      kind: 'item',
      marker: ['item', 2, 0],
      parent: 'p1',
      short: '一（二）',
      label: '离岗创业',
      ours: false,
      concerns: ['talent'],
      sentences: ['离岗创业。', '期限一般为3年。'],
    },
  ],
  names: [
    ['绿卡', 1, 0],
    [[6, 4], 1, 1, '房补|买房补贴'],
    [[11, 6], 1, 1, '娃上学'],
    ['离岗创业', 2, 1, '停薪留职'],
    ['某〔2020〕1号', WHOLE, 2, '文号'],
  ],
  notHere: ['公积金'],
  pages: [
    ['主题：离岗创业', '/topics/leave.html'],
    ['自查：您已经持有绿卡吗？', '/check/benefits.html'],
  ],
  simplified: '購购補补學学',
  syllables:
    'bu 补,chuang 创,fang 房,gang 岗,gou 购,hao 号,ka 卡,li 离,lv 绿,mai 买,nian 年,ru 入,tie 贴,wen 文,xue 学,ye 业,zi 子,nv 女,fu 服,wu 务,ting 停,xin 薪,liu 留,zhi 职,shang 上,wa 娃',
};
const lookUp = new LookUp(TABLE);
const first = (query: string) => lookUp.answer(query).hits[0]?.clause;

describe('one question, one first answer', () => {
  test.each([
    ['购房补贴', 'p1-1'],
    ['房补', 'p1-1'],
    ['我想问房补有多少', 'p1-1'],
    ['購房補貼', 'p1-1'],
    ['ｇｆｂｔ', 'p1-1'],
    ['goufangbutie', 'p1-1'],
    ['gou fang bu tie', 'p1-1'],
    ['购房bu', 'p1-1'],
    ['购访补贴', 'p1-1'],
    ['lvka', 'p1-1'],
    ['离岗', 'p1-2'],
    ['停薪留职', 'p1-2'],
    ['一(二)', 'p1-2'],
    ['1.2', 'p1-2'],
    ['1号', 'xx-2020-1'],
    ['文号', 'xx-2020-1'],
    ['期限', 'p1-2'],
  ])('%s → %s', (query, clause) => {
    expect(first(query)).toBe(clause);
  });
});

test.each(['公积金', '公积金贷款', '彩票中奖', 'zzqqxx'])(
  '「%s」 is told to be not in the document',
  (query) => {
    expect(lookUp.answer(query)).toMatchObject({ notHere: true, hits: [] });
  },
);

test('why: the official term that the reader’s words were taken for, and the term that was meant', () => {
  expect(lookUp.answer('房补').terms).toEqual(['购房补贴']);
  expect(lookUp.answer('购访补贴').meant).toBe('购房补贴');
  expect(lookUp.answer('离岗，配偶呢').unknown).toEqual(['配偶']);
});

test('topics and questions of the self-check are found by their words', () => {
  expect(lookUp.answer('离岗').pages).toEqual([['主题：离岗创业', '/topics/leave.html']]);
  expect(lookUp.answer('绿卡').pages.map(([, href]) => href)).toEqual(['/check/benefits.html']);
});

test('a name given by its place in the sentence is that stretch of it', () => {
  expect(entriesOf(TABLE).map(({ text }) => text)).toContain('购房补贴');
});

test('whatever is typed, there is an answer and no fall', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (query) => {
      const answer = lookUp.answer(query);
      expect(answer.notHere && answer.hits.length > 0).toBe(false);
    }),
    { numRuns: 500 },
  );
});

describe('reading a query', () => {
  const simplified = simplifiedMap(TABLE.simplified);
  test.each([
    ['  購房　補貼 ', '购房 补貼'],
    ['ＡＢＣ', 'abc'],
    ['绿\u200b卡\u202e', '绿卡'],
  ])('%j → %j', (raw, folded) => {
    expect(foldQuery(raw, simplified)).toBe(folded);
  });
  test.each([
    ['博士免考有什么政策', ['博士免考']],
    ['辞职创业能不能保留编制吗', ['辞职创业', '保留编制']],
    ['怎么样', []],
  ])('%s names %j', (query, parts) => {
    expect(contentParts(query)).toEqual(parts);
  });
  test('neighbouring characters make pairs, letters stay together', () => {
    expect(pairsOf(['购房补', 'hr', '卡'])).toEqual(['购房', '房补', 'hr', '卡']);
  });
});

describe('letters', () => {
  const reading = readingFrom(TABLE.syllables);
  test.each([
    ['goufangbutie', 3],
    ['goufangb', 2],
    ['gfbt', 2],
    ['购房bu', 2],
    ['gou', 0],
    ['xyz', 0],
  ])('%s fits 购房补贴 by %i', (typed, fit) => {
    expect(fitPinyin(typed, '购房补贴', reading)).toBe(fit);
  });
  test('a stretch that sounds alike is heard', () => {
    expect(soundsLike('有购放补贴吗', '购房补贴', readingFrom(`${TABLE.syllables},fang 放`))).toBe(
      true,
    );
    expect(soundsLike('购车补贴', '购房补贴', readingFrom(`${TABLE.syllables},che 车`))).toBe(
      false,
    );
  });
});

test('what several lists agree on comes first, and a clause stands once', () => {
  const list = (...clauses: string[]) => ({
    weight: 1,
    candidates: clauses.map((clause) => ({ clause, sentence: null, reason: 'text' as const })),
  });
  const fused = fuseRanks([list('a', 'b'), list('c', 'b'), list('b', 'b')]).map(
    ({ clause }) => clause,
  );
  expect(fused).toEqual(['b', 'a', 'c']);
});

test.each([
  ['一（一）第1句', 'p1-1', 1],
  ['《某办法》（某〔2020〕1号）第一部分第（一）项第1句', 'p1-1', 1],
  ['一(一) 第１句。', 'p1-1', 1],
  ['一（一）第9句', 'p1-1', null],
  ['p1-2#s2', 'p1-2', 2],
  ['p1-2-s2', 'p1-2', 2],
  ['P1-2', 'p1-2', null],
  ['https://x.cn/a/b/xx-2020-1/p1-2.html#s2', 'p1-2', 2],
  ['https://x.cn/xx-2020-1/p1-2.html?from=timeline#s2 ', 'p1-2', 2],
  ['https://x.cn/a/xx-2020-1.html#p1-2-s2', 'p1-2', 2],
  ['https://x.cn/a/xx-2020-1.html#p1-2', 'p1-2', null],
  ['https://x.cn/a/xx-2020-1.html', 'xx-2020-1', null],
  ['链接：https://x.cn/xx-2020-1/p1-1.html', 'p1-1', null],
  ['一（一）', 'p1-1', null],
])('%s is sentence %s %s', (query, clause, sentence) => {
  const [hit] = new LookUp(TABLE).answer(query).hits;
  expect([hit?.clause, hit?.sentence]).toEqual([clause, sentence]);
});
