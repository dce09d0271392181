import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Basket, checkPicks, formatBasket, type Pick, parseBasket } from './basket.ts';
import { formatCsv } from './csv.ts';
import { type AddressOf, type DeskTable, pickRows, readPick, sentencesIn } from './desk.ts';
import { type Reply, shortMessages, unknownSlots, writeReply } from './reply.ts';

/** Two documents with the same clause ids, of which one has no number. */
const [ABC, OTHER] = [
  tableOf({ id: 'abc-2020-1', title: '办法', number: '某〔2020〕1号' }, ['绿色通道。', '可办理。']),
  tableOf({ id: 'other-2021-3', title: '某条例', number: '' }, ['另一条。', '应当公布。']),
];

function tableOf(policy: DeskTable['policy'], [first = '', second = '']: string[]): DeskTable {
  const clause = { ours: false, unstated: [] };
  return {
    policy,
    clauses: [
      {
        ...clause,
        id: policy.id,
        parent: null,
        short: '全文',
        place: '',
        label: policy.title,
        paragraphs: [[...policy.title].join(' ')],
        sentences: [],
      },
      {
        ...clause,
        id: 'p1',
        parent: policy.id,
        short: '一',
        place: '第一部分',
        label: '引进',
        paragraphs: ['一、引进'],
        sentences: ['引进'],
      },
      {
        ...clause,
        id: 'p1-1',
        parent: 'p1',
        short: '一（一）',
        place: '第一部分第（一）项',
        label: '对象',
        ours: true,
        paragraphs: ['（一）对甲的。'],
        sentences: ['对甲的。'],
      },
      {
        ...clause,
        id: 'p1-2',
        parent: 'p1',
        short: '一（二）',
        place: '第一部分第（二）项',
        label: first.slice(0, -1),
        paragraphs: [`（二）${first}${second}`],
        sentences: [first, second],
        unstated: ['金额', '期限'],
      },
    ],
    replies: [],
  };
}

const ROOT = { id: 'abc-2020-1', folder: '' };
const BESIDE = { id: 'other-2021-3', folder: '/other-2021-3' };
const LIBRARY = [BESIDE, ROOT];
const whole: Pick = { policy: 'abc-2020-1', clause: 'p1-2' };

function readBasket(fragment: string, policies = LIBRARY): Basket {
  return checkPicks(parseBasket(fragment, policies), (policy, clause) => {
    const table = [ABC, OTHER].find((one) => one.policy.id === policy);
    return table ? sentencesIn(table)(clause) : null;
  });
}

const addressOf: AddressOf = (policy, clause, sentence) =>
  `https://x.cn/a/${policy}${clause ? `/${clause}` : ''}.html${sentence ? `#s${sentence}` : ''}`;

function picked(pick: Pick) {
  const read = [ABC, OTHER].flatMap((table) => readPick(table, pick, addressOf) ?? []);
  if (!read[0] || read.length > 1) throw new Error(`Unexpected ${read.length} of ${pick.clause}`);
  return read[0];
}

describe('a list in an address', () => {
  test.each([
    ['#basket=abc-2020-1/p1-2', [whole], 0],
    ['#basket=abc-2020-1/p1-2-s2,abc-2020-1/p1-2', [{ ...whole, sentence: 2 }, whole], 0],
    ['#basket=abc-2020-1%2Fp1-2%2Cp1-2-s1', [whole, { ...whole, sentence: 1 }], 0],
    ['#basket=abc-2020-1/p1-2,abc-2020-1/p1-2', [whole], 0],
    [
      '#basket=abc-2020-1/p1-2,other-2021-3/p1-2',
      [whole, { policy: 'other-2021-3', clause: 'p1-2' }],
      0,
    ],
    ['#basket=other-2021-3', [{ policy: 'other-2021-3', clause: 'other-2021-3' }], 0],
    ['#basket=gone-2019-1/p1-2,abc-2020-1/p9,other-2021-3-s1,/p1-2,abc-2020-1//p1', [], 5],
    ['#basket=abc-2020-1/p1-2/p1,abc-2020-1/P1-2,ABC-2020-1', [], 3],
    ['#basket=p9-9,p1-2-s0,p1-2-s3,<b>,p1-2', [whole], 4],
    ['#basket=', [], 0],
    ['#main', [], 0],
    ['', [], 0],
  ])('%s', (fragment, picks, ignored) => {
    expect(readBasket(fragment)).toEqual({ picks, ignored });
  });
  test('from before places named their policy is of the one at the root, or of the only one', () => {
    const old = '#basket=p1-2-s2,abc-2020-1,p1-2';
    const picks = [{ ...whole, sentence: 2 }, { ...whole, clause: 'abc-2020-1' }, whole];
    expect(readBasket(old)).toEqual({ picks, ignored: 0 });
    expect(readBasket('#basket=p1-2', [BESIDE]).picks).toEqual([{ ...whole, policy: BESIDE.id }]);
    const none = LIBRARY.map(({ id }) => ({ id, folder: `/${id}` }));
    expect(readBasket('#basket=p1-2', none)).toEqual({ picks: [], ignored: 1 });
  });
  test('names a document whose id ends like a sentence', () => {
    const library = [{ id: 'abc-s1', folder: '' }];
    expect(parseBasket('#basket=abc-s1,abc-s1/p1-s1', library).picks).toEqual([
      { policy: 'abc-s1', clause: 'abc-s1' },
      { policy: 'abc-s1', clause: 'p1', sentence: 1 },
    ]);
  });
  test.each([
    '。',
    '）',
    '，请看',
    ' 请看',
    '&from=timeline',
    '?from=timeline',
    '#s4',
    '%E3%80%82',
    '”',
  ])('is read whole where the address drags along %j', (dragged) => {
    const picks = [whole, { ...whole, sentence: 1 }];
    for (const list of ['p1-2,p1-2-s1', 'abc-2020-1/p1-2,abc-2020-1/p1-2-s1'])
      expect(readBasket(`#basket=${list}${dragged}`).picks).toEqual(picks);
  });
  test('is read with the commas that messengers make wide', () => {
    expect(readBasket('#basket=p1-2-s2，p1-2-s1、p1-2').picks.length).toBe(3);
  });
  test('is read back as it was written', () => {
    const pick = fc.oneof(
      fc.record({
        policy: fc.constantFrom('abc-2020-1', 'other-2021-3'),
        clause: fc.constantFrom('p1-2'),
        sentence: fc.constantFrom(1, 2),
      }),
      fc.constantFrom('abc-2020-1', 'other-2021-3').map((id) => ({ policy: id, clause: id })),
    );
    fc.assert(
      fc.property(fc.uniqueArray(pick, { selector: (one) => JSON.stringify(one) }), (picks) => {
        expect(readBasket(formatBasket(picks))).toEqual({ picks, ignored: 0 });
      }),
    );
  });
  test('is never more than it can hold, and nothing in it throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (junk) => {
        expect(readBasket(`#basket=${junk}`).picks.length).toBeLessThanOrEqual(2);
      }),
    );
    expect(readBasket(`#basket=${'p1-2,'.repeat(100_000)}`)).toEqual({
      picks: [whole],
      ignored: 99_940,
    });
  });
});

describe('a reply', () => {
  const place = (sentence?: number, policy = 'abc-2020-1') =>
    picked(sentence === undefined ? { ...whole, policy } : { ...whole, policy, sentence });
  const write = (reply: Reply, places: ReturnType<typeof place>[], office = '某局电话') =>
    writeReply(
      reply,
      office,
      places.map((one) => ({ place: one, each: reply.each })),
    );
  test('says the longest answer that it has room for, and nothing else where no wording is left', () => {
    const answers = ['问？\n答得长一些。\nx', '问？\nx'];
    const answered = (limit: number, more: string[], each: string) =>
      writeReply(
        { id: 'a', title: 'a', limit },
        '',
        [{ place: place(2), each: [each] }],
        [...answers, ...more],
      ).text;
    expect(answered(99, [''], '{简称}')).toBe('问？\n答得长一些。\nx\n一（二）第2句');
    expect(answered(8, [''], '{简称}')).toBe('一（二）第2句');
    expect(answered(8, [], '')).toBe('问？\nx');
    expect(answered(2, [], '')).toBe('问？\nx');
  });
  test('of a sentence holds that sentence, its place and its address', () => {
    expect(place(2)).toMatchObject({
      id: 'abc-2020-1/p1-2-s2',
      引文: '《办法》（某〔2020〕1号）第一部分第（二）项第2句',
      编号: '第一部分第（二）项第2句',
      简称: '一（二）第2句',
      原文: '可办理。',
      网址: 'https://x.cn/a/abc-2020-1/p1-2.html#s2',
    });
    expect(place().原文).toBe('（二）绿色通道。可办理。');
  });
  test('of the same place of another document is of that document in every part', () => {
    expect(place(2, 'other-2021-3')).toMatchObject({
      id: 'other-2021-3/p1-2-s2',
      文件: '《某条例》',
      标题: '《某条例》',
      文号: '',
      引文: '《某条例》第一部分第（二）项第2句',
      原文: '应当公布。',
      网址: 'https://x.cn/a/other-2021-3/p1-2.html#s2',
    });
  });
  test('marks a name that is ours, in every form it takes', () => {
    const [, , ours, printed] = ABC.clauses.map(({ id }) => picked({ ...whole, clause: id }));
    expect(ours).toMatchObject({ 名称: '〔对象〕', ours: true });
    expect(printed).toMatchObject({ 名称: '绿色通道', ours: false });
  });
  test('of a part names its items, of the document its parts; of anything else there are none', () => {
    expect(picked({ ...whole, clause: 'p1' })).toMatchObject({
      原文: '一、引进',
      各项: '第（一）项〔对象〕、第（二）项“绿色通道”',
    });
    expect(picked({ ...whole, clause: 'abc-2020-1' })).toMatchObject({
      id: 'abc-2020-1',
      引文: '《办法》（某〔2020〕1号）',
      编号: '全文',
      原文: '办 法',
      各项: '第一部分“引进”',
      网址: 'https://x.cn/a/abc-2020-1.html',
    });
    expect(picked({ ...whole, clause: 'p1', sentence: 1 }).各项).toBe('');
    expect(place().各项).toBe('');
  });
  test('to what is not there is none', () => {
    expect(readPick(ABC, { ...whole, clause: 'p9' }, addressOf)).toBeNull();
    expect(readPick(ABC, { ...whole, sentence: 3 }, addressOf)).toBeNull();
    expect(readPick(ABC, { ...whole, policy: 'other-2021-3' }, addressOf)).toBeNull();
  });
  test('says its opening and closing once, and the clauses in between', () => {
    const reply = {
      id: 'a',
      title: 'a',
      opening: '{文号}：',
      each: ['{简称}'],
      closing: '以上。\n{结语}',
    };
    expect(write(reply, [place(1), place(2)]).text).toBe(
      '某〔2020〕1号：\n一（二）第1句\n一（二）第2句\n以上。\n某局电话',
    );
  });
  test('of several documents names them all before, and with each clause its own', () => {
    const reply = {
      id: 'a',
      title: 'a',
      opening: '您好，原文在{标题}（{文号}）：',
      each: ['{标题}{编号}：{原文}'],
      closing: '（以{标题}为准）',
    };
    const [one, two, three] = [place(2), place(2, 'other-2021-3'), place(1)];
    expect(write(reply, [one, two, three]).text).toBe(
      '您好，原文在《办法》（某〔2020〕1号）、《某条例》：\n' +
        '《办法》第一部分第（二）项第2句：可办理。\n' +
        '《某条例》第一部分第（二）项第2句：应当公布。\n' +
        '《办法》第一部分第（二）项第1句：绿色通道。\n' +
        '（以《办法》、《某条例》为准）',
    );
  });
  test('words each clause as its own document does, and keeps to the limit with the shortest of each', () => {
    const said = [
      { place: place(1), each: ['{编号}{原文}', '{简称}'] },
      { place: place(1, 'other-2021-3'), each: ['{标题}{简称}'] },
    ];
    expect(writeReply({ id: 'a', title: 'a' }, '', said).text).toBe(
      '第一部分第（二）项第1句绿色通道。\n《某条例》一（二）第1句',
    );
    expect(writeReply({ id: 'a', title: 'a', limit: 22 }, '', said).text).toBe(
      '一（二）第1句\n《某条例》一（二）第1句',
    );
  });
  test.each([
    ['原文在{标题}（{文号}）：', '原文在《某条例》：'],
    ['在{标题}，文号是{文号}。', '在《某条例》。'],
    ['{文号}{简称} {网址}', '《某条例》一（二） https://x.cn/a/other-2021-3/p1-2.html'],
    ['{引文}（{文号}）。', '《某条例》第一部分第（二）项。'],
  ])('from a document without a number leaves no empty brackets: %s', (wording, text) => {
    const own = place(undefined, 'other-2021-3');
    expect(write({ id: 'a', title: 'a', each: [wording] }, [own]).text).toBe(text);
    if (!/简称|引文/u.test(wording))
      expect(write({ id: 'a', title: 'a', opening: wording, each: ['{简称}'] }, [own]).text).toBe(
        `${text}\n一（二）`,
      );
  });
  test('ends with the clauses where the office has set no line of its own', () => {
    const reply = { id: 'a', title: 'a', each: ['{简称}'], closing: '{结语}' };
    expect(write(reply, [place(1)], '').text).toBe('一（二）第1句');
  });
  test('takes the longest wording that keeps to its limit, else the shortest', () => {
    const reply = { id: 'a', title: 'a', each: ['{引文}{原文}', '{编号}', '{简称}'], limit: 12 };
    expect(write(reply, [place(1)])).toEqual({ text: '第一部分第（二）项第1句', length: 12 });
    expect(write({ ...reply, limit: 3 }, [place(1)]).text).toBe('一（二）第1句');
  });
  test('leaves out a line whose blank is empty', () => {
    const reply = { id: 'a', title: 'a', each: ['{编号}\n没有写明：{没有写明}'] };
    const bare = { ...place(1), 没有写明: '' };
    expect(write(reply, [bare]).text).toBe('第一部分第（二）项第1句');
  });
  test('never changes the text it quotes, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const reply = { id: 'a', title: 'a', each: ['“{原文}”{网址}'] };
        const { text: written } = write(reply, [{ ...place(1), 原文: text }]);
        expect(written).toBe(`“${text}”${place(1).网址}`);
      }),
    );
  });
  test.each([
    ['{原文}', 'each', []],
    ['{标题}{文号}', 'each', []],
    ['{原文}', 'opening', ['{原文}']],
    ['{姓名}{结语}', 'closing', ['{姓名}']],
    ['可向{询问}询问', 'closing', ['{询问}']],
    ['{原文', 'each', ['{']],
  ] as const)('%s in %s: unknown are %j', (wording, part, unknown) => {
    expect(unknownSlots(wording, part)).toEqual(unknown);
  });
  test.each([
    [70, 1],
    [71, 2],
    [134, 2],
    [135, 3],
  ])('%i characters are sent as %i short messages', (length, messages) => {
    expect(shortMessages(length)).toBe(messages);
  });
});

describe('a list as a table', () => {
  const other: Pick = { policy: 'other-2021-3', clause: 'p1-2' };
  test('names the document of each line where they are of several', () => {
    const [head, ...rows] = pickRows([whole, other].map(picked));
    expect(head?.slice(0, 3)).toEqual(['文件', '编号', '名称']);
    expect(rows.map(([document, , name]) => [document, name])).toEqual([
      ['某〔2020〕1号', '绿色通道'],
      ['《某条例》', '另一条'],
    ]);
  });
  test('has no such column where they are of one', () => {
    const [head] = pickRows([whole, { ...whole, sentence: 1 }].map(picked));
    expect(head?.[0]).toBe('编号');
  });
});

describe('a table for Excel and WPS', () => {
  test('begins with the mark of UTF-8, quotes what must be quoted and starts no formula', () => {
    expect(
      formatCsv([
        ['编号', '原文'],
        ['a"b', 'c,d\ne'],
        ['=1+1', '-2'],
      ]),
    ).toBe('\uFEFF编号,原文\r\n"a""b","c,d\ne"\r\n\'=1+1,\'-2\r\n');
  });

  /** The one cell of a table of one, as it is written. */
  const cell = (text: string) => formatCsv([[text]]).replace(/^\uFEFF|\r\n$/gu, '');
  const SIGNS = [...'=+-@＝＋－＠﹦﹢﹣﹫−'];
  const UNSEEN = ['', ' ', '\u3000', '\u00a0', '\u200b', '\ufeff', '\u202a', ' \u3000 '];

  test.each(SIGNS.flatMap((sign) => UNSEEN.map((before) => [before + sign])))(
    'a cell that begins with %j is set off, blanks and unseen signs before it or not',
    (begins) => expect(cell(`${begins}cmd()`)).toBe(`'${begins}cmd()`),
  );

  test.each(['\t', '\t=1', '\r', '\n'])('a cell that begins with %j is set off', (text) => {
    expect(cell(text).replace(/^"/u, '')).toMatch(/^'/u);
  });

  test.each(['七（二）', '1-2', 'a=b', '（一）=', '　正文', 'p7-2', '《办法》'])(
    '%s is a cell as it stands',
    (text) => expect(cell(text)).toBe(text),
  );

  test('no cell begins with what a program takes for a formula, and every cell is read back whole', () => {
    const sign = fc.constantFrom(...SIGNS, ...UNSEEN, '\t', '\r', '\n', '"', ',');
    const text = fc
      .tuple(fc.array(sign), fc.string({ unit: 'binary' }))
      .map(([a, b]) => a.join('') + b);
    fc.assert(
      fc.property(text, (given) => {
        const written = cell(given);
        const read = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
        expect(read.normalize('NFKC')).not.toMatch(/^(?:[\s\p{C}]*[=+\-@\u2212]|[\t\r\n])/u);
        expect([given, `'${given}`]).toContain(read);
      }),
    );
  });
});
