import { describe, expect, test } from 'vitest';
import { Concepts, stretchesOf } from './concepts.ts';
import { Lexicon, packShards, unmarked } from './lexicon.ts';
import { SHARDS } from './shards.ts';
import { Corpus, TextIndex } from './text-index.ts';

const TABLE = {
  asking: 'a多少钱|多少;p在哪办|在哪里办',
  empty: '请问|麻烦',
  simplified: '錢钱貼贴',
};
const WORDS = new Map([
  ['退钱', ['返还', '退还']],
  ['五险', ['社会保险']],
  ['交五险', ['社会保险费缴纳']],
  ['二手房', []],
  ['关爱', []],
  ['爱人', ['配偶']],
  ['租', ['租赁']],
  ['返还', ['返还', '退还']],
  ['认证证书', ['认证证书']],
]);

function lexiconOf(words: ReadonlyMap<string, readonly string[]>): Lexicon {
  const lexicon = new Lexicon(TABLE);
  for (const [shard, packed] of packShards(words).entries()) lexicon.add(shard, packed);
  return lexicon;
}
const lexicon = lexiconOf(WORDS);
const words = (query: string) => lexicon.read(query).words;

describe('the lexicon', () => {
  test('reads the longest word at each place, and none inside another', () => {
    expect(words('单位交五险和退钱')).toEqual(['交五险', '退钱']);
    expect(lexicon.inside('交五险').map(({ word }) => word)).toEqual(['五险']);
  });

  test('tells what texts write for a word, and that a word is one of which they have nothing', () => {
    expect(lexicon.read('退钱').concepts).toEqual([{ word: '退钱', official: ['返还', '退还'] }]);
    expect(lexicon.read('二手房').concepts).toEqual([{ word: '二手房', official: [] }]);
  });

  test('tells which kinds of statement are asked for, and leaves out what only asks or says nothing', () => {
    const { kinds, marked, words } = lexicon.read('请问退钱多少钱在哪里办');
    expect(kinds).toEqual(['a', 'p']);
    expect(unmarked(marked, words).trim()).toBe('退钱');
  });

  test('takes no short word that runs across others, and a character only where it is a word', () => {
    expect(words('关爱人员')).toEqual(['关爱']);
    expect(words('出租车')).toEqual([]);
  });

  test('makes traditional characters simple', () => {
    expect(lexicon.simplify('退錢')).toBe('退钱');
  });

  test('needs a shard for each character once, and says when it knows nothing', () => {
    const fresh = new Lexicon(TABLE);
    expect(fresh.isEmpty).toBe(true);
    const missing = fresh.missingFor('退钱，退钱');
    expect(missing).toHaveLength(2);
    for (const shard of missing) fresh.add(shard, packShards(WORDS)[shard] ?? '');
    expect([fresh.missingFor('退钱'), fresh.isEmpty]).toEqual([[], false]);
    expect(packShards(WORDS)).toHaveLength(SHARDS);
  });
});

const clause = (
  id: string,
  said: string[],
  parent: string | null = null,
  kinds: string[] = [],
) => ({
  id,
  kind: id.includes('-') ? ('item' as const) : ('article' as const),
  parent,
  said: ['', ...said],
  kinds: ['', ...kinds],
});
const CLAUSES = [
  clause('t1', ['参保企业可返还上年度费用的一半。'], null, ['a']),
  clause('t2', ['依法参加社会保险。', '向窗口提出。'], null, ['', 'p']),
  clause('t3', ['失业人员、失业人员和失业人员可以申请：']),
  clause('t3-x1', ['持有认证的人员'], 't3'),
  clause('t3-x2', ['失业人员'], 't3'),
];
const index = (clauses = CLAUSES) => new TextIndex('xx', clauses);
const found = (text: TextIndex, query: string, kinds: string[] = []) => {
  const concepts = new Concepts(text, lexicon);
  const { concepts: read } = lexicon.read(query);
  const terms = read.flatMap((one) => concepts.termsOf(concepts.held(one)));
  const corpus = new Corpus([text]);
  const asked = corpus.weigh([...text.termsOf([query]), ...terms]);
  return text.overlap(asked, corpus.length, kinds).map(({ clause }) => clause);
};

describe('the words of a text', () => {
  test('are found by what people say for them', () => {
    expect(found(index(), '退钱')[0]).toBe('t1');
  });

  test('are found by a word inside the one that is said, where the text has not the whole', () => {
    expect(found(index(), '交五险')[0]).toBe('t2');
  });

  test('a clause that only counts up gives way to the one in it that holds as much', () => {
    expect(found(index(), '失业人员')[0]).toBe('t3-x2');
    expect(found(index(), '失业人员')).not.toContain('t3');
  });

  test('who only asks is led to the sentences of that kind', () => {
    expect(index().overlap([], 20, ['p'])).toMatchObject([{ clause: 't2', sentence: 2 }]);
  });

  test('what holds far less than the best is no answer', () => {
    const text = index([clause('t1', ['返还返还返还费用。']), clause('t2', ['还有其他费。'])]);
    expect(found(text, '返还')).toEqual(['t1']);
  });

  test('what few of all texts have counts more', () => {
    const one = index([clause('t1', ['补贴发放。']), clause('t2', ['培训合格。'])]);
    const other = index([clause('t1', ['补贴发放。']), clause('t2', ['补贴标准。'])]);
    const weight = (texts: TextIndex[], word: string) =>
      new Corpus(texts).weigh([{ forms: [word], weight: 1 }])[0]?.weight ?? 0;
    expect(weight([one], '培训')).toBe(weight([one], '补贴'));
    expect(weight([one, other], '培训')).toBeGreaterThan(weight([one, other], '补贴'));
    expect(weight([one, other], '彩票')).toBe(0);
  });
});

describe('whether a text treats what is asked', () => {
  const asked = (query: string, text = index()) => {
    const concepts = new Concepts(text, lexicon);
    const held = lexicon.read(query).concepts.map((one) => concepts.held(one));
    return { concepts, held };
  };
  const isKnown = (query: string) => {
    const { concepts, held } = asked(query);
    return concepts.maybeKnown([query], held);
  };

  test('a word of which it has nothing is not treated, one that nobody knows may be', () => {
    expect(isKnown('二手房')).toBe(false);
    expect(isKnown('魑魅魍魉')).toBe(true);
    expect(isKnown('wxyz')).toBe(false);
  });

  test('half a word is far less than half of what it says', () => {
    const { held } = asked('认证证书');
    expect(held[0]?.share).toBeLessThan(0.3);
  });

  test('what is not there is named', () => {
    const { concepts, held } = asked('二手房返还');
    expect(concepts.unknownIn(['二手房返还'], held)).toEqual(['二手房']);
  });
});

test('the stretches of a word are at least half of it, the longest first', () => {
  expect(stretchesOf('社会保险')).toEqual(['社会保', '会保险', '社会', '会保', '保险']);
  expect(stretchesOf('补贴')).toEqual([]);
});
