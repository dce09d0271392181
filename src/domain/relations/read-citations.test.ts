import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../policy/clause.ts';
import { splitPolicy } from '../policy/split.ts';
import { citedBy } from './cited-by.ts';
import type { HeldDocument } from './held-documents.ts';
import { readCitations } from './read-citations.ts';

/* Made-up documents of a made-up city. */

function held(id: string, text: string, more: Partial<HeldDocument> = {}): HeldDocument {
  const [title = ''] = text.split('\n');
  return { id, title, number: '', clauses: splitPolicy(text).clauses, ...more };
}

const HELD = [
  held(
    'njtl',
    [
      '中华人民共和国垂钓条例',
      '第一条 甲。',
      '第二条 乙。',
      '第三条 丙：',
      '（一）子；',
      '（二）丑；',
      '（三）寅。',
      '丁。',
      '第四条 戊。',
      '第五条 己。',
    ].join('\n'),
  ),
  held('ldf', '中华人民共和国渔夫法\n第一条 甲。\n第二条 乙。\n丙。'),
  held('yzbf', '云泽市购船补贴办法\n第一条 甲。\n第二条 乙。', { number: '云政发〔2020〕5号' }),
  held(
    'yztz',
    '云泽市人民政府关于印发云泽市泊位管理规定的通知\n云政发〔2021〕9号\n各区：\n现印发给你们。\n云泽市人民政府\n2021年1月8日\n云泽市泊位管理规定\n第一条 甲。\n第二条 乙。',
    {
      number: '云政发〔2021〕9号',
    },
  ),
  held('xgjd', '关于修改《云泽市公章规定》的决定\n一、甲。', { date: '2020-06-01' }),
  held('gz-2010', '云泽市公章规定\n第一条 甲。\n第二条 乙。', { date: '2010-01-01' }),
  held('gz-2020', '云泽市公章规定\n第一条 甲。\n第二条 乙。\n第三条 丙。', { date: '2020-06-01' }),
];

const OWN = [
  '云泽市渔港办法',
  '第一条 为了管理渔港，制定本办法。',
  '第二条 甲：',
  '（一）子；',
  '（二）丑。',
  '乙。',
  '第三条 丙。',
];

/** The citations of a sentence that stands as an article of a made-up document: `written → target`. */
function read(sentence: string, own: readonly string[] = OWN, more: { date?: string } = {}) {
  const clauses = splitPolicy([...own, `第四条 ${sentence}`, '第五条 末。'].join('\n')).clauses;
  const [title = ''] = own;
  const citing = { id: 'yg', title, number: '云政发〔2022〕1号', clauses, ...more };
  return readCitations(citing, HELD)
    .filter(({ clause }) => clause.startsWith('t4'))
    .map(({ written, target }) =>
      target.is === 'stub'
        ? `${written} → ?《${target.title ?? ''}》${target.number ?? ''}${target.place ?? ''}`
        : `${written} → ${target.is === 'own' ? '本' : target.document}${target.clauses.map((id) => ` ${id}`).join('')}`,
    );
}

describe('A citation is read as it stands and leads to what it names', () => {
  test.each<[string, string[]]>([
    ['按照《中华人民共和国垂钓条例》执行。', ['《中华人民共和国垂钓条例》 → njtl']],
    ['按照《垂钓条例》第二条执行。', ['《垂钓条例》第二条 → njtl t2']],
    ['按照 《垂钓条例》 第 二 条执行。', ['《垂钓条例》 第 二 条 → njtl t2']],
    [
      '有《垂钓条例》第三条第（一）、（三）项情形的。',
      ['《垂钓条例》第三条第（一） → njtl t3-x1', '（三）项 → njtl t3-x3'],
    ],
    [
      '按照《垂钓条例》第一条、第二条和第四条规定。',
      ['《垂钓条例》第一条 → njtl t1', '第二条 → njtl t2', '第四条 → njtl t4'],
    ],
    ['按照《垂钓条例》第二条至第四条规定。', ['《垂钓条例》第二条至第四条 → njtl t2 t3 t4']],
    ['按照《垂钓条例》第三条第二款规定。', ['《垂钓条例》第三条第二款 → njtl t3-k2']],
    ['根据渔夫法和垂钓条例第二条的规定办理。', ['渔夫法 → ldf', '垂钓条例第二条 → njtl t2']],
    ['遵守渔夫法律、法规。', []],
    ['由渔夫法和垂钓委员会决定。', []],
    ['按照小渔夫法第二条办理。', ['小渔夫法第二条 → ?《小渔夫法》第二条']],
    [
      '依照货船法第一百零三条、第一百零四条处罚。',
      ['货船法第一百零三条 → ?《货船法》第一百零三条', '第一百零四条 → ?《货船法》第一百零四条'],
    ],
    ['按照《垂钓条例》第九十条规定。', ['《垂钓条例》 → njtl']],
    ['依照云政发[2020]第5号执行。', ['云政发[2020]第5号 → yzbf']],
    [
      '按照《云泽市购船补贴办法》（云政发〔2020〕5号）执行。',
      ['《云泽市购船补贴办法》（云政发〔2020〕5号） → yzbf'],
    ],
    [
      '原《云泽市购船补贴办法》（云政发〔2015〕3号）同时废止。',
      ['《云泽市购船补贴办法》（云政发〔2015〕3号） → ?《云泽市购船补贴办法》云政发〔2015〕3号'],
    ],
    ['按照我市《购船补贴办法》第二条执行。', ['《购船补贴办法》第二条 → yzbf t2']],
    ['按照《购船补贴办法》第二条执行。', ['《购船补贴办法》第二条 → ?《购船补贴办法》第二条']],
    ['按照《云泽市泊位管理规定》第二条执行。', ['《云泽市泊位管理规定》第二条 → yztz d2-t2']],
    [
      '适用《关于执行〈垂钓条例〉的批复》。',
      ['《关于执行〈垂钓条例〉的批复》 → ?《关于执行〈垂钓条例〉的批复》'],
    ],
    ['唱《渔光曲》，填写《购船申请表》。', []],
    ['按照本办法第三条办理。', ['本办法第三条 → 本 t3']],
    ['按照本条例第三条办理。', []],
    ['按照该条例第三条办理。', []],
    ['违反第二条第一款第二项规定的，处罚。', ['第二条第一款第二项 → 本 t2-x2']],
    ['违反《垂钓条例》规定和第三条的。', ['《垂钓条例》 → njtl']],
    ['将“第三条”改为“本办法第二条”。', []],
    ['原《云泽市渔港办法》同时废止。', ['《云泽市渔港办法》 → ?《云泽市渔港办法》']],
    ['按照《办法》第三条办理。', []],
    [
      '符合《垂钓条例》第三条第（一）（三）项的。',
      ['《垂钓条例》第三条第（一） → njtl t3-x1', '（三）项 → njtl t3-x3'],
    ],
    [
      '按照《云泽市人民政府关于印发云泽市泊位管理规定的通知》第二条执行。',
      ['《云泽市人民政府关于印发云泽市泊位管理规定的通知》第二条 → yztz d2-t2'],
    ],
    [
      '2020年3月1日《关于修改〈云泽市公章规定〉的决定》施行前的。',
      ['《关于修改〈云泽市公章规定〉的决定》 → ?《关于修改〈云泽市公章规定〉的决定》'],
    ],
    [
      '2020年6月1日《关于修改〈云泽市公章规定〉的决定》施行前的。',
      ['《关于修改〈云泽市公章规定〉的决定》 → xgjd'],
    ],
    ['分三步走，第一条线路和第二款车型先行。', []],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected);
  });

  test('of a 款 without a list the item of its article is meant', () => {
    const own = [
      '云泽市渔港办法',
      '第一条 有下列情形之一的，处理：',
      '（一）子；',
      '（二）丑。',
      '有前款第二项情形的，从重；属于第一项情形的，从轻。',
    ];
    const clauses = splitPolicy(own.join('\n')).clauses;
    const citing = { id: 'yg', title: '云泽市渔港办法', number: '', clauses };
    expect(readCitations(citing, HELD).map(({ target }) => target)).toEqual([
      { is: 'own', clauses: ['t1-x2'] },
      { is: 'own', clauses: ['t1-x1'] },
    ]);
  });

  test('an item where there is no list leads to the document, not to some clause of it', () => {
    expect(read('按照《垂钓条例》第二条第（二）项处理。')).toEqual(['《垂钓条例》 → njtl']);
  });

  test('《某条例》 in 《云泽市某条例》 is the one above it, no other edition of itself', () => {
    const own = ['云泽市公章规定', '第一条 根据国务院《公章规定》，制定本规定。'];
    const above = '《公章规定》 → ?《公章规定》';
    expect(read('按照《公章规定》处理。', own)).toEqual([above]);
    expect(read('按照国务院《公章规定》处理。', ['云泽市公章规定实施细则', '第一条 甲。'])).toEqual(
      [above],
    );
    expect(read('按照《公章规定》处理。', ['云泽市公章规定实施细则', '第一条 甲。'])).toEqual([
      '《公章规定》 → gz-2020',
    ]);
  });

  test('以下简称 is remembered: 条例第三条, 《条例》', () => {
    const own = ['云泽市垂钓实施办法', '第一条 为了实施《垂钓条例》（以下简称条例），制定本办法。'];
    expect(
      read('有条例第三条第（二）项情形，又违反《条例》第四条的，按管理条例第一条处理。', own),
    ).toEqual([
      '条例第三条第（二）项 → njtl t3-x2',
      '《条例》第四条 → njtl t4',
      '管理条例第一条 → ?《管理条例》第一条',
    ]);
  });

  test('以下称 in brackets of its own, behind the number', () => {
    const own = [
      '云泽市垂钓实施办法',
      '第一条 根据《某条例》（云政发〔2019〕2号）文件（以下称《条例》），制定本办法。',
    ];
    expect(read('按《条例》第四条处理。', own)).toEqual([
      '《条例》第四条 → ?《某条例》云政发〔2019〕2号第四条',
    ]);
  });

  test.each([
    ['2015-01-01', '《云泽市公章规定》第二条 → gz-2010 t2'],
    ['2021-01-01', '《云泽市公章规定》第二条 → gz-2020 t2'],
  ])('a clause is looked for in the edition of the day: %s', (date, expected) => {
    expect(read('按照《云泽市公章规定》第二条执行。', OWN, { date })).toEqual([expected]);
  });
});

describe('Places of the document itself', () => {
  const text = [
    '云泽市渔港办法',
    '第一条 甲：',
    '（一）子；',
    '（二）丑；',
    '（三）违反前两项的。',
    '前款所列第（一）、（二）项情形除外。',
    '前两款规定适用于第三条。',
    '第二条 按前条和本条第二款规定。',
    '按前款规定。',
    '第三条 乙。',
  ].join('\n');
  const { clauses } = splitPolicy(text);
  const found = readCitations({ id: 'yg', title: '云泽市渔港办法', number: '', clauses }, HELD);

  test('are counted from where they are said: 前款, 前两项', () => {
    expect(
      found.map(({ clause, written, target }) => [
        clause,
        written,
        target.is === 'own' ? target.clauses.join(' ') : target.is,
      ]),
    ).toEqual([
      ['t1-x3', '前两项', 't1-x1 t1-x2'],
      ['t1-k2', '前款', 't1'],
      ['t1-k2', '第（一）', 't1-x1'],
      ['t1-k2', '（二）项', 't1-x2'],
      ['t1-k3', '前两款', 't1 t1-k2'],
      ['t1-k3', '第三条', 't3'],
      ['t2', '前条', 't1'],
      ['t2', '本条第二款', 't2-k2'],
      ['t2-k2', '前款', 't2'],
    ]);
  });

  test('tell who cites a clause', () => {
    const index = citedBy([{ id: 'yg', citations: found }]);
    expect(
      index
        .get('yg')
        ?.clauses.get('t1')
        ?.map(({ clause }) => clause),
    ).toEqual(['t1-k2', 't1-k3', 't2']);
  });
});

test('only articles have 款: 前款 in a part is not told', () => {
  const text = '云泽市渔港意见\n一、甲。\n乙。\n按前款规定办理。\n二、丙。';
  const { clauses } = splitPolicy(text);
  expect(readCitations({ id: 'yj', title: '云泽市渔港意见', number: '', clauses }, HELD)).toEqual(
    [],
  );
});

test('a part is what 第二条 names where there are no articles', () => {
  const text = '云泽市渔港意见\n一、甲。\n二、乙。\n三、按本意见第二条办理。';
  const { clauses } = splitPolicy(text);
  const [found] = readCitations({ id: 'yj', title: '云泽市渔港意见', number: '', clauses }, HELD);
  expect(found?.target).toEqual({ is: 'own', clauses: ['p2'] });
});

describe('In a decision that changes a document', () => {
  const decision = (date: string) => {
    const text = [
      '云泽市人民政府关于修改《云泽市公章规定》的决定',
      '云泽市人民政府决定对《云泽市公章规定》作如下修改：',
      '一、将第一条修改为：',
      '“除本规定第三条和第二条规定的以外，依照渔夫法第二条。”',
      '二、《云泽市公章规定》第三条改为第四条。',
    ].join('\n');
    const { clauses } = splitPolicy(text);
    const title = '云泽市人民政府关于修改《云泽市公章规定》的决定';
    return readCitations({ id: 'jd', title, number: '', date, clauses }, HELD).flatMap(
      ({ written, target }) =>
        target.is === 'held'
          ? [`${written} → ${[target.document, ...target.clauses].join(' ')}`]
          : [],
    );
  };

  test('quoted words cite it as changed, its own words as it was', () => {
    expect(decision('2020-06-01').slice(2)).toEqual([
      '本规定第三条 → gz-2020 t3',
      '第二条 → gz-2020 t2',
      '渔夫法第二条 → ldf t2',
      // The edition before has no 第三条.
      '《云泽市公章规定》 → gz-2020',
    ]);
  });

  test('no edition as changed, no link to its places', () => {
    expect(decision('2023-01-01').filter((one) => one.startsWith('本规定'))).toEqual([]);
  });
});

test('whatever the text: links stand in order, apart from each other, and exactly where they say', () => {
  const pieces = fc.constantFrom(
    '《',
    '》',
    '〈',
    '〉',
    '（',
    '）',
    '“',
    '”',
    '第三条',
    '第（二）',
    '、',
    '和',
    '至',
    '项',
    '前款',
    '前两项',
    '本办法',
    '本条',
    '垂钓条例',
    '渔夫法',
    '以下简称条例',
    '条例',
    '云政发〔2020〕5号',
    '根据',
    '制定本',
    '同时废止',
    ' ',
    '\u200b',
    '㈡',
    '𠮷',
    '。',
    '；',
    '\n',
    '\n第一条 ',
    '\n一、',
  );
  const text = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(text, (parts) => {
      const { clauses } = splitPolicy(['云泽市渔港办法\n第一条 甲。\n第二条 ', ...parts].join(''));
      const citing = { id: 'yg', title: '云泽市渔港办法', number: '', clauses };
      const found = readCitations(citing, HELD);
      for (const clause of clauses)
        for (const { n, text: sentence } of sentencesOf(clause)) {
          const own = found.filter((one) => one.clause === clause.id && one.n === n);
          let at = 0;
          let joined = '';
          for (const { from, to, written } of own) {
            expect(from).toBeGreaterThanOrEqual(at);
            expect(to).toBeGreaterThan(from);
            expect(sentence.slice(from, to)).toBe(written);
            joined += sentence.slice(at, from) + written;
            at = to;
          }
          expect(joined + sentence.slice(at)).toBe(sentence);
        }
    }),
  );
});
