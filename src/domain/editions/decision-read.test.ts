import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecisionPlace, Instruction } from './decision.ts';
import { readDecision } from './decision-read.ts';

/** A decision of the made-up 云泽市 with these items. */
function decision(...lines: string[]): string {
  return [
    '云泽市人民政府关于修改《云泽市停车办法》的决定',
    '云泽市人民政府决定对《云泽市停车办法》作如下修改：',
    ...lines,
    '本决定自2031年1月1日起施行。',
    '《云泽市停车办法》根据本决定作相应修改，重新公布。',
  ].join('\n');
}

function spell({ steps, part }: DecisionPlace): string {
  return (
    (part ?? '') +
    steps.map(({ unit, number, zhi }) => `${number}${zhi ? `之${zhi}` : ''}${unit}`).join('')
  );
}

/** An instruction in short: `p1 rewrite 3条2款 甲。` */
function short({ item, operation, why }: Instruction): string {
  if (!operation) return `${item.id} ✗ ${why}`;
  const said = Object.entries(operation).flatMap(([key, value]) => {
    if (key === 'does' || value === null) return [];
    if (key === 'pairs')
      return (value as { old: string[]; words: string[] }[]).map(
        ({ old, words }) => `${old.join('|')}→${words.join('|')}`,
      );
    if (!Array.isArray(value)) return typeof value === 'object' ? spell(value) : value;
    if (value.length === 0) return [];
    const [first] = value;
    return typeof first === 'string' ? value.join('|') : value.map(spell).join(' ');
  });
  return [item.id, operation.does, ...said].join(' ');
}

const read = (...lines: string[]) => readDecision(decision(...lines)).map(short);

describe('a form in which legislation writes is read as what it says', () => {
  it.each([
    ['一、将第三条修改为：“甲。”', ['p1 rewrite 3条 甲。']],
    ['一、第三条第二款第一项修改为：“（一）甲；”', ['p1 rewrite 3条2款1项 （一）甲；']],
    ['一、将第三条第(二)项修改为“(二)甲”。', ['p1 rewrite 3条2项 (二)甲']],
    ['一、将第三条改为第四条，修改为：“甲。”', ['p1 rewrite 3条 甲。 4条']],
    ['一、将第三条、第五条合并，作为第四条，修改为：“甲。”', ['p1 rewrite 3条 5条 甲。 4条']],
    ['一、将第三条中的“甲”修改为“乙”。', ['p1 replace 3条 甲→乙']],
    ['一、将第三条、第五条第一款中的“甲”修改为“乙”。', ['p1 replace 3条 5条1款 甲→乙']],
    ['一、将第三条中的“甲”“丙”修改为“乙”。', ['p1 replace 3条 甲|丙→乙']],
    ['一、将第三条中的“甲”、“丙”分别修改为“乙”、“丁”。', ['p1 replace 3条 甲→乙 丙→丁']],
    ['一、将“甲”统一修改为“乙”。', ['p1 replace 甲→乙']],
    ['一、删去第三条。', ['p1 delete 3条']],
    ['一、删除第三条第二款、第五条。', ['p1 delete 3条2款 5条']],
    ['一、删去第三条中的“甲”。', ['p1 replace 3条 甲→']],
    ['一、将第三条中的“甲”删去。', ['p1 replace 3条 甲→']],
    ['一、在第三条第一款“甲”后增加“、乙”。', ['p1 insert 3条1款 甲 after 、乙']],
    ['一、第三条第一款末尾增加：“乙。”', ['p1 insert 3条1款 after 乙。']],
    ['一、增加一条，作为第七条：“甲。”', ['p1 add 条 7条 甲。']],
    ['一、在第七条后增加一条，作为第七条之一：“甲。”', ['p1 add 条 7条 after 7之1条 甲。']],
    ['一、第三条增加一款，作为第二款：“甲。”', ['p1 add 款 3条 3条2款 甲。']],
    ['一、第三条增加规定：“甲。”', ['p1 add 款 3条 甲。']],
    [
      '一、第三条第一款增加一项，作为第二项：“（二）甲；”',
      ['p1 add 项 3条1款 3条1款2项 （二）甲；'],
    ],
    ['一、将第三条改为第四条。', ['p1 renumber 3条 4条']],
    ['一、第三条至第五条依次改为第四条至第六条。', ['p1 renumber 3条 4条 5条 4条 5条 6条']],
    ['一、条文顺序作相应调整。', ['p1 renumber-all']],
    ['一、将引言修改为：“甲。”', ['p1 rewrite preamble 甲。']],
    ['一、将题目修改为：“云泽市停放办法”。', ['p1 rewrite title 云泽市停放办法']],
    ['一、第二章章名“甲”修改为“乙”。', ['p1 replace heading2章 甲→乙']],
    ['一、第三条第二句修改为：“甲。”', ['p1 rewrite 3条 甲。']],
    ['一、序言第二自然段中“甲”修改为“乙”。', ['p1 replace preamble2自然段 甲→乙']],
    ['一、第五条增加第二款：“甲。”', ['p1 add 款 5条 5条2款 甲。']],
    ['一、第三条修改为第四条：“甲。”', ['p1 rewrite 3条 甲。 4条']],
    ['一、将第二条、第三条合并为第二条，修改为：“甲。”', ['p1 rewrite 2条 3条 甲。 2条']],
    [
      '一、将第十条第一款修改为两款，作为第一款、第二款：“甲。',
      ['p1 rewrite 10条1款 甲。 10条1款 10条2款'],
    ],
    ['一、将文中“甲”统一修改为“乙”。', ['p1 replace 甲→乙']],
    ['一、将第四章名称修改为：“甲”。', ['p1 rewrite heading4章 甲']],
    [
      '一、将第三条第一款中的“甲”和第二款中的“乙”修改为“丙”。',
      ['p1 replace 3条1款 甲→丙', 'p1 replace 3条2款 乙→丙'],
    ],
    ['一、删去第三条中的“甲”、第五条中的“乙”。', ['p1 replace 3条 甲→', 'p1 replace 5条 乙→']],
    ['一、删去第三条，第五条第二款。', ['p1 delete 3条 5条2款']],
    [
      '一、将第三条中的“甲”修改为“乙”、“丙”修改为“丁”。',
      ['p1 replace 3条 甲→乙', 'p1 replace 3条 丙→丁'],
    ],
    ['一、第十一条以后条款序号依次顺延。', ['p1 renumber-all']],
  ])('%s', (line, wanted) => {
    expect(read(line)).toEqual(wanted);
  });

  it('what is left out of a place is taken from the place before', () => {
    expect(
      read(
        '一、将第二条第二项修改为“（二）甲”，第四项修改为“（四）乙”。',
        '删去第二款，增加一项，作为第五项：“（五）丙”。',
      ),
    ).toEqual([
      'p1 rewrite 2条2项 （二）甲',
      'p1 rewrite 2条4项 （四）乙',
      'p1 delete 2条2款',
      'p1 add 项 2条2款 2条2款5项 （五）丙',
    ]);
  });

  it('words without a place are in the place before, and 这一款 is that place', () => {
    expect(
      read('一、第三条第二款中“甲”修改为“乙”，“丙”修改为“丁”。这一款相应修改为：“乙丁。”'),
    ).toEqual(['p1 replace 3条2款 甲→乙', 'p1 replace 3条2款 丙→丁', 'p1 rewrite 3条2款 乙丁。']);
  });

  it('其中的 is in the article that has just been numbered anew', () => {
    expect(read('一、将第二十一条改为第二十二条，其中的“甲”修改为“乙”。')).toEqual([
      'p1 renumber 21条 22条',
      'p1 replace 21条 甲→乙',
    ]);
  });

  it('new text without quotes ends where instructions go on', () => {
    expect(
      read(
        '一、第二章“停放”中增加一节，作为第二节“收费”；增加一条，作为第九条。内容如下：',
        '第二节 收费',
        '第九条 停车收费。',
        '第九条至第十条相应改为第十条至第十一条。',
      ),
    ).toEqual([
      'p1 add 节 2章 2章2节 第二节 收费|第九条 停车收费。',
      'p1 renumber 9条 10条 10条 11条',
    ]);
  });
});

describe('quotes in every style are the same words', () => {
  it.each([
    ['“ repeated at each paragraph', ['一、将第三条修改为：“甲：', '“（一）乙；', '“（二）丙。”']],
    ['“ at the two ends only', ['一、将第三条修改为：', '“甲：', '（一）乙；', '（二）丙。”']],
    ['the last ” missing', ['一、将第三条修改为：“甲：', '“（一）乙；', '“（二）丙。']],
    ['half-width marks', ['一、将第三条修改为:"甲：', '"（一）乙；', '"（二）丙。"']],
    ['each paragraph in quotes of its own', ['一、将第三条修改为：“甲：”“（一）乙；”“（二）丙。”']],
  ])('%s', (_, lines) => {
    expect(read(...lines)).toEqual(['p1 rewrite 3条 甲：|（一）乙；|（二）丙。']);
  });

  it('words in quotes inside a quote stay', () => {
    expect(read('一、将第三条修改为：“本办法所称‘以上’，包括本数。', '““以下”不包括。”')).toEqual([
      'p1 rewrite 3条 本办法所称“以上”，包括本数。|“以下”不包括。',
    ]);
  });
});

describe('what is not mechanical is left to a person, with the reason', () => {
  it.each([
    ['一、个别文字作相应调整。', ['p1 ✗ 决定没有写改哪些字。']],
    ['一、第三条后段修改为：“甲。”', ['p1 ✗ 用句中的一段定位，不能确定从哪里到哪里。']],
    ['一、对引用的条文作相应修改。', ['p1 ✗ 决定没有逐处写明引用的条文怎样改。']],
    ['一、将第三条“甲”之后的内容删去。', ['p1 ✗ 这种写法程序不能确定怎样改。']],
    ['一、附件1中的“甲”修改为“乙”。', ['p1 ✗ 这种写法程序不能确定怎样改。']],
    ['一、将第三条移至附则并作文意上的修改。', ['p1 ✗ 这种写法程序不能确定怎样改。']],
  ])('%s', (line, wanted) => {
    expect(read(line)).toEqual(wanted);
  });

  it('the order of the articles follows, single words do not', () => {
    expect(read('一、删去第三条。', '此外，对条文顺序和个别文字作相应调整。')).toEqual([
      'p1 delete 3条',
      'tail renumber-all',
      'tail ✗ 决定没有写改哪些字。',
    ]);
  });

  it('that the decision comes into force is no instruction', () => {
    expect(
      read('一、删去第三条。', '二、本决定自2031年1月1日起施行，此前受理的按照修改前的规定办理。'),
    ).toEqual(['p1 delete 3条']);
  });
});

describe('of a decision on many documents only the item of this one counts', () => {
  const many = [
    '云泽市人民政府关于修改部分规章的决定',
    '云泽市人民政府决定对下列规章作如下修改：',
    '一、修改《云泽市停车办法》',
    '1.删除第三条。',
    '2.条文顺序作相应调整。',
    '二、将《云泽市集市办法》第四条中的“甲”修改为“乙”。',
  ].join('\n');

  it('its items are called by their numbers in it', () => {
    expect(readDecision(many, '云泽市停车办法').map(short)).toEqual([
      '1 delete 3条',
      '2 renumber-all',
    ]);
    expect(readDecision(many, '云泽市集市办法').map(short)).toEqual(['p2 replace 4条 甲→乙']);
  });

  it('a document that it does not name is left as it is', () => {
    expect(readDecision(many, '云泽市渔港办法')).toEqual([]);
  });
});

it('an amendment (修正案) numbers its items as articles', () => {
  const amendment =
    '云泽章程修正案（2031年）\n第四条 章程第五条第二款“甲。”修改为：“乙。”\n第五条 章程第六条增加规定：“丙。”';
  expect(readDecision(amendment).map(short)).toEqual([
    't4 replace 5条2款 甲。→乙。',
    't5 add 款 6条 丙。',
  ]);
});

it('any words at all are read without fault, and in time', () => {
  const parts = [
    '第一条',
    '第（二）项',
    '、',
    '至',
    '，',
    '。',
    '“',
    '”',
    '甲',
    '修改为',
    '增加一条，作为',
    '删去',
    '中的',
    '\n一、',
    '《甲办法》',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 60 }), (words) => {
      expect(Array.isArray(readDecision(decision(words.join(''))))).toBe(true);
    }),
  );
  expect(readDecision(decision(`一、删去${'第一条、'.repeat(5000)}第二条。`))).toHaveLength(1);
});
