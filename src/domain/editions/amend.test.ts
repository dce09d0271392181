import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumeral } from '../policy/numeral.ts';
import { applyDecision } from './amend.ts';
import { readDecision } from './decision-read.ts';

const BASE = `云泽市停车办法

（2030年1月1日印发）

第一章　总则

第一条　为了停车，制定本办法。

第二条　停车应当有序。不得占道。

　　停车收费：

　　（一）白天每次3元；

　　（二）夜间免费。

　　收费公开。

第二章　管理

第三条　违反本办法第二条的，处50元罚款；违反《云泽市道路办法》第三条的，从其规定。

第四条　本办法自2030年2月1日起施行。
`;

/** What these items of a decision make of the base. */
function amend(...items: string[]) {
  const lines = items.map((item, i) => `${formatNumeral(i + 1)}、${item}`);
  const source = [
    '云泽市人民政府关于修改《云泽市停车办法》的决定',
    '云泽市人民政府决定：',
    ...lines,
  ];
  return applyDecision({ source: BASE }, readDecision(source.join('\n')));
}

/** The base with some of its text changed: what else differs fails a test. */
function base(...changes: [old: string, next: string][]): string {
  return changes.reduce((text, [old, next]) => {
    expect(text).toContain(old);
    return text.replace(old, next);
  }, BASE);
}

describe('what nobody touches is the same byte for byte, and new text is laid out as the old', () => {
  it.each<[string, string, [string, string][]]>([
    ['将第一条修改为：“为了有序停车，制定本办法。”', '条', [['为了停车', '为了有序停车']]],
    ['将第二条第一款修改为：“停车有序。”', '款', [['停车应当有序。不得占道。', '停车有序。']]],
    ['将第二条第三款修改为：“收费应当公开。”', '款', [['收费公开', '收费应当公开']]],
    [
      '将第二条第二款第一项修改为“（一）白天每次4元”。',
      '项，没有写末尾的标点',
      [['每次3元', '每次4元']],
    ],
    ['将第二条第一项修改为：“（一）白天每次4元；”', '项，没有写第几款', [['每次3元', '每次4元']]],
    ['将第一条中的“停车”修改为“停放”。', '字', [['为了停车', '为了停放']]],
    ['将第三条中的“50元”删去。', '删字', [['处50元罚款', '处罚款']]],
    ['在第一条“停车”后增加“和行车”。', '加字', [['为了停车', '为了停车和行车']]],
    ['第二条第三款末尾增加：“每年一次。”', '加句', [['收费公开。', '收费公开。每年一次。']]],
    ['将第二条第一款第二句修改为：“不得占用人行道。”', '句', [['不得占道', '不得占用人行道']]],
    ['第二章章名“管理”修改为“监督管理”。', '章名', [['第二章　管理', '第二章　监督管理']]],
    ['将题目修改为：“云泽市停放办法”。', '题目', [['云泽市停车办法', '云泽市停放办法']]],
    [
      '第二条增加一款，作为第二款：“鼓励错时停车。”',
      '加款',
      [['占道。\n', '占道。\n\n　　鼓励错时停车。\n']],
    ],
    [
      '第二条增加一款，作为第一款：“停车靠右。”',
      '加第一款',
      [['第二条　停车应当', '第二条　停车靠右。\n\n　　停车应当']],
    ],
    [
      '第二条增加一款：“鼓励错时停车。”',
      '加款，没有写第几款',
      [['收费公开。\n', '收费公开。\n\n　　鼓励错时停车。\n']],
    ],
    ['删去第二条第三款。', '删款', [['\n　　收费公开。\n', '']]],
    ['删去第二条第一款。', '删第一款', [['停车应当有序。不得占道。\n\n　　停车收费', '停车收费']]],
    [
      '第二条第二款增加一项，作为第二项：“（二）傍晚每次1元；”',
      '加项',
      [['（二）夜间', '（二）傍晚每次1元；\n\n　　（三）夜间']],
    ],
    [
      '删去第二条第二款第一项，第二项改为第一项。',
      '删项',
      [['（一）白天每次3元；\n\n　　（二）', '（一）']],
    ],
    ['删去第四条。', '删条', [['\n第四条　本办法自2030年2月1日起施行。\n', '']]],
    [
      '增加一条，作为第三条：“停车不得过夜。”',
      '加条',
      [
        ['\n第二章　管理', '\n第三条　停车不得过夜。\n\n第二章　管理'],
        ['第四条　本', '第五条　本'],
        ['第三条　违反', '第四条　违反'],
      ],
    ],
    [
      '在第二章中增加一条，作为第三条：“停车不得过夜。”',
      '在一章里加条',
      [
        ['第四条　本', '第五条　本'],
        ['第三条　违反', '第三条　停车不得过夜。\n\n第四条　违反'],
      ],
    ],
    [
      '在第三条后增加一条，作为第三条之一：“可以申诉。”',
      '加之一',
      [['\n第四条', '\n第三条之一　可以申诉。\n\n第四条']],
    ],
    [
      '将第三条、第四条合并，作为第三条，修改为：“本办法即日施行。”',
      '合并',
      [
        [
          '违反本办法第二条的，处50元罚款；违反《云泽市道路办法》第三条的，从其规定。\n\n第四条　本办法自2030年2月1日起施行。',
          '本办法即日施行。',
        ],
      ],
    ],
  ])('%s (%s)', (item, _, changes) => {
    const { text, left, problems } = amend(item);
    expect([...left, ...problems]).toEqual([]);
    expect(text).toBe(base(...changes));
  });

  it('places are the old ones, numbers of what is added the new ones', () => {
    const { text } = amend(
      '删去第一条。',
      '将第三条中的“50元”修改为“60元”。',
      '增加一条，作为第三条：“可以申诉。”',
      '条文顺序作相应调整。',
    );
    expect(text.match(/第.条　.{0,6}/gu)).toEqual([
      '第一条　停车应当有序',
      '第二条　违反本办法第',
      '第三条　可以申诉。',
      '第四条　本办法自20',
    ]);
    expect(text).toContain('60元');
  });

  it('a 款 that becomes an article, and a 款 put first, leave the old numbers to later items', () => {
    const { text, left } = amend(
      '将第二条第三款改为第三条，修改为：“收费应当公示。”',
      '将第三条改为第四条，增加一款，作为第一款：“依法处罚。”\n第一款改为第二款，其中的“50元”修改为“60元”。',
      '条文顺序作相应调整。',
    );
    expect(left).toEqual([]);
    expect(text).toBe(
      base(
        ['　　收费公开。\n', '第三条　收费应当公示。\n'],
        ['第四条　本', '第五条　本'],
        ['第三条　违反', '第四条　依法处罚。\n\n　　违反'],
        ['50元', '60元'],
      ),
    );
  });

  it('a new section comes with its articles, and the chapters and articles behind it move up', () => {
    const { text, left } = amend(
      '增加一章，作为第二章“收费”；增加一条，作为第三条。内容如下：\n第二章 收费\n第三条 停车收费。\n第二章相应改为第三章，第三条至第四条相应改为第四条至第五条。',
    );
    expect(left).toEqual([]);
    expect(text).toBe(
      base(
        ['第四条　本', '第五条　本'],
        ['第三条　违反', '第四条　违反'],
        ['第二章　管理', '第二章 收费\n\n第三条　停车收费。\n\n第三章　管理'],
      ),
    );
  });

  it('half-width marks of a decision become those of the text', () => {
    expect(amend('将第一条修改为:“停车, 有序: 1,000辆。”').text).toContain(
      '停车， 有序： 1,000辆。',
    );
  });

  it('without a word on the order, a deleted number stays free', () => {
    expect(amend('删去第一条。').text).toContain('第二条　停车应当');
  });

  it('an article that is told a number out of order changes its place', () => {
    const { text } = amend('将第四条改为第一条。', '条文顺序作相应调整。');
    expect(text.match(/第.条　.{0,4}/gu)).toEqual([
      '第一条　本办法自',
      '第二条　为了停车',
      '第三条　停车应当',
      '第四条　违反本办',
    ]);
  });
});

describe('what cannot be done is told, and not done by half', () => {
  it('an article that the base does not have is a problem that names item and place', () => {
    const { text, applied, problems } = amend(
      '将第一条中的“停车”修改为“停放”。',
      '删去第九条第二款。',
    );
    expect(text).toBe(BASE);
    expect(applied).toEqual([]);
    expect(problems.map(({ problem }) => problem)).toEqual([
      '决定的“二、”写“删去第九条第二款”，但上一版没有第九条第二款。',
    ]);
  });

  it.each([
    ['将第一条中的“骑车”修改为“停车”。', '上一版第一条里没有“骑车”。'],
    ['在第二条“停车”后增加“场”。', '“停车”在第二条里有 2 处，不能确定加在哪一处。'],
    ['第一条增加一项：“（一）甲；”', '上一版这里没有列项。'],
  ])('%s', (item, why) => {
    const { text, left } = amend(item);
    expect(left.map((one) => one.why)).toEqual([why]);
    expect(text).toBe(BASE);
  });

  it('words that stand elsewhere in the article, and only once, are changed there and told', () => {
    const { text, applied } = amend('将第二条第一款中的“公开”修改为“公示”。');
    expect(text).toBe(base(['公开', '公示']));
    expect(applied[0]?.notes).toHaveLength(1);
  });

  it('a citation of an article with another number is not changed but told; that of another document is none', () => {
    const { text, citations } = amend('删去第一条。', '条文顺序作相应调整。');
    expect(text).toContain('违反本办法第二条的');
    expect(citations).toEqual([{ at: '第二条', written: '本办法第二条', now: '第一条' }]);
  });
});

it('says which clauses each instruction touched, in both editions', () => {
  const { applied, renumbered } = amend(
    '将第三条中的“50元”修改为“60元”。',
    '删去第一条。',
    '条文顺序作相应调整。',
  );
  expect(applied.map(({ old, new: now }) => [old, now])).toEqual([
    [['t3'], ['t2']],
    [['t1'], []],
    [[], []],
  ]);
  expect(renumbered.map(({ old, new: now, by }) => [old, now, by?.item.id])).toContainEqual([
    't4',
    't3',
    'p3',
  ]);
});

/* A made text of articles and a decision on it, each edit on an article of its own. */

interface Article {
  paragraphs: string[];
  items: string[];
}
type Edit =
  | 'rewrite'
  | 'delete'
  | 'add-before'
  | 'words'
  | 'add-paragraph'
  | 'delete-paragraph'
  | 'add-item'
  | 'delete-item'
  | null;

const EDITS: readonly Edit[] = [
  'rewrite',
  'delete',
  'add-before',
  'words',
  'add-paragraph',
  'delete-paragraph',
  'add-item',
  'delete-item',
  null,
];
const word = fc.stringMatching(/^[甲乙丙丁戊己庚辛]{3,9}$/u);
const article = fc.record({
  paragraphs: fc.array(word, { minLength: 1, maxLength: 3 }),
  items: fc.array(word, { minLength: 2, maxLength: 4 }),
  edit: fc.constantFrom(...EDITS),
  at: fc.nat(9),
  words: word,
});

function printArticles(articles: readonly Article[]): string {
  const body = articles.flatMap(({ paragraphs, items }, i) => {
    const [first = '', ...rest] = paragraphs;
    return [
      `第${formatNumeral(i + 1)}条 ${first}如下：`,
      ...items.map((item, k) => `（${formatNumeral(k + 1)}）${item}；`),
      ...rest.map((text) => `${text}。`),
    ];
  });
  return ['云泽市停车办法', ...body].join('\n');
}

it('any mechanical edits, written in the words of legislation, give exactly the edited text', () => {
  fc.assert(
    fc.property(fc.array(article, { minLength: 2, maxLength: 12 }), (made) => {
      const next: Article[] = [];
      const said: string[] = [];
      for (const [i, { paragraphs, items, edit, at, words }] of made.entries()) {
        const here = `第${formatNumeral(i + 1)}条`;
        const own = { paragraphs: [...paragraphs], items: [...items] };
        if (edit === 'delete' && made.length > 2) {
          said.push(`删去${here}。`);
          continue;
        }
        if (edit === 'rewrite') {
          own.paragraphs = [words];
          own.items = [words, words];
          said.push(`将${here}修改为：“${words}如下：\n“（一）${words}；\n“（二）${words}；”`);
        }
        if (edit === 'add-before') {
          next.push({ paragraphs: [words], items: [words] });
          said.push(
            `增加一条，作为第${formatNumeral(next.length)}条：“${words}如下：\n“（一）${words}；”`,
          );
        }
        if (edit === 'words') {
          own.paragraphs[0] = words;
          said.push(`将${here}第一款中的“${paragraphs[0]}如下”修改为“${words}如下”。`);
        }
        if (edit === 'add-paragraph') {
          const n = 1 + (at % paragraphs.length);
          own.paragraphs.splice(n, 0, words);
          said.push(`${here}增加一款，作为第${formatNumeral(n + 1)}款：“${words}。”`);
        }
        if (edit === 'delete-paragraph' && paragraphs.length > 1) {
          const n = 1 + (at % (paragraphs.length - 1));
          own.paragraphs.splice(n, 1);
          said.push(`删去${here}第${formatNumeral(n + 1)}款。`);
        }
        if (edit === 'add-item') {
          const n = at % (items.length + 1);
          own.items.splice(n, 0, words);
          said.push(
            `${here}第一款增加一项，作为第${formatNumeral(n + 1)}项：“（${formatNumeral(n + 1)}）${words}；”`,
          );
        }
        if (edit === 'delete-item') {
          const n = at % items.length;
          own.items.splice(n, 1);
          said.push(`删去${here}第${formatNumeral(n + 1)}项。`);
        }
        next.push(own);
      }
      fc.pre(said.length > 0);
      const lines = [...said, '条文顺序作相应调整。'].map(
        (one, i) => `${formatNumeral(i + 1)}、${one}`,
      );
      const decision = ['云泽市人民政府关于修改《云泽市停车办法》的决定', ...lines].join('\n');
      const amended = applyDecision({ source: printArticles(made) }, readDecision(decision));
      expect(amended.left).toEqual([]);
      expect(amended.text).toBe(printArticles(next));
    }),
    { numRuns: 300 },
  );
});
