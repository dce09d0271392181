import { describe, expect, it } from 'vitest';
import { splitPolicy } from '../policy/split.ts';
import type { Change } from './change.ts';
import { compareEditions } from './compare.ts';

function compare(old: string, next: string, level: 'clause' | 'article' = 'clause') {
  return compareEditions(splitPolicy(old).clauses, splitPolicy(next).clauses, { level });
}

/** `changed t3 → t4`, sorted; the part that leads stands first. */
function told(changes: readonly Change[]): string[] {
  const ids = (units: Change['old']) => units.map(({ clause }) => clause).join('+');
  return changes.map(({ kind, old, next }) =>
    `${kind} ${ids(old)} → ${ids(next)}`.replace(/ +/gu, ' ').trim(),
  );
}

const HEAD = '云泽市住房补贴办法\n';
const lines = (...all: string[]) => HEAD + all.join('\n');

const TRAPS: [name: string, old: string, next: string, changes: string[]][] = [
  [
    'an item written after the pattern of the one before is new, and no part of that',
    lines(
      '第一条 标准如下：',
      '（一）建筑面积90平方米以下的，每户2万元；',
      '（二）建筑面积超过90平方米、不超过120平方米的，每户1万元。',
    ),
    lines(
      '第一条 标准如下：',
      '（一）建筑面积90平方米以下的，每户3万元；',
      '（二）建筑面积超过90平方米、不超过120平方米的，每户2万元；',
      '（三）建筑面积超过120平方米、不超过144平方米的，每户1万元。',
    ),
    ['changed t1-x1 → t1-x1', 'changed t1-x2 → t1-x2', 'added → t1-x3'],
  ],
  [
    'an article put in renumbers what follows, and changes nothing of it',
    lines(
      '第一条 为规范住房补贴，制定本办法。',
      '第二条 申请人应当向受理窗口提交材料。',
      '第三条 本办法自公布之日起施行。',
    ),
    lines(
      '第一条 为规范住房补贴，制定本办法。',
      '第二条 补贴工作应当坚持公开、公平的原则。',
      '第三条 申请人应当向受理窗口提交材料。',
      '第四条 本办法自公布之日起施行。',
    ),
    ['added → t2', 'renumbered t2 → t3', 'renumbered t3 → t4'],
  ],
  [
    'of twins the one that was removed is found by its neighbours',
    lines(
      '第一条 为规范住房补贴，制定本办法。',
      '第二条 购房补贴申请人应当在三十日内向受理窗口提交材料。',
      '第三条 租房补贴申请人应当在三十日内向受理窗口提交材料。',
      '第四条 本办法自公布之日起施行。',
    ),
    lines(
      '第一条 为规范住房补贴，制定本办法。',
      '第二条 租房补贴申请人应当在三十日内向受理窗口提交材料。',
      '第三条 本办法自公布之日起施行。',
    ),
    ['removed t2 →', 'renumbered t3 → t2', 'renumbered t4 → t3'],
  ],
  [
    'a 款 put first moves the rest',
    lines(
      '第一条 补贴按面积计发。',
      '补贴每年发一次，由云泽市房管部门公布。',
      '第二条 本办法自公布之日起施行。',
    ),
    lines(
      '第一条 享受补贴的人应当是云泽市户籍居民。',
      '补贴按面积计发。',
      '补贴每年发一次，由云泽市房管部门公布。',
      '第二条 本办法自公布之日起施行。',
    ),
    ['added → t1', 'renumbered t1 → t1-k2', 'renumbered t1-k2 → t1-k3'],
  ],
  [
    'a 款 taken into the one before is merged, and a like one written is new',
    lines(
      '第一条 住房补贴的基础是按面积计发的购房补贴，即一次性补贴和分年补贴。',
      '购房补贴不得重复申领，实行一户一次、先申请先审核的原则。',
      '第二条 本办法自公布之日起施行。',
    ),
    lines(
      '第一条 住房补贴的基础是按面积计发的购房补贴，即一次性补贴和分年补贴。购房补贴不得重复申领，实行一户一次、先申请先审核的原则。',
      '购房补贴在试点期间实行一户一次为主体、先审核后发放的原则。',
      '第二条 本办法自公布之日起施行。',
    ),
    ['merged t1+t1-k2 → t1', 'added → t1-k2'],
  ],
  [
    'two 款 that say nearly the same for two groups are merged into one for both',
    lines(
      '第一条 为规范住房补贴，制定本办法。',
      '第二条 领取购房补贴的居民，应当经审查同意，并向所在地区级财政部门登记后，方可领取。',
      '领取租房补贴的居民和职工，应当向所在地区级房管部门申请登记，并向同级财政部门备案后，方可领取。',
      '第三条 本办法自公布之日起施行。',
    ),
    lines(
      '第一条 为规范住房补贴，制定本办法。',
      '第二条 领取住房补贴的居民和职工，应当在十五日内向所在地区级财政部门备案。',
      '第三条 本办法自公布之日起施行。',
    ),
    ['merged t2-k2+t2 → t2'],
  ],
  [
    'a chapter that was moved takes with it an article that was reworded on the way',
    lines(
      '第一章 申请',
      '第一条 申请人应当向受理窗口提交身份证明和购房合同。',
      '第二条 受理窗口应当当场出具回执，不得收取任何费用。',
      '第三条 申请人可以撤回申请。',
      '第二章 标准',
      '第四条 购房补贴按建筑面积计发，每平方米五百元。',
      '第五条 违规领取的，由房管部门追回。',
      '第六条 租房补贴按月计发，每户不超过两千元。',
    ),
    lines(
      '第一章 标准',
      '第一条 购房补贴按建筑面积计发，每平方米五百元。',
      '第二条 骗取补贴的，由房管部门责令退回，并通报其所在单位。',
      '第三条 租房补贴按月计发，每户不超过两千元。',
      '第二章 申请',
      '第四条 申请人应当向受理窗口提交身份证明和购房合同。',
      '第五条 受理窗口应当当场出具回执，不得收取任何费用。',
      '第六条 申请人可以撤回申请。',
    ),
    [
      'renumbered z2 → z1',
      'renumbered t4 → t1',
      'changed t5 → t2',
      'renumbered t6 → t3',
      'renumbered z1 → z2',
      'renumbered t1 → t4',
      'renumbered t2 → t5',
      'renumbered t3 → t6',
    ],
  ],
  [
    'a 款 that went to another article is found, though that of its twin stayed',
    lines(
      '第一条 购房补贴按面积计发。',
      '购房补贴的申请人应当在每年三月底以前提交材料，逾期不予受理。',
      '第二条 租房补贴按月计发。',
      '租房补贴的申请人应当在每年三月底以前提交材料，逾期不予受理。',
      '第三条 申请人应当如实申报。',
    ),
    lines(
      '第一条 购房补贴按面积计发。',
      '第二条 租房补贴按月计发。',
      '租房补贴的申请人应当在每年三月底以前提交材料，逾期不予受理。',
      '第三条 申请人应当如实申报。',
      '购房补贴的申请人应当在每年三月底以前提交材料，逾期不予受理。',
    ),
    ['moved t1-k2 → t3-k2'],
  ],
  [
    'an article that was reworded and put elsewhere is the same one where no other is like it',
    lines(
      '第一条 为规范住房补贴，制定本办法。',
      '第二条 弄虚作假骗取补贴的，由房管部门追回补贴，三年内不受理其申请。',
      '第三条 补贴每年发放一次。',
      '第四条 申请人应当提交身份证明。',
      '第五条 本办法自公布之日起施行。',
    ),
    lines(
      '第一条 为规范住房补贴，制定本办法。',
      '第二条 补贴每年发放一次。',
      '第三条 申请人应当提交身份证明。',
      '第四条 弄虚作假骗取补贴的，由区级房管部门追回补贴，五年内不受理其申请。',
      '第五条 本办法自公布之日起施行。',
    ),
    ['renumbered t3 → t2', 'renumbered t4 → t3', 'changed t2 → t4'],
  ],
  [
    'under 一、 and （一） an item that was moved, one that was put in, and one that was reworded',
    '云泽市人民政府关于住房补贴的通知\n一、申请\n（一）提交身份证明。\n（二）由受理窗口当场出具回执，不收取费用。\n二、发放\n（一）按月发放，每户不超过两千元。',
    '云泽市人民政府关于住房补贴的通知\n一、申请\n（一）提交身份证明。\n（二）可以网上申请。\n二、发放\n（一）由受理窗口当场出具回执，不收取费用。\n（二）按月发放，每户不超过三千元。',
    ['added → p1-2', 'moved p1-2 → p2-1', 'changed p2-1 → p2-2'],
  ],
  [
    'an article that was cut in two is split',
    lines(
      '第一条 申请人应当向受理窗口提交身份证明和购房合同。受理窗口应当当场出具回执，不得收取任何费用。',
      '第二条 本办法自公布之日起施行。',
    ),
    lines(
      '第一条 申请人应当向受理窗口提交身份证明和购房合同。',
      '第二条 受理窗口应当当场出具回执，不得收取任何费用。',
      '第三条 本办法自公布之日起施行。',
    ),
    ['split t1 → t1+t2', 'renumbered t2 → t3'],
  ],
  [
    'where nothing but the place cited is other, that is what changed',
    lines('第一条 甲类补贴按面积计发。', '第二条 违反本办法第一条第二款规定的，追回补贴。'),
    lines('第一条 甲类补贴按面积计发。', '第二条 违反本办法第一条第三款规定的，追回补贴。'),
    ['changed t2 → t2'],
  ],
  [
    'chapters change places and names, and their articles go with them',
    lines(
      '第一章 申请',
      '第一条 申请人应当向受理窗口提交身份证明和购房合同。',
      '第二条 受理窗口应当当场出具回执，不得收取任何费用。',
      '第二章 发放标准',
      '第三条 购房补贴按建筑面积计发，每平方米五百元。',
      '第四条 租房补贴按月计发，每户不超过两千元。',
    ),
    lines(
      '第一章 补贴发放标准',
      '第一条 购房补贴按建筑面积计发，每平方米五百元。',
      '第二条 租房补贴按月计发，每户不超过两千元。',
      '第二章 申请',
      '第三条 申请人应当向受理窗口提交身份证明和购房合同。',
      '第四条 受理窗口应当当场出具回执，不得收取任何费用。',
    ),
    [
      'changed z2 → z1',
      'renumbered t3 → t1',
      'renumbered t4 → t2',
      'renumbered z1 → z2',
      'renumbered t1 → t3',
      'renumbered t2 → t4',
    ],
  ],
  [
    'a chapter with another name is the one that holds the same articles, and these are not moved',
    lines(
      '第一章 总则',
      '第一条 为规范住房补贴，制定本办法。',
      '第二章 罚则',
      '第二条 弄虚作假的，追回补贴。',
      '第三条 逾期不退的，由房管部门依法处理。',
    ),
    lines(
      '第一章 总则',
      '第一条 为规范住房补贴，制定本办法。',
      '第二章 法律责任',
      '第二条 弄虚作假的，追回补贴。',
      '第三条 逾期不退的，由房管部门依法处理。',
    ),
    ['changed z2 → z2'],
  ],
  [
    'an article in another chapter was moved, though its number stays',
    lines(
      '第一章 总则',
      '第一条 为规范住房补贴，制定本办法。',
      '第二条 房管部门负责监督检查，每年公布一次结果。',
      '第二章 监督',
      '第三条 弄虚作假的，追回补贴。',
    ),
    lines(
      '第一章 总则',
      '第一条 为规范住房补贴，制定本办法。',
      '第二章 监督',
      '第二条 房管部门负责监督检查，每年公布一次结果。',
      '第三条 弄虚作假的，追回补贴。',
    ),
    ['moved t2 → t2'],
  ],
  [
    'a 款 that became an article elsewhere was moved',
    lines(
      '第一条 申请人应当提交身份证明。',
      '房管部门应当在二十个工作日内作出书面决定。',
      '第二条 补贴按面积计发。',
      '第三条 本办法自公布之日起施行。',
    ),
    lines(
      '第一条 申请人应当提交身份证明。',
      '第二条 补贴按面积计发。',
      '第三条 房管部门应当在二十个工作日内作出书面决定。',
      '第四条 本办法自公布之日起施行。',
    ),
    ['moved t1-k2 → t3', 'renumbered t3 → t4'],
  ],
  [
    'an item put in renumbers the items after it',
    lines('第一条 申请人应当提交：', '（一）身份证明；', '（二）购房合同；', '（三）其他材料。'),
    lines(
      '第一条 申请人应当提交：',
      '（一）身份证明；',
      '（二）户籍证明；',
      '（三）购房合同；',
      '（四）其他材料。',
    ),
    ['added → t1-x2', 'renumbered t1-x2 → t1-x3', 'renumbered t1-x3 → t1-x4'],
  ],
  [
    'equal items of different articles stay with their articles',
    lines(
      '第一条 购房补贴申请人应当提交：',
      '（一）身份证明；',
      '（二）其他材料。',
      '第二条 租房补贴申请人应当提交：',
      '（一）租房合同；',
      '（二）其他材料。',
    ),
    lines(
      '第一条 租房补贴申请人应当提交：',
      '（一）租房合同；',
      '（二）其他材料。',
      '第二条 本办法自公布之日起施行。',
    ),
    [
      'removed t1 →',
      'removed t1-x1 →',
      'removed t1-x2 →',
      'renumbered t2 → t1',
      'renumbered t2-x1 → t1-x1',
      'renumbered t2-x2 → t1-x2',
      'added → t2',
    ],
  ],
  [
    'a line that a source broke where no sentence ends is a matter of form',
    lines('第一条 房管部门合理确定补贴标准，每年公布一次。', '第二条 本办法自公布之日起施行。'),
    lines('第一条 房管部门合理确定补贴', '标准，每年公布一次。', '第二条 本办法自公布之日起施行。'),
    ['form t1 → t1+t1'],
  ],
];

describe('what became of each clause', () => {
  it.each(TRAPS)('%s', (_, old, next, changes) => {
    expect(told(compare(old, next).changes)).toEqual(changes);
  });

  it('of what was split the part with most of the words leads', () => {
    const long = '受理窗口应当当场出具回执，注明收到的材料、日期和经办人，不得收取任何费用。';
    const { changes } = compare(
      lines(`第一条 申请人应当提交身份证明。${long}`, '第二条 本办法自公布之日起施行。'),
      lines('第一条 申请人应当提交身份证明。', `第二条 ${long}`, '第三条 本办法自公布之日起施行。'),
    );
    expect(told(changes)[0]).toBe('split t1 → t2+t1');
  });

  it('tells what is other: words, places cited, stops', () => {
    const whatOf = (a: string, b: string) =>
      compare(
        lines(`第一条 ${a}`, '第二条 本办法自公布之日起施行。'),
        lines(`第一条 ${b}`, '第二条 本办法自公布之日起施行。'),
      ).changes[0]?.what;
    expect(whatOf('依照本办法第三条、第五条处理。', '依照本办法第四条处理。')).toBe(
      'cross-reference',
    );
    expect(whatOf('依照本办法处理，并公布。', '依照本办法处理；并公布。')).toBe('punctuation');
    expect(whatOf('在30个工作日内办结。', '在20个工作日内办结。')).toBe('words');
  });

  it('has each clause of either edition in its history', () => {
    const [, old, next] = TRAPS.find(([name]) => name.startsWith('a 款 taken')) ??
      TRAPS[0] ?? ['', '', ''];
    const { went, was } = compare(old, next);
    expect(went.get('t1-k2')).toEqual(['t1']);
    expect(was.get('t1')).toEqual(['t1', 't1-k2']);
    expect(was.get('t1-k2')).toEqual([]);
    expect(went.get('t2')).toEqual(['t2']);
  });

  it('takes articles as wholes where it is asked to', () => {
    const [, old, next] = TRAPS.find(([name]) => name.startsWith('an item put in')) ?? ['', '', ''];
    expect(told(compare(old, next, 'article').changes)).toEqual(['changed t1 → t1']);
  });
});
