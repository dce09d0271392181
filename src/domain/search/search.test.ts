import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LibraryLookUp } from './library-look-up.ts';
import type { ListedPolicy } from './library-table.ts';
import { LookUp, type Near } from './look-up.ts';
import {
  fitPinyin,
  heard,
  packReadings,
  type Reading,
  readingFrom,
  soundsIn,
  soundsLike,
  spelledIn,
  syllablesOf,
} from './pinyin.ts';
import { contentParts, foldQuery, pairsOf, simplifiedMap, standsAsWords } from './query.ts';
import { fuseRanks } from './rank.ts';
import { charactersOf, entriesOf, packNames, type SearchTable, WHOLE } from './table.ts';

const READ: Record<string, string> = {
  补: 'bu',
  创: 'chuang',
  房: 'fang',
  岗: 'gang',
  购: 'gou',
  号: 'hao',
  卡: 'ka',
  离: 'li',
  绿: 'lv',
  买: 'mai',
  年: 'nian',
  入: 'ru',
  贴: 'tie',
  文: 'wen',
  学: 'xue',
  业: 'ye',
  子: 'zi',
  女: 'nv',
  服: 'fu',
  务: 'wu',
  停: 'ting',
  薪: 'xin',
  留: 'liu',
  职: 'zhi',
  上: 'shang',
  娃: 'wa',
  律: 'lv',
  车: 'che',
  放: 'fang',
};

const BARE: SearchTable = {
  policy: {
    id: 'xx-2020-1',
    title: '某办法',
    number: '某〔2020〕1号',
    ask: '某局',
  },
  around: [],
  audiences: ['readers'],
  clauses: [
    {
      id: 'p1',
      kind: 'part',
      marker: ['part', 1, 0],
      parent: null,
      short: '一',
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
      concerns: [0],
      sentences: ['可持绿卡享受购房补贴、子女入学服务。'],
    },
    {
      id: 'p1-2',
      kind: 'item',
      marker: ['item', 2, 0],
      parent: 'p1',
      short: '一（二）',
      concerns: [0],
      sentences: ['离岗创业。', '期限一般为3年。'],
    },
  ],
  names: `“某”绿卡,1,0;购房补贴,1,1;子女入学服务,1,1;离岗创业,2,1;某〔2020〕1号,${WHOLE},2`,
  said: '绿卡,怎么申请|给多少钱,金额;房补|买房补贴;娃上学|娃;停薪留职;文号',
  notHere: '公积金|驾照|创可|离休|贷款|疫苗',
  ignored: ['某市'],
  topics: [['leave', '离岗创业']],
  checks: [['benefits', '您已经持有绿卡吗？']],
  simplified: '',
  syllables: '',
};
const TRADITIONAL: Record<string, string> = { 购: '購', 补: '補', 学: '學' };
/** The syllables and traditional forms that go with its words. */
const withSyllables = (table: SearchTable): SearchTable => ({
  ...table,
  simplified: charactersOf(entriesOf(table).map(({ text }) => text))
    .map((c) => TRADITIONAL[c] ?? '')
    .join(','),
  syllables: packReadings(
    charactersOf(entriesOf(table).map(({ text }) => text)).map((c) => [READ[c] ?? c]),
  ),
});
const TABLE = withSyllables(BARE);
const listed = ({ policy }: SearchTable, more: Partial<ListedPolicy> = {}): ListedPolicy => ({
  ...policy,
  folder: `/${policy.id}`,
  name: policy.number,
  shortTitle: policy.title,
  status: '试行',
  audiences: [],
  ...more,
});
/** A library of one document. */
const look = (table: SearchTable, near?: Near) => {
  const library = new LibraryLookUp([listed(table)], [new LookUp(table, near)]);
  return {
    answer: (raw: string) => library.answer(library.read(raw)),
  };
};
const lookUp = look(TABLE);
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
    ['某绿卡', 'p1-1'],
    ['娃', 'p1-1'],
    ['怎么申请', 'p1-1'],
    ['停薪留职怎么申请', 'p1-2'],
    ['某市离岗', 'p1-2'],
    ['一、二', 'p1-2'],
    ['一', 'p1'],
    ['请看第一部分第（二）项', 'p1-2'],
  ])('%s → %s', (query, clause) => {
    expect(first(query)).toBe(clause);
  });
});

test.each([
  '公积金',
  '公积金贷款',
  '彩票中奖',
  'zzqqxx',
  '公积金怎么申请',
  '驾照给多少钱',
  '彩票给多少钱',
  '公积金贷款离岗',
])('「%s」 is told to be not in the document', (query) => {
  expect(lookUp.answer(query)).toMatchObject({ notHere: true, hits: [] });
});

test('why: the official term that the reader’s words were taken for, and the term that was meant', () => {
  expect(lookUp.answer('房补').terms).toEqual(['购房补贴']);
  expect(lookUp.answer('购访补贴').meant).toBe('购房补贴');
  expect(lookUp.answer('离岗，配偶呢').unknown).toEqual(['配偶']);
});

test('what is not treated does not hide what is: it is said beside the hits', () => {
  expect(lookUp.answer('公积金房补')).toMatchObject({ notHere: false, unknown: ['公积金'] });
  expect(first('公积金房补')).toBe('p1-1');
});

test('a word for what is not treated is not found inside other words', () => {
  expect(standsAsWords('集中考核', '中考')).toBe(false);
  expect(standsAsWords('关爱人才', '爱人')).toBe(false);
  expect(standsAsWords('中考怎么报名', '中考')).toBe(true);
  expect(standsAsWords('退休金怎么算', '退休')).toBe(true);
  expect(standsAsWords('公积金取出来', '公积金')).toBe(true);
  expect(lookUp.answer('开创可享受补贴').notHere).toBe(false);
});

test('what a question comes to last is what it asks for, unless the text itself has the other word', () => {
  expect(lookUp.answer('停薪留职打疫苗').notHere).toBe(true);
  expect(first('打疫苗停薪留职')).toBe('p1-2');
  expect(first('离岗创业打疫苗')).toBe('p1-2');
});

test('a number is not the end of another', () => {
  const { names, said } = TABLE;
  const dated = look(withSyllables({ ...TABLE, names: `${names};期限,2,2`, said: `${said};3年` }));
  expect(dated.answer('3年绿卡').terms).toContain('期限');
  expect(dated.answer('2023年绿卡').terms).not.toContain('期限');
});

test('words that only ask are not heard in what is written otherwise', () => {
  expect(lookUp.answer('赔多少钱')).toMatchObject({ notHere: true, meant: null });
});

test('a place that the document has not is told so with the nearest, and nothing else is opened', () => {
  const missing = (query: string) => {
    const { notHere, missing, hits } = lookUp.answer(query);
    return [notHere, hits.length, ...missing.map(({ written, nearest }) => [written, nearest])];
  };
  expect(missing('七（一）')).toEqual([true, 0, ['七（一）', 'p1']]);
  expect(missing('第九条')).toEqual([true, 0, ['第九条', 'p1']]);
  expect(missing('一（九）、（一）')[2]).toEqual(['一（九）', 'p1']);
  expect(lookUp.answer('七（一）绿卡')).toMatchObject({
    notHere: false,
    missing: [{ written: '七（一）' }],
  });
  expect(first('七（一）绿卡')).toBe('p1-1');
});

test('all places that are named come first and in their order, a sentence each', () => {
  const cited = (query: string) =>
    lookUp
      .answer(query)
      .hits.filter(({ reason }) => reason === 'citation')
      .map(({ clause, sentence }) => [clause, sentence]);
  expect(cited('一（二）第1、2句和一（一）')).toEqual([
    ['p1-2', 1],
    ['p1-2', 2],
    ['p1-1', null],
  ]);
  expect(cited('请问绿卡在一（二）还是一（一）')).toEqual([
    ['p1-2', null],
    ['p1-1', null],
  ]);
});

test('who types nothing but a place is shown nothing else', () => {
  for (const query of ['一（一）', '一', '1号一（一）', 'https://x.cn/xx-2020-1/p1-1.html'])
    expect(
      lookUp.answer(query).hits.map(({ clause }) => clause),
      query,
    ).toHaveLength(1);
});

test('a pasted link leads to its place, whatever sign or words follow it', () => {
  for (const after of ['', '。', '，请看', '）', '”', '》 谢谢', '、', ' 是什么意思'])
    for (const [address, place] of [
      ['p1-2.html', ['p1-2', null]],
      ['p1-2.html#s2', ['p1-2', 2]],
    ] as const) {
      const [hit] = lookUp.answer(`看 https://x.cn/a/xx-2020-1/${address}${after}`).hits;
      expect([hit?.clause, hit?.sentence], address + after).toEqual(place);
    }
});

test('a pasted link leads to its place, however it was encoded and copied', () => {
  for (const [link, places] of [
    ['https://x.cn/%78x-2020-1/p1-2.html%23s2', ['p1-2', 2]],
    ['https%3A%2F%2Fx.cn%2Fxx-2020-1%2Fp1-2.html%23s2', ['p1-2', 2]],
    ['https://x.cn/xx-2020-1/p1-2.html#s2%EF%BC%89', ['p1-2', 2]],
    [
      'https://x.cn/xx-2020-1/p1-1.htmlhttps://x.cn/xx-2020-1/p1-2.html',
      ['p1-1', null, 'p1-2', null],
    ],
    ['[一（二）](https://x.cn/xx-2020-1/p1-2.html)', ['p1-2', null]],
    ['https://x.cn/xx-2020-1/P1_2.html', ['p1-2', null]],
    ['D:\\site\\xx-2020-1\\p1-2.html', ['p1-2', null]],
    ['p1-2.html', ['p1-2', null]],
  ] as const) {
    const { hits } = lookUp.answer(link);
    expect(
      hits.flatMap(({ clause, sentence }) => [clause, sentence]),
      link,
    ).toEqual(places);
  }
});

test('a pasted link of the search asks what it asked', () => {
  for (const link of [
    'search.html?q=%E7%BB%BF%E5%8D%A1',
    'search.html?f=t&q=绿卡',
    'search?q=绿卡&f=t',
  ])
    expect(first(`https://x.cn/a/${link}`), link).toBe('p1-1');
});

test('a pasted link that leads to no place is told so, and never taken for letters', () => {
  for (const [link, nearest] of [
    ['https://example.com/abc', null],
    ['https://x.cn/xx-2020-1/p1-9.html', 'p1'],
    ['www.example.com/p1-2。', null],
  ] as const)
    expect(lookUp.answer(link)).toMatchObject({
      notHere: true,
      strange: false,
      missing: [{ link: true, nearest }],
    });
  expect(first('https://example.com/abc 绿卡')).toBe('p1-1');
});

test('in an enumeration what is treated is shown and the rest is named', () => {
  for (const [query, clause, absent] of [
    ['绿卡和公积金', 'p1-1', ['公积金']],
    ['公积金与绿卡', 'p1-1', ['公积金']],
    ['公积金、驾照、绿卡', 'p1-1', ['公积金', '驾照']],
    ['停薪留职或离休', 'p1-2', ['离休']],
    ['停薪留职以及公积金怎么申请', 'p1-2', ['公积金']],
    ['绿卡，公积金', 'p1-1', ['公积金']],
    ['公积金 房补', 'p1-1', ['公积金']],
    ['公积金/绿卡', 'p1-1', ['公积金']],
    ['绿卡（公积金）', 'p1-1', ['公积金']],
    ['有绿卡，也有公积金', 'p1-1', ['公积金']],
    ['绿卡|公积金', 'p1-1', ['公积金']],
    ['公积金同绿卡', 'p1-1', ['公积金']],
    ['一个是绿卡一个是公积金', 'p1-1', ['公积金']],
  ] as const) {
    const { notHere, hits, unknown } = lookUp.answer(query);
    expect([query, notHere, hits[0]?.clause, unknown]).toEqual([query, false, clause, absent]);
  }
  // What stands before a comma is no member, but what is said of oneself.
  for (const query of ['娃打疫苗', '我有绿卡，公积金贷款怎么办', '公积金和驾照'])
    expect(lookUp.answer(query).notHere, query).toBe(true);
});

test('what is denied does not lead where something else is asked', () => {
  const leave = ['p1-2', 'p1-1'];
  const order = (query: string) => lookUp.answer(query).hits.map(({ clause }) => clause);
  expect(order('离岗创业能买房补贴吗')[0]).toBe('p1-2');
  for (const not of ['不', '不想', '不用', '无需', '没有', '不打算'])
    expect(order(`${not}离岗创业能买房补贴吗`), not).toEqual(leave.toReversed());
  // Who asks whether denies nothing, and what alone is said is still found.
  for (const asked of ['能不能离岗创业有绿卡吗', '有没有离岗创业有绿卡吗'])
    expect(order(asked)[0], asked).toBe('p1-2');
  expect(order('不离岗创业')).toEqual(['p1-2']);
  // Who denies and names nothing else asks about just that.
  expect(order('没有绿卡能享受期限吗')[0]).toBe('p1-1');
});

test('words of place and of asking lead nowhere', () => {
  const { names, said } = TABLE;
  const placed = look(
    withSyllables({ ...TABLE, names: `${names};集聚,1,0`, said: `${said};来某市` }),
  );
  const hits = (query: string) => placed.answer(query).hits.map(({ clause }) => clause);
  for (const query of ['来某市', '到某市', '在某市', '我想', '行不行', '可以吗', '想问一下'])
    expect(hits(query), query).toEqual([]);
  expect(hits('我想来某市离岗行不行')).toEqual(['p1-2']);
});

test('a hit shows the sentence that answers, never a bare heading', () => {
  const shown = (query: string) => {
    const [hit] = lookUp.answer(query).hits;
    return [hit?.clause, hit?.shown];
  };
  expect(shown('离岗')).toEqual(['p1-2', 2]);
  expect(shown('一（二）')).toEqual(['p1-2', 2]);
  // A clause that has nothing but its heading, and one without any.
  expect(shown('第一部分')).toEqual(['p1', 0]);
  expect(shown('绿卡')).toEqual(['p1-1', 1]);
  // Who cites the heading is shown it.
  expect(shown('一（二）第1句')).toEqual(['p1-2', 1]);
});

test('a date is found however it is written', () => {
  const { names, said } = TABLE;
  const dated = look(
    withSyllables({
      ...TABLE,
      names: `${names};2018年10月9日印发,${WHOLE},1`,
      said: `${said};10月9日`,
    }),
  );
  for (const date of [
    '二〇一八年十月九日',
    '二○一八年十月九日',
    '二零一八年十月九号',
    '2018年10月9日',
    '2018 年 10 月 9 日',
    '2018-10-9',
    '2018.10.09',
    '2018/10/09',
    '十月九号',
    '一八年十月九日',
    '18年10月9日',
    '20181009',
    '贰零壹捌年十月九日',
  ])
    expect(dated.answer(date).hits[0]?.clause, date).toBe('xx-2020-1');
});

test('pinyin is read with marks or numbers for its tones, and with v, u or ü', () => {
  for (const letters of ['lǜkǎ', 'lüka', 'LǛKA', 'lv4ka3', 'lv4 ka3', 'lu:4ka3', 'luka', 'lyuka'])
    expect(first(letters), letters).toBe('p1-1');
  expect(first('gòufáng bǔtiē')).toBe('p1-1');
  expect(first('gou4fang2bu3tie1')).toBe('p1-1');
});

test('a name of two characters is heard only in a query hardly longer', () => {
  const withLv = look(withSyllables({ ...TABLE, names: `${TABLE.names};自律,2,0` }));
  expect(withLv.answer('律卡').meant).toBe('绿卡');
  expect(withLv.answer('律卡时间安排').meant).toBeNull();
});

test('letters that many mistake are read all the same, after those that fit', () => {
  expect(first('zinuruxue')).toBe('p1-1');
  expect(first('lizhangang')).toBeUndefined();
  expect(first('ligan')).toBe('p1-2');
});

test('what is asked for and not stated is told with the hits', () => {
  const open = (...titles: string[]) => [{ policy: 'xx-2020-1', titles }];
  expect(lookUp.answer('绿卡给多少钱').open).toEqual(open('金额'));
  expect(lookUp.answer('绿卡').open).toEqual([]);
  expect(lookUp.answer('公积金给多少钱')).toMatchObject({ notHere: true, open: [] });
  // What is left open of a thing stands with whatever is asked about it, in words of other rows or of none.
  const { said } = TABLE;
  const opened = look(
    withSyllables({ ...TABLE, said: said.replace('娃上学|娃', '娃上学|娃,,学位') }),
  );
  expect(opened.answer('娃上学给多少钱').open).toEqual(open('学位', '金额'));
  for (const query of ['娃上学怎么弄', '子女入学服务要什么手续', '娃上学去哪个学校'])
    expect(opened.answer(query).open, query).toEqual(open('学位'));
  const asked = look(
    withSyllables({ ...TABLE, said: said.replace('停薪留职', '停薪留职|还发薪吗,,薪水') }),
  );
  expect(asked.answer('停薪留职还发薪吗').open).toEqual(open('薪水'));
  for (const query of ['娃上学', '能管娃上学吗'])
    expect(opened.answer(query).open, query).toEqual([]);
});

test('letters that spell a whole name among others lead to it', () => {
  expect(first('geiduoshaofangbu')).toBe('p1-1');
  expect(first('wode tingxinliuzhi')).toBe('p1-2');
  expect(first('wode tingxin')).toBeUndefined();
});

test('in letters too, words that only ask name nothing', () => {
  expect(lookUp.answer('caipiao geiduoshaoqian')).toMatchObject({ notHere: true, hits: [] });
});

test('words that nobody knows are told apart from things that are known to be absent', () => {
  for (const query of ['visa office', '论资排辈'])
    expect(lookUp.answer(query)).toMatchObject({ notHere: true, strange: true, hits: [] });
  for (const query of ['公积金', '七（一）'])
    expect(lookUp.answer(query)).toMatchObject({ notHere: true, strange: false });
});

test('words that are almost a name are looked up where the tables are not sure, and only there', () => {
  const asked: string[] = [];
  const near = (words: string) => {
    asked.push(words);
    return entriesOf(TABLE).filter(({ text }) => text === '绿卡' && words === 'gencard');
  };
  const fuzzy = look(TABLE, near);
  expect(fuzzy.answer('gencard')).toMatchObject({ notHere: false, meant: '绿卡', unknown: [] });
  expect(fuzzy.answer('qqqqq').notHere).toBe(true);
  for (const sure of ['房补', '公积金', '一（二）', 'lvka']) fuzzy.answer(sure);
  expect(asked).toEqual(['gencard', 'qqqqq']);
});

test('half of what people call a thing leads to it, too', () => {
  expect(lookUp.answer('停薪是多久').hits[0]).toMatchObject({ clause: 'p1-2', shown: 2 });
});

test('words that a text happens to hold do not hide what is called so', () => {
  const [hit] = fuseRanks([
    { weight: 6, candidates: [{ policy: 'x', clause: 'p1-1', sentence: 1, reason: 'alias' }] },
    { weight: 10, candidates: [{ policy: 'x', clause: 'p1-1', sentence: 2, reason: 'text' }] },
  ]);
  expect(hit).toMatchObject({ sentence: 1, reason: 'alias' });
});

test('a text counts by the share of the question that it holds', () => {
  const half = { policy: 'x', clause: 'p1-1', sentence: 1, reason: 'text' as const, share: 0.5 };
  const whole = { policy: 'x', clause: 'p1-2', sentence: 1, reason: 'text' as const };
  const ranked = fuseRanks([{ weight: 1, candidates: [half, whole] }]);
  expect(ranked.map(({ clause }) => clause)).toEqual(['p1-2', 'p1-1']);
});

test('a name is known without the quotation marks that stand in it', () => {
  expect(lookUp.answer('某绿卡')).toMatchObject({ terms: [], meant: null });
  expect(first('某绿卡')).toBe('p1-1');
});

test('topics and questions of the self-check are found by their words', () => {
  expect(lookUp.answer('离岗').pages).toEqual([
    { policy: 'xx-2020-1', title: '主题：离岗创业', kind: 'topic', id: 'leave' },
  ]);
  expect(lookUp.answer('绿卡').pages).toMatchObject([{ kind: 'check', id: 'benefits' }]);
});

test('names are read as they were packed, signs that stand between them in their wide form', () => {
  const rows = [
    { name: '甲,乙', place: [0, 1] as [number, number], aliases: ['丙;丁'], asking: ['戊|己'] },
    { name: '庚', place: [WHOLE, 2] as [number, number], aliases: [], asking: [], open: '辛,壬' },
  ];
  expect(entriesOf(packNames(rows))).toEqual([
    { text: '甲，乙', at: [[0, 1]] },
    { text: '庚', at: [[WHOLE, 2]], open: ['辛，壬'] },
    { text: '丙；丁', at: [[0, 1]], term: '甲，乙' },
    { text: '戊｜己', at: [[0, 1]], term: '甲，乙', asks: true },
  ]);
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
  const simplified = simplifiedMap('購,,補', ['购', '房', '补']);
  test('many characters without a traditional form are given by their number', () => {
    expect(simplifiedMap('購2補', ['购', '房', '补'])).toEqual(simplified);
  });
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
    ['给房补不', ['房补']],
    ['有编制没，能落户不', ['编制', '落户']],
  ])('%s names %j', (query, parts) => {
    expect(contentParts(query)).toEqual(parts);
  });
  test('neighbouring characters make pairs, letters stay together', () => {
    expect(pairsOf(['购房补', 'hr', '卡'])).toEqual(['购房', '房补', 'hr', '卡']);
  });
});

describe('letters', () => {
  test('readings come out as they were packed, in the order of the characters', () => {
    const read: [string, string[]][] = [
      ['购', ['gou']],
      ['长', ['chang', 'zhang']],
      ['恩', ['en']],
      ['女', ['nv']],
      ['〇', ['〇']],
      ['𠮷', ['𠮷']],
      ['是', ['shi']],
      ['四', ['si']],
    ];
    const packed = packReadings(read.map(([, own]) => own));
    expect([
      ...readingFrom(
        packed,
        read.map(([c]) => c),
      ),
    ]).toEqual(read);
  });
  const reading = new Map(Object.entries(READ).map(([c, read]) => [c, [read]]));
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
  test.each([
    ['wo yao gou fang bu tie', 12],
    ['goufang butie zenmeban', 12],
    ['gou fang bu', 0],
    ['', 0],
  ])('of %s 购房补贴 takes up %i letters', (typed, letters) => {
    expect(spelledIn(typed, '购房补贴', reading)).toBe(letters);
  });
  test('a stretch that sounds alike is heard', () => {
    const sounds = (query: string, read: Reading) =>
      soundsLike(soundsIn(query, read), syllablesOf('购房补贴', read));
    expect(sounds('有购放补贴吗', reading)).toBe(true);
    const more = new Map([...reading, ['够', ['gou']], ['放', ['fan']]] as const);
    expect(sounds('有够放补贴吗', heard(more))).toBe(true);
    expect(sounds('购车补贴', reading)).toBe(false);
  });
});

test('what several lists agree on comes first, and a clause stands once', () => {
  const list = (...clauses: string[]) => ({
    weight: 1,
    candidates: clauses.map((clause) => ({
      policy: 'x',
      clause,
      sentence: null,
      reason: 'text' as const,
    })),
  });
  const fused = fuseRanks([list('a', 'b'), list('c', 'b'), list('b', 'b')]).map(
    ({ clause }) => clause,
  );
  expect(fused).toEqual(['b', 'a', 'c']);
});

test('a citation of a whole clause is not narrowed by what else is found', () => {
  const { hits } = look(TABLE).answer('一（二）离岗');
  expect(hits[0]).toMatchObject({ clause: 'p1-2', sentence: null, reason: 'citation' });
  expect(hits.filter(({ clause }) => clause === 'p1-2')).toHaveLength(1);
});

test.each([
  ['请看一（一）第1句是什么意思', 'p1-1', 1],
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
  const [hit] = look(TABLE).answer(query).hits;
  expect([hit?.clause, hit?.sentence]).toEqual([clause, sentence]);
});

test('what is denied at any length is read at once', () => {
  const began = performance.now();
  const read = look(TABLE);
  for (const word of ['需要', '可以', '愿意', '不想', '没有'])
    read.answer(`不${word.repeat(90)}x绿卡`);
  // Not a measure of speed: what backtracks would take longer than anybody waits.
  expect(performance.now() - began).toBeLessThan(5000);
});
