import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatBasket, type Pick, parseBasket } from './basket.ts';
import { formatCsv } from './csv.ts';
import { type DeskTable, documentSlots, readPick } from './desk.ts';
import { shortMessages, unknownSlots, writeReply } from './reply.ts';

const TABLE: DeskTable = {
  policy: { id: 'xx-1', title: '办法', number: '某〔2020〕1号' },
  closing: '某局电话',
  clauses: [
    {
      id: 'xx-1',
      parent: null,
      short: '全文',
      place: '',
      label: '办法',
      ours: false,
      paragraphs: ['办 法'],
      sentences: [],
      unstated: [],
    },
    {
      id: 'p1',
      parent: 'xx-1',
      short: '一',
      place: '第一部分',
      label: '引进',
      ours: false,
      paragraphs: ['一、引进'],
      sentences: ['引进'],
      unstated: [],
    },
    {
      id: 'p1-1',
      parent: 'p1',
      short: '一（一）',
      place: '第一部分第（一）项',
      label: '对象',
      ours: true,
      paragraphs: ['（一）对甲的。'],
      sentences: ['对甲的。'],
      unstated: [],
    },
    {
      id: 'p1-2',
      parent: 'p1',
      short: '一（二）',
      place: '第一部分第（二）项',
      label: '绿色通道',
      ours: false,
      paragraphs: ['（二）绿色通道。可办理。'],
      sentences: ['绿色通道。', '可办理。'],
      unstated: ['金额', '期限'],
    },
  ],
  replies: [],
};
const count = (clause: string) => (clause === 'p1-2' ? 2 : null);

describe('a list in an address', () => {
  test.each([
    ['#basket=p1-2', [{ clause: 'p1-2' }], 0],
    ['#basket=p1-2-s2,p1-2', [{ clause: 'p1-2', sentence: 2 }, { clause: 'p1-2' }], 0],
    ['#basket=p1-2%2Cp1-2-s1', [{ clause: 'p1-2' }, { clause: 'p1-2', sentence: 1 }], 0],
    ['#basket=p1-2,p1-2', [{ clause: 'p1-2' }], 0],
    ['#basket=p9-9,p1-2-s0,p1-2-s3,<b>,p1-2', [{ clause: 'p1-2' }], 4],
    ['#basket=', [], 0],
    ['#main', [], 0],
    ['', [], 0],
  ])('%s', (fragment, picks, ignored) => {
    expect(parseBasket(fragment, count)).toEqual({ picks, ignored });
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
    const picks = [{ clause: 'p1-2' }, { clause: 'p1-2', sentence: 1 }];
    expect(parseBasket(`#basket=p1-2,p1-2-s1${dragged}`, count).picks).toEqual(picks);
  });
  test('is read with the commas that messengers make wide', () => {
    expect(parseBasket('#basket=p1-2-s2，p1-2-s1、p1-2', count).picks.length).toBe(3);
  });
  test('is read back as it was written', () => {
    const pick = fc.record({ clause: fc.constant('p1-2'), sentence: fc.constantFrom(1, 2) });
    fc.assert(
      fc.property(fc.uniqueArray(pick, { selector: (one) => one.sentence }), (picks) => {
        expect(parseBasket(formatBasket(picks), count)).toEqual({ picks, ignored: 0 });
      }),
    );
  });
  test('is never more than it can hold, and nothing in it throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (junk) => {
        expect(parseBasket(`#basket=${junk}`, count).picks.length).toBeLessThanOrEqual(2);
      }),
    );
    expect(parseBasket(`#basket=${'p1-2,'.repeat(100_000)}`, count)).toEqual({
      picks: [{ clause: 'p1-2' }],
      ignored: 99_940,
    });
  });
});

describe('a reply', () => {
  const place = (sentence?: number) => {
    const picked = readPick(
      TABLE,
      sentence === undefined ? { clause: 'p1-2' } : { clause: 'p1-2', sentence },
      'https://x.cn/a/',
    );
    if (!picked) throw new Error('Unexpected absence of p1-2');
    return picked;
  };
  test('of a sentence holds that sentence, its place and its address', () => {
    expect(place(2)).toMatchObject({
      引文: '《办法》（某〔2020〕1号）第一部分第（二）项第2句',
      编号: '第一部分第（二）项第2句',
      简称: '一（二）第2句',
      原文: '可办理。',
      网址: 'https://x.cn/a/xx-1/p1-2.html#s2',
    });
    expect(place().原文).toBe('（二）绿色通道。可办理。');
  });
  test('marks a name that is ours, in every form it takes', () => {
    const [, , ours, printed] = TABLE.clauses.map(({ id }) =>
      readPick(TABLE, { clause: id }, 'https://x.cn/'),
    );
    expect(ours).toMatchObject({ 名称: '〔对象〕', ours: true });
    expect(printed).toMatchObject({ 名称: '绿色通道', ours: false });
  });
  test('of a part names its items, of the document its parts; of anything else there are none', () => {
    const read = (pick: Pick) => readPick(TABLE, pick, 'https://x.cn/a/');
    expect(read({ clause: 'p1' })).toMatchObject({
      原文: '一、引进',
      各项: '第（一）项〔对象〕、第（二）项“绿色通道”',
    });
    expect(read({ clause: 'xx-1' })).toMatchObject({
      引文: '《办法》（某〔2020〕1号）',
      编号: '全文',
      原文: '办 法',
      各项: '第一部分“引进”',
      网址: 'https://x.cn/a/xx-1.html',
    });
    expect(read({ clause: 'p1', sentence: 1 })?.各项).toBe('');
    expect(place().各项).toBe('');
  });
  test('to what is not there is none', () => {
    expect(readPick(TABLE, { clause: 'p9' }, 'https://x.cn/')).toBeNull();
    expect(readPick(TABLE, { clause: 'p1-2', sentence: 3 }, 'https://x.cn/')).toBeNull();
  });
  test('says its opening and closing once, and the clauses in between', () => {
    const reply = {
      id: 'a',
      title: 'a',
      opening: '{文号}：',
      each: ['{简称}'],
      closing: '以上。\n{结语}',
    };
    expect(writeReply(reply, documentSlots(TABLE), [place(1), place(2)]).text).toBe(
      '某〔2020〕1号：\n一（二）第1句\n一（二）第2句\n以上。\n某局电话',
    );
  });
  test('ends with the clauses where the office has set no line of its own', () => {
    const reply = { id: 'a', title: 'a', each: ['{简称}'], closing: '{结语}' };
    const unset = documentSlots({ ...TABLE, closing: '' });
    expect(writeReply(reply, unset, [place(1)]).text).toBe('一（二）第1句');
  });
  test('takes the longest wording that keeps to its limit, else the shortest', () => {
    const reply = { id: 'a', title: 'a', each: ['{引文}{原文}', '{编号}', '{简称}'], limit: 12 };
    expect(writeReply(reply, documentSlots(TABLE), [place(1)])).toEqual({
      text: '第一部分第（二）项第1句',
      length: 12,
    });
    expect(writeReply({ ...reply, limit: 3 }, documentSlots(TABLE), [place(1)]).text).toBe(
      '一（二）第1句',
    );
  });
  test('leaves out a line whose blank is empty', () => {
    const reply = { id: 'a', title: 'a', each: ['{编号}\n没有写明：{没有写明}'] };
    const bare = { ...place(1), 没有写明: '' };
    expect(writeReply(reply, documentSlots(TABLE), [bare]).text).toBe('第一部分第（二）项第1句');
  });
  test('never changes the text it quotes, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const reply = { id: 'a', title: 'a', each: ['“{原文}”{网址}'] };
        const { text: written } = writeReply(reply, documentSlots(TABLE), [
          { ...place(1), 原文: text },
        ]);
        expect(written).toBe(`“${text}”${place(1).网址}`);
      }),
    );
  });
  test.each([
    ['{原文}', 'each', []],
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

  test.each(['三（四）', '1-2', 'a=b', '（一）=', '　正文', 'p3-4', '《办法》'])(
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
