import { describe, expect, test } from 'vitest';
import { Lexicon } from './lexicon.ts';
import { type Answer, LibraryLookUp } from './library-look-up.ts';
import type { ListedPolicy } from './library-table.ts';
import { LookUp } from './look-up.ts';
import { policiesNamed } from './named-policies.ts';
import { readFilter, toggleFilter } from './narrowing.ts';
import { askedTerms, makePairShards, policiesByTerms } from './pair-index.ts';
import { SHARDS, shardOf } from './shards.ts';
import { packAbsent, packNames, type SearchTable } from './table.ts';

/** Three documents that share clause ids, topics and terms; the last is repealed, and numbered otherwise. */
const NEW = table({
  id: 'abc-2020-1',
  title: '某市住房补贴办法',
  number: '某政〔2020〕1号',
  audiences: ['renters', 'buyers'],
  sentences: {
    t1: ['购房补贴每户三万元。'],
    t2: ['租房补贴每月四百元。', '向保障中心提出申请。'],
  },
  terms: { 购房补贴: [0, 1, '房补'], 租房补贴: [1, 1, '房租'] },
  notHere: ['契税', '车位'],
  concerns: { t1: [1], t2: [0] },
});
const RULES = table({
  id: 'abc-2020-12',
  title: '某市住房补贴办法实施细则',
  number: '某建〔2020〕12号',
  audiences: ['buyers', 'renters'],
  sentences: {
    t1: ['申请购房补贴的，提交契税完税凭证。'],
    t2: ['租房补贴的材料由保障中心收取。'],
    t3: ['本细则由住房局解释。'],
  },
  terms: { 购房补贴: [0, 1, '房补'], 契税完税凭证: [0, 1, '税票'] },
  notHere: ['电话'],
  concerns: { t1: [0], t2: [1] },
});
const OLD = table({
  id: 'abc-2010-7',
  title: '某市购房补贴暂行办法',
  number: '某政〔2010〕7号',
  audiences: ['buyers'],
  sentences: { p1: ['购房补贴每户一万元。'], 'p1-1': ['购房补贴由房管局发放。'] },
  terms: { 购房补贴: [0, 1, '房补'] },
  notHere: [],
  concerns: {},
});
const POLICIES = [
  listed(NEW),
  listed(RULES),
  { ...listed(OLD), ended: true as const, status: '已废止' },
];
const library = new LibraryLookUp(
  POLICIES,
  [NEW, RULES, OLD].map((one) => new LookUp(one)),
  policiesNamed,
);
const answer = (query: string, filter = '') =>
  library.answer(library.read(query, readFilter(filter, { policies: POLICIES })));
const places = ({ hits }: Answer) =>
  hits.map(({ policy, clause, sentence, reason }) =>
    [policy, clause, ...(reason === 'citation' && sentence ? [sentence] : [])].join('/'),
  );

test('clauses that are called alike in two documents are two hits, each with its own', () => {
  expect(places(answer('房补')).slice(0, 2).sort()).toEqual(['abc-2020-1/t1', 'abc-2020-12/t1']);
  expect(places(answer('保障中心')).sort()).toEqual(['abc-2020-1/t2', 'abc-2020-12/t2']);
  const shown = answer('保障中心').hits.map(({ policy, shown }) => [policy, shown]);
  expect(Object.fromEntries(shown)).toEqual({ 'abc-2020-1': 2, 'abc-2020-12': 1 });
});

test('a name counts for as much of a question as it is, beside documents that have none', () => {
  expect(places(answer('房租的细则谁解释'))[0]).toBe('abc-2020-12/t3');
});

test('what is repealed stands last, whatever speaks for it', () => {
  const policies = answer('购房补贴').hits.map(({ policy }) => policy);
  expect(policies.lastIndexOf('abc-2020-12')).toBeLessThan(policies.indexOf('abc-2010-7'));
  expect(places(answer('房管局'))).toEqual(['abc-2010-7/p1-1']);
});

test('topics and pages are those of their own document', () => {
  const { pages } = answer('购房补贴');
  expect(pages.map(({ policy, kind, id }) => [policy, kind, id].join(' ')).sort()).toEqual([
    'abc-2010-7 topic buy',
    'abc-2020-1 topic buy',
    'abc-2020-12 topic buy',
  ]);
});

describe('a place that is cited', () => {
  test('is shown in every document that has it', () => {
    expect(answer('第二条').missing).toEqual([]);
    expect(places(answer('第二条'))).toEqual(['abc-2020-1/t2', 'abc-2020-12/t2']);
    expect(places(answer('第三条'))).toEqual(['abc-2020-12/t3']);
    expect(places(answer('第二条第2句'))).toEqual(['abc-2020-1/t2/2']);
  });
  test('is missing only where no document has it', () => {
    const { notHere, missing } = answer('第九条');
    expect([notHere, missing.map(({ written, nearest }) => [written, nearest])]).toEqual([
      true,
      [['第九条', null]],
    ]);
  });
  test('is one of the document that is named, and there what comes nearest is told', () => {
    expect(places(answer('12号文第二条'))).toEqual(['abc-2020-12/t2']);
    expect(answer('某政〔2020〕1号第三条')).toMatchObject({
      notHere: true,
      searched: ['abc-2020-1'],
      missing: [{ policy: 'abc-2020-1', written: '第三条', nearest: 't2' }],
    });
  });
  test('in a pasted link is that of its document, also where an id begins like another', () => {
    expect(places(answer('https://x.cn/abc-2020-12/t1.html'))).toEqual(['abc-2020-12/t1']);
    expect(places(answer('看 https://x.cn/abc-2020-1/t2.html#s2。'))).toEqual(['abc-2020-1/t2/2']);
    expect(answer('https://x.cn/abc-2020-1/t3.html')).toMatchObject({ notHere: true });
  });
});

describe('a query that names a document', () => {
  test.each([
    ['1号文', 'abc-2020-1', ''],
    ['某政〔2020〕1号', 'abc-2020-1', ''],
    ['《某市住房补贴办法》', 'abc-2020-1', ''],
    ['住房补贴办法的申请', 'abc-2020-1', '申请'],
    ['住房补贴办法实施细则', 'abc-2020-12', ''],
    ['实施细则里契税怎么交', 'abc-2020-12', '契税怎么交'],
    ['2010年7号 房补', 'abc-2010-7', '房补'],
    ['暂行办法第一条', 'abc-2010-7', '第一条'],
  ])('「%s」 names %s and asks 「%s」', (query, policy, rest) => {
    const named = policiesNamed(query, POLICIES);
    expect([named.policies, named.rest.trim()]).toEqual([[policy], rest]);
  });
  test.each(['办法', '11号', '5月1号', '第1号楼', '租房补贴', '细则'])(
    '「%s」 names none',
    (query) => {
      expect(policiesNamed(query, POLICIES)).toEqual({ policies: [], rest: query });
    },
  );
  test('is answered by that document alone, and first by the whole of it where it asks nothing else', () => {
    expect(places(answer('1号文房补'))).toEqual(['abc-2020-1/t1', 'abc-2020-1/t2']);
    expect(places(answer('12号文'))).toEqual(['abc-2020-12/abc-2020-12']);
    expect(places(answer('住房补贴办法'))[0]).toBe('abc-2020-1/abc-2020-1');
    expect(answer('住房补贴办法').searched).toEqual(['abc-2020-1']);
  });
  test('whose name many share names none', () => {
    const many = ['甲', '乙', '丙', '丁'].map((city, i) => ({
      ...listed(NEW),
      id: `x-${i}`,
      title: `${city}市实施方案`,
      number: '',
      shortTitle: `${city}市方案`,
    }));
    expect(policiesNamed('实施方案', many).policies).toEqual([]);
    expect(policiesNamed('乙市实施方案', many).policies).toEqual(['x-1']);
  });
});

describe('what is not treated', () => {
  test('is so only where no document treats it', () => {
    expect(places(answer('契税'))).toEqual(['abc-2020-12/t1']);
    expect(answer('契税')).toMatchObject({ notHere: false, unknown: [] });
    for (const query of ['车位', '车位怎么申请', '电话', '彩票中奖'])
      expect(answer(query), query).toMatchObject({
        notHere: true,
        searched: ['abc-2020-1', 'abc-2020-12', 'abc-2010-7'],
      });
  });
  test('is so in a document that has the word for it, though another treats it', () => {
    expect(answer('契税', 'abc-2020-1')).toMatchObject({ notHere: true, searched: ['abc-2020-1'] });
    expect(answer('契税', 'abc-2020-12').notHere).toBe(false);
  });
  test('beside what is treated is named, by whichever document it is known', () => {
    expect(answer('房补和车位')).toMatchObject({ notHere: false, unknown: ['车位'] });
    expect(places(answer('税票和车位'))).toEqual(['abc-2020-12/t1']);
  });
});

describe('hits are narrowed', () => {
  test.each([
    ['abc-2020-12', ['abc-2020-12/t1', 'abc-2020-12/t2']],
    ['repealed', ['abc-2010-7/p1', 'abc-2010-7/p1-1']],
    ['current', ['abc-2020-1/t1', 'abc-2020-1/t2', 'abc-2020-12/t1', 'abc-2020-12/t2']],
    // Audiences stand in another order in each table.
    ['buyers', ['abc-2020-1/t1', 'abc-2020-12/t1']],
    ['renters', ['abc-2020-1/t2', 'abc-2020-12/t2']],
    ['abc-2010-7 p1', ['abc-2010-7/p1', 'abc-2010-7/p1-1']],
    ['buyers abc-2020-1', ['abc-2020-1/t1']],
  ])('by 「%s」', (filter, expected) => {
    expect(places(answer('房补', filter)).sort()).toEqual(expected);
  });
  test('by one word of each kind; a word pressed again goes, and a part goes with its document', () => {
    const toggled = (...words: string[]) =>
      words.reduce((filter, word) => toggleFilter(filter, word, { policies: POLICIES }), '');
    expect(toggled('buyers', 'renters')).toBe('renters');
    expect(toggled('buyers', 'buyers')).toBe('');
    expect(toggled('current', 'abc-2020-1', 'buyers').split(' ').sort()).toEqual([
      'abc-2020-1',
      'buyers',
      'current',
    ]);
    expect(toggled('abc-2010-7', 'p1', 'abc-2020-1')).toBe('abc-2020-1');
  });
});

describe('the index of pairs', () => {
  const lexicon = new Lexicon();
  lexicon.add(0, '交税的票,契税完税凭证');
  const shards = makePairShards([NEW, RULES, OLD]);
  const found = (query: string) => {
    const asked = askedTerms(query, lexicon);
    const loaded = new Map(
      asked.flat(2).map((pair) => [shardOf(pair), shards[shardOf(pair)] ?? {}]),
    );
    return policiesByTerms(asked, loaded, POLICIES.length);
  };
  test('finds the policies that hold most of a question, in text or in what people say', () => {
    expect(found('契税凭证怎么交')).toEqual([1]);
    expect(found('税票')).toEqual([1]);
    expect(found('房管局在哪')).toEqual([2]);
    expect(found('彩票')).toEqual([]);
  });
  test('finds by what texts write for what people say', () => {
    expect(found('交税的票')).toEqual([1]);
  });
  test('finds by a character alone', () => {
    expect(found('凭')).toEqual([1]);
  });
  test('needs a shard for each first character at most', () => {
    expect(askedTerms('请问我想要购房补贴怎么办', lexicon).flat(2)).toEqual([
      '购房',
      '房补',
      '补贴',
    ]);
    expect(askedTerms(`${'引'.repeat(100)}进`, lexicon).length).toBeLessThan(20);
    expect(shards).toHaveLength(SHARDS);
  });
});

interface Made {
  id: string;
  title: string;
  number: string;
  audiences: string[];
  /** By clause. */
  sentences: Record<string, string[]>;
  /** Place in the clauses, sentence, and what people call it. */
  terms: Record<string, [clause: number, sentence: number, alias: string]>;
  notHere: string[];
  concerns: Record<string, number[]>;
}

function table({
  id,
  title,
  number,
  audiences,
  sentences,
  terms,
  notHere,
  concerns,
}: Made): SearchTable {
  return {
    policy: { id, title, number, ask: '某局' },
    around: [],
    audiences,
    clauses: Object.entries(sentences).map(([clause, own]) => ({
      id: clause,
      kind: clause.startsWith('t') ? 'article' : clause.includes('-') ? 'item' : 'part',
      marker: [
        clause.startsWith('t') ? 'article' : clause.includes('-') ? 'item' : 'part',
        Number(clause.slice(-1)),
        0,
      ],
      parent: clause.includes('-') ? clause.slice(0, 2) : null,
      short: clause,
      label: clause,
      concerns: concerns[clause] ?? [],
      sentences: own,
    })),
    ...packNames(
      Object.entries(terms).map(([name, [clause, sentence, alias]]) => ({
        name,
        place: [clause, sentence],
        aliases: [alias],
        asking: [],
      })),
    ),
    topics: [['buy', '购房补贴']],
    checks: [],
    notHere: packAbsent(notHere.map((word) => ({ word }))),
    ignored: [],
    simplified: '',
    syllables: '',
  };
}

function listed({ policy }: SearchTable): ListedPolicy {
  return {
    ...policy,
    folder: `/${policy.id}`,
    name: policy.number,
    shortTitle: policy.title.replace('某市', ''),
    status: '现行',
    audiences: [],
  };
}
