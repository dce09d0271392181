import { describe, expect, it } from 'vitest';
import { applyDecision } from './amend.ts';
import { readDecision } from './decision-read.ts';

const BASE = `云泽市渔港办法
第一章 总则
第一条 为了渔港，制定本办法。
第二章 特别规定
第二条 渔船另行规定。
第三条 下列事项由渔港办理：
（一）进港；
（二）出港。
船名不得重复，但是同港的除外。
船舶由海事处登记。
第三章 附则
第四条 本办法自公布之日起施行。
`;

/** What a decision of the made-up 云泽市 with these lines makes of the base. */
function amend(...lines: string[]) {
  const decision = [
    '云泽市人民政府关于修改《云泽市渔港办法》的决定',
    '云泽市人民政府决定对《云泽市渔港办法》作如下修改：',
    ...lines,
  ];
  return applyDecision({ source: BASE }, readDecision(decision.join('\n')));
}

/** Lines that stand in one of two texts only. */
function differs(...lines: string[]): string[] {
  const { text, left, problems } = amend(...lines);
  expect([...left.map(({ why }) => why), ...problems.map(({ problem }) => problem)]).toEqual([]);
  const [old, next] = [BASE.trim().split('\n'), text.trim().split('\n')];
  return [
    ...old.filter((line) => !next.includes(line)).map((line) => `- ${line}`),
    ...next.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ];
}

describe('what is left after the words of a form is done as the form says', () => {
  it.each<[string, string[], string[]]>([
    [
      '章名 in a list is the heading alone: what stands under it stays',
      ['一、删去第二章章名和第二条。', '二、条文顺序作相应调整。'],
      [
        '- 第二章 特别规定',
        '- 第二条 渔船另行规定。',
        '- 第三条 下列事项由渔港办理：',
        '- 第三章 附则',
        '- 第四条 本办法自公布之日起施行。',
        '+ 第二条 下列事项由渔港办理：',
        '+ 第二章 附则',
        '+ 第三条 本办法自公布之日起施行。',
      ],
    ],
    [
      '单列一条: a 款 becomes an article of its own',
      ['一、将第三条第三款单列一条，作为第四条，修改为：“船舶由港务处登记。”'],
      [
        '- 船舶由海事处登记。',
        '- 第四条 本办法自公布之日起施行。',
        '+ 第四条 船舶由港务处登记。',
        '+ 第五条 本办法自公布之日起施行。',
      ],
    ],
    [
      'a line below 一、 that begins with an article goes on with the item',
      [
        '一、将第三条第二款修改为：“船名不得重复。”',
        '第三条增加一款，作为第四款：“船舶应当保险。”',
        '二、删去第二条。',
      ],
      [
        '- 第二条 渔船另行规定。',
        '- 船名不得重复，但是同港的除外。',
        '+ 船名不得重复。',
        '+ 船舶应当保险。',
      ],
    ],
    [
      'a quoted line that ends with 规定： begins no new text without quotes',
      [
        '一、将第三条第一款修改为：',
        '“下列情形适用本规定：',
        '（一）进港的；',
        '（二）出港的。”',
        '二、删去第二条。',
      ],
      [
        '- 第二条 渔船另行规定。',
        '- 第三条 下列事项由渔港办理：',
        '- （一）进港；',
        '- （二）出港。',
        '+ 第三条 下列情形适用本规定：',
        '+ （一）进港的；',
        '+ （二）出港的。',
      ],
    ],
    [
      'that the numbers follow may be said in the sentence that has the text published again',
      [
        '一、删去第二条。',
        '《云泽市渔港办法》根据本决定作相应的修改并且对条文的顺序作相应调整，重新公布。',
      ],
      [
        '- 第二条 渔船另行规定。',
        '- 第三条 下列事项由渔港办理：',
        '- 第四条 本办法自公布之日起施行。',
        '+ 第二条 下列事项由渔港办理：',
        '+ 第三条 本办法自公布之日起施行。',
      ],
    ],
    [
      '末尾的, 规定的, 其中的',
      [
        '一、删去第三条第二款末尾的“但是同港的除外”。',
        '二、将第二条改为第二条，删去其中的“另行”。',
        '三、删去第三条第三款规定的“由海事处”。',
      ],
      [
        '- 第二条 渔船另行规定。',
        '- 船名不得重复，但是同港的除外。',
        '- 船舶由海事处登记。',
        '+ 第二条 渔船规定。',
        '+ 船名不得重复。',
        '+ 船舶登记。',
      ],
    ],
    [
      '《办法》原第三条, 修改后的第三条; 名称 in a list of places',
      [
        '一、将《办法》原第二条改为修改后的《办法》第三条。',
        '二、将《办法》原第三条改为修改后《办法》第二条。',
        '三、将名称、第一条中的“渔港”修改为“海港”。',
      ],
      [
        '- 云泽市渔港办法',
        '- 第一条 为了渔港，制定本办法。',
        '- 第二条 渔船另行规定。',
        '- 第三条 下列事项由渔港办理：',
        '+ 云泽市海港办法',
        '+ 第一条 为了海港，制定本办法。',
        '+ 第二条 下列事项由渔港办理：',
        '+ 第三条 渔船另行规定。',
      ],
    ],
    [
      '条文顺序作相应调整, each number in quotes',
      [
        '一、删去第二条。',
        '二、将《办法》的条文顺序作相应调整：“第三条”调整为“第二条”，“第四条”调整为“第三条”。',
      ],
      [
        '- 第二条 渔船另行规定。',
        '- 第三条 下列事项由渔港办理：',
        '- 第四条 本办法自公布之日起施行。',
        '+ 第二条 下列事项由渔港办理：',
        '+ 第三条 本办法自公布之日起施行。',
      ],
    ],
    [
      'after a sentence; an item after another, with 作为 behind it; 的表述',
      [
        '一、在第三条第二款第一句后增加一句“同名的，应当更改。”',
        '二、第三条第一款第二项后增加“（三）检修。”，作为第三项。',
        '三、删除第二条“另行”的表述。',
      ],
      [
        '- 第二条 渔船另行规定。',
        '- 船名不得重复，但是同港的除外。',
        '+ 第二条 渔船规定。',
        '+ （三）检修。',
        '+ 船名不得重复，但是同港的除外。同名的，应当更改。',
      ],
    ],
  ])('%s', (_, lines, expected) => {
    expect(differs(...lines)).toEqual(expected);
  });
});

it('第二部分 is found by its number, with its heading in quotes or without', () => {
  const base = '云泽市补贴通知\n一、对象\n甲，每人500元。\n二、补贴标准\n乙，每人500元。';
  const decision = [
    '关于修改《云泽市补贴通知》的通知',
    '决定对《云泽市补贴通知》作如下修改：',
    '一、将第二部分“补贴标准”中的“每人500元”修改为“每人600元”。',
  ];
  const { text } = applyDecision({ source: base }, readDecision(decision.join('\n')));
  expect(text.split('\n').slice(2)).toEqual(['甲，每人500元。', '二、补贴标准', '乙，每人600元。']);
});

it('what follows words that are not understood speaks of the place that these name', () => {
  const { left, applied } = amend(
    '一、将第一条修改为：“为了海港，制定本办法。”第三条条首部分修改为：“下列事项：”；增加一项，作为第三项：“（三）检修。”',
  );
  expect(left.map(({ instruction }) => instruction.words)).toEqual([
    '第三条条首部分修改为:“下列事项：”',
  ]);
  expect(applied.at(-1)?.new).toContain('t3-x3');
});

it('that a text holds longer changes no word, and is left to a person', () => {
  const { left } = amend('一、有效期延长至2035年12月31日。');
  expect(left.map(({ instruction }) => instruction.words)).toEqual(['有效期延长至2035年12月31日']);
});
