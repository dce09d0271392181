import { describe, expect, test } from 'vitest';
import { policyText } from './clause.ts';
import { splitPolicy } from './split.ts';

const split = (lines: readonly string[]) => splitPolicy(lines.join('\n'));
/** Each line by what it is, with its clause. */
const parts = (lines: readonly string[]) =>
  split(lines).clauses.flatMap(({ id, paragraphs }) =>
    paragraphs.map(({ role }) => `${id} ${role}`),
  );

describe('the parts of a document', () => {
  test('a notice with what it issues, an annex and its signature', () => {
    expect(
      parts([
        '某市人民政府文件',
        '某政〔2020〕1号',
        '某市人民政府关于印发某办法的通知',
        '各县（市、区）人民政府，市政府各部门：',
        '现将《某办法》印发给你们，请认真贯彻执行。',
        '附件：申请表',
        '某市人民政府',
        '2020年3月5日',
        '（此件公开发布）',
        '某办法',
        '（2020年3月1日某会议通过）',
        '为了办事，制定本办法。',
        '第一章　总则',
        '第一条　甲。',
        '第二条　乙。',
        '附件',
        '申请表',
        '姓名\t\t单位\t',
        '电话\t\t住址\t',
      ]),
    ).toEqual([
      'head letterhead',
      'head number',
      'head title',
      'head addressee',
      'text text',
      'imprint annexes',
      'imprint signature',
      'imprint date',
      'imprint remark',
      'd2 title',
      'd2 note',
      'd2-pre preamble',
      'd2-z1 heading',
      'd2-t1 body',
      'd2-t2 body',
      'f1 body',
      'f1 title',
      'f1 row',
      'f1 row',
    ]);
  });

  test('two documents with nothing but a title between them', () => {
    expect(
      split([
        '某规定',
        '一、甲',
        '乙。',
        '二、丙',
        '丁。',
        '另一规定',
        '为了办事，制定本规定。',
        '一、戊',
        '己。',
      ]).clauses.map(({ id }) => id),
    ).toEqual(['head', 'p1', 'p2', 'd2', 'd2-pre', 'd2-p1']);
  });

  test.each([
    ['number', '某政 〔2020〕 1 号'],
    ['number', '某政﹝２０２０﹞１号'],
    ['number', '某政[2020]1号'],
    ['number', '第7号'],
    ['note', '2020年3月26日某市人民代表大会常务委员会第一次会议通过'],
    ['note', '（2020年3月26日某市人民政府令第7号公布　自2020年5月1日起施行）'],
  ])('below a title: %s “%s”', (role, line) => {
    expect(parts(['某办法', line, '第一条 甲。'])).toEqual([
      'head title',
      `head ${role}`,
      't1 body',
    ]);
  });

  test('a table of contents is no clauses, and is kept', () => {
    const lines = [
      '某条例',
      '目　录',
      '第一章　总则',
      '第二章　附则',
      '第一章　总则',
      '第一条　甲。',
      '第二章　附则',
      '第二条　乙。',
    ];
    expect(split(lines).clauses.map(({ id }) => id)).toEqual(['head', 'z1', 't1', 'z2', 't2']);
    expect(policyText(split(lines))).toBe(lines.join('\n'));
  });

  test('a document without numbers is its text', () => {
    expect(parts(['某决定', '各单位：', '甲。', '乙。', '某局', '2020年3月5日'])).toEqual([
      'head title',
      'head addressee',
      'text text',
      'text text',
      'imprint signature',
      'imprint date',
    ]);
  });

  test('a list of names is a list, and no sentence is missing a stop', () => {
    const lines = [
      '某制度',
      '一、甲',
      '乙。',
      '某小组成员名单',
      '组　长：张某　某局局长',
      '成　员：李某　某局副局长',
    ];
    expect(split(lines).clauses.map(({ id }) => id)).toEqual(['head', 'p1', 'l1']);
    expect(split(lines).findings).toEqual([]);
  });

  test.each([
    ['（一）指导思想。', '以某某为指导，全面贯彻某某。'],
    ['（一）政策衔接，多方联动', '甲部门和乙部门要做好衔接。'],
    ['（一）联系方式', '联系人：张某，电话：12345678901，地址：某路一号'],
  ])(
    'a heading with text below it, and what needs no stop, give no finding: %s',
    (heading, text) => {
      expect(split(['某意见', '一、总体要求', heading, text, '二、甲', '乙。']).findings).toEqual(
        [],
      );
    },
  );

  test('what speaks of the whole document below the last number is its end', () => {
    expect(parts(['某决定', '一、甲。', '二、乙。', '本决定自2021年7月1日起施行。']).at(-1)).toBe(
      'end body',
    );
  });

  test('who it was sent to, over several lines, to the day of printing, is no text', () => {
    const lines = [
      '某规定',
      '第一条 甲。',
      '第二条 乙。',
      '主送：各县检察院，',
      '各区检察院。',
      '抄送：某某局，',
      '本院各部门（某处）。',
      '某办公室　2019年2月26日印发',
    ];
    expect(parts(lines).slice(3)).toEqual(lines.slice(3).map(() => 'imprint imprint'));
    expect(split(lines).findings).toEqual([]);
  });

  test('rows of a table are counted in their clause, and their cells are their text', () => {
    const rows = split(['某办法', '一、甲', '级数\t税率', '1\t3%\v减', '乙。']).clauses.flatMap(
      ({ paragraphs }) => paragraphs.filter(({ row }) => row),
    );
    expect(rows.map(({ row, sentences }) => `${row} ${sentences[0]?.text}`)).toEqual([
      '1 级数\t税率',
      '2 1\t3%\v减',
    ]);
  });
});

describe('an editor’s word goes first', () => {
  const lines = ['某办法', '一、甲', '二、三等奖各一名。', '二、乙'];
  test.each([
    ['body', 'head p1 p2'],
    ['clause', 'head p1 p2 p2-again2'],
    ['title', 'head p1 d2 d2-p2'],
    ['closing', 'head p1 end p2'],
    ['footnote', 'head p1 notes p2'],
    ['row', 'head p1 p2'],
  ] as const)('line 3 is %s → %s', (role, wanted) => {
    const { clauses } = splitPolicy(lines.join('\n'), { roles: [{ line: 3, role, reason: '' }] });
    expect(clauses.map(({ id }) => id).join(' ')).toBe(wanted);
  });
});
