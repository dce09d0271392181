import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fate, type Reading, Refusal } from '../reading.ts';
import { countCharacters } from './glyph.ts';
import { readPages } from './read-pages.ts';
import { readPdf } from './read-pdf.ts';
import { cmap, frame, HEIGHT, pdfOf, show, slant, WIDTH } from './tiny-pdf.ts';

const LEFT = 80;
const SIZE = 16;
/** A full line has 27 characters. */
const FULL = 27;
const STEP = 28;

/** Words that mean nothing, as many characters as asked, different for each `seed`. */
function words(count: number, seed = 0): string {
  const all = '早餐网点按照规定设在街道两旁并由经营者保持清洁每天开始营业以前把桌椅摆放整齐';
  return Array.from({ length: count }, (_, i) => all[(i + seed * 7) % all.length]).join('');
}

/** Lines one below the other, from `top`: those that begin with two blanks are indented. */
function page(lines: readonly string[], top = 100): string {
  return lines
    .map((line, i) => {
      const indent = line.startsWith('  ') ? 2 * SIZE : 0;
      return show(line.trim(), LEFT + indent, top + i * STEP, SIZE);
    })
    .join('');
}

const paragraph = (seed: number) => [
  `  ${words(FULL - 2, seed)}`,
  words(FULL, seed + 1),
  `${words(5, seed)}。`,
];

const read = (pages: readonly string[], options = {}) => readPages(pdfOf(pages, options), () => {});

const said = ({ lines }: Reading) =>
  lines
    .map(({ pieces }) =>
      pieces
        .filter(({ fate }) => fate !== 'dropped')
        .map(({ text }) => text)
        .join(''),
    )
    .filter((text) => text !== '');

const those = ({ lines }: Reading, fate: Fate) =>
  lines.flatMap(({ pieces }) =>
    pieces
      .filter((piece) => piece.fate === fate)
      .map(({ text, reason }) => `${text.trim()} ${reason}`),
  );

/** Every character has a fate. */
function isWhole(reading: Reading): boolean {
  const pieces = reading.lines.flatMap((line) =>
    line.pieces.filter(({ fate }) => fate !== 'added'),
  );
  return countCharacters(pieces.map(({ text }) => text).join('')) === reading.characters;
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const error = await readPages(bytes, () => {}).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Refusal);
  return (error as Refusal).message;
}

describe('paragraphs', () => {
  test('lines that reach the right edge go on; an indented one begins a paragraph', async () => {
    const reading = await read([page([...paragraph(1), ...paragraph(2)])]);
    expect(said(reading)).toEqual(
      [paragraph(1), paragraph(2)].map((lines) => lines.join('').trim()),
    );
    expect(isWhole(reading)).toBe(true);
  });

  test('a page that ends inside a word is joined to the next', async () => {
    const lines = [...paragraph(1), ...paragraph(2), ...paragraph(3)];
    const reading = await read([page(lines.slice(0, 5)), page(lines.slice(5))]);
    expect(said(reading)).toHaveLength(3);
    expect(said(reading)[1]).toBe(paragraph(2).join('').trim());
  });

  test('without indents a short line ends a paragraph, and a number begins one', async () => {
    const flush = [
      words(FULL, 1),
      `${words(4)}。`,
      words(FULL, 2),
      `${words(FULL - 1, 3)}。`,
      `二、${words(6)}`,
    ];
    const reading = await read([page([...flush, ...flush.slice(0, 4)])]);
    expect(said(reading).map((text) => text.length)).toEqual([32, 54, 8, 32, 54]);
  });

  test('each line of a title in the middle stays a line, and a signature at the right', async () => {
    const middle = (text: string, y: number, size: number) =>
      show(text, (WIDTH - text.length * size) / 2, y, size);
    const title = middle(words(18), 60, 22) + middle(words(10, 3), 92, 22);
    const signed = show('某市某局', 400, 700) + show('二〇二〇年五月', 400, 728);
    const reading = await read([title + page([...paragraph(1), ...paragraph(2)], 160) + signed]);
    expect(said(reading)).toHaveLength(6);
    expect(said(reading).at(-2)).toBe('某市某局');
  });

  test('an entry of a table of contents ends with its page number, at the right edge too', async () => {
    const entries = [1, 2, 3].map((n) => `${words(6, n)}${'.'.repeat(41)}${n}`);
    const reading = await read([page([...entries, ...paragraph(1), ...paragraph(2)])]);
    expect(said(reading).slice(0, 3)).toEqual(entries);
  });

  test('without indents a wider step begins a paragraph after a full stop', async () => {
    const full = (seed: number) => [
      words(FULL, seed),
      words(FULL, seed),
      `${words(FULL - 1, seed)}。`,
    ];
    const reading = await read([page(full(1)) + page(full(2), 100 + 3 * STEP + 10)]);
    expect(said(reading)).toEqual([full(1).join(''), full(2).join('')]);
  });

  test('a line below what follows a label goes on', async () => {
    const label = `${show(`抄送：${words(FULL - 4, 1)}；`, LEFT, 600)}${show(`${words(4)}。`, LEFT + 3 * SIZE, 628)}`;
    const reading = await read([page([...paragraph(1), ...paragraph(2)]) + label]);
    expect(said(reading).at(-1)).toBe(`抄送：${words(FULL - 4, 1)}；${words(4)}。`);
  });

  test('two columns are read one after the other', async () => {
    const column = (x: number, seed: number) =>
      Array.from({ length: 8 }, (_, i) => show(words(13, seed + i), x, 100 + i * 20)).join('');
    const reading = await read([column(60, 1) + column(320, 20)]);
    const text = said(reading).join('');
    expect(text.startsWith(words(13, 1) + words(13, 2))).toBe(true);
    expect(text.endsWith(words(13, 26) + words(13, 27))).toBe(true);
  });

  test('a note in brackets below a title goes on until it is closed', async () => {
    const note = show('（二〇二〇年五月一日某会第三次会议', 160, 60) + show('通过）', 272, 88);
    const reading = await read([note + page([...paragraph(1), ...paragraph(2)], 160)]);
    expect(said(reading)[0]).toBe('（二〇二〇年五月一日某会第三次会议通过）');
  });

  test('a footnote stands after the paragraph that goes on above and below it', async () => {
    const lines = [...paragraph(1), ...paragraph(2), ...paragraph(3)];
    const note = `80 100 m 220 100 l S\n${show('①见另一个办法。', 80, 760, 10)}`;
    const reading = await read([page(lines.slice(0, 5)) + note, page(lines.slice(5))]);
    expect(said(reading)[1]).toBe(paragraph(2).join('').trim());
    expect(said(reading)[2]).toBe('①见另一个办法。');
    expect(reading.lines[2]?.place).toBe('第1页脚注');
  });

  test('where nothing is indented, whether a page begins a paragraph after a full stop is uncertain', async () => {
    const full = (seed: number) => `${words(FULL - 1, seed)}。`;
    const reading = await read([page([words(FULL, 1), full(2)]), page([words(FULL, 3), full(4)])]);
    expect(said(reading)).toHaveLength(1);
    expect(those(reading, 'uncertain')).toEqual([`${words(1, 3)} 换页处不能断定是否另起一段`]);
  });

  test('a raised figure stays in its place', async () => {
    const reading = await read([
      show('每', 80, 100) + show('m', 96, 100) + show('3', 104, 93, 9) + show('收费', 110, 100),
    ]);
    expect(said(reading)).toEqual(['每m3收费']);
  });
});

describe('what does not belong to the text', () => {
  const pages = (extra: (n: number) => string, count = 4) =>
    Array.from(
      { length: count },
      (_, i) => page([...paragraph(i), ...paragraph(i + 9)]) + extra(i + 1),
    );

  test('page numbers that count are dropped, in whatever dress', async () => {
    const dresses = [
      (n: number) => `${n}`,
      (n: number) => `—${n}—`,
      (n: number) => `第${n}页共4页`,
    ];
    for (const dress of dresses) {
      const reading = await read(pages((n) => show(dress(n), 280, 800, 12)));
      expect(those(reading, 'dropped')).toEqual([1, 2, 3, 4].map((n) => `${dress(n)} 页码`));
      expect(said(reading)).toHaveLength(8);
    }
  });

  test('a head that stands on every page is dropped; a number of an annex at the same place is not', async () => {
    const reading = await read(pages((n) => show(n % 2 ? '某市公报' : '某市公报', 250, 40, 10)));
    expect(those(reading, 'dropped')).toEqual(Array.from({ length: 4 }, () => '某市公报 页眉'));
    const annexes = await read(pages((n) => show(`附件${n}`, 80, 60)));
    expect(those(annexes, 'dropped')).toEqual([]);
  });

  test('what looks like a page number on one page alone is uncertain', async () => {
    const reading = await read(pages(() => show('1', 290, 800, 12), 1));
    expect(those(reading, 'uncertain')).toEqual(['1 像页码，没有足够的页可以对照']);
    expect(isWhole(reading)).toBe(true);
  });

  test('a slanted watermark on every page is dropped, on one page it is uncertain', async () => {
    const every = await read(pages(() => slant('内部资料', 200, 500)));
    expect(new Set(those(every, 'dropped'))).toEqual(new Set(['内部资料 水印']));
    const one = await read(pages((n) => (n === 1 ? slant('内部资料', 200, 500) : '')));
    expect(those(one, 'uncertain')).toEqual(['内部资料 斜排的文字']);
  });

  test('a watermark under the lines of every page is dropped', async () => {
    const reading = await read(pages(() => show('内部资料', 120, 250, 40)));
    expect(said(reading)).toHaveLength(8);
    expect(those(reading, 'dropped')).toEqual(expect.arrayContaining(['内部资料 水印']));
    expect(isWhole(reading)).toBe(true);
  });

  test('what forms share, that say the same page after page, is text', async () => {
    const form = page(['申请表', '姓名', '单位', '地址', '电话', '意见', '盖章', '日期'], 60);
    const reading = await read([form, form, form]);
    expect(those(reading, 'dropped')).toEqual([]);
  });

  test('characters printed twice to look bold are kept once', async () => {
    const reading = await read([
      page(paragraph(1)) + show('一、总则', 80, 300) + show('一、总则', 80.4, 300),
    ]);
    expect(said(reading).at(-1)).toBe('一、总则');
    expect(those(reading, 'dropped')).toEqual(['一、总则 重叠印刷']);
    expect(isWhole(reading)).toBe(true);
  });

  test('what can be no character is uncertain', async () => {
    const reading = await read([page(paragraph(1)) + show('\u{e001}⼀', 80, 300)]);
    expect(those(reading, 'uncertain')).toEqual([
      '\u{e001} 私用区字符，认不出是什么字',
      '⼀ 部首字符，多半应是同形的汉字',
    ]);
  });

  test('invisible, white and outlying text is uncertain', async () => {
    const hidden = `3 Tr\n${show('看不到', 80, 300)}0 Tr\n1 1 1 rg\n${show('白的', 80, 340)}0 0 0 rg\n${show('外面', 80, -40)}`;
    const reading = await read([page(paragraph(1)) + hidden]);
    expect(those(reading, 'uncertain').toSorted()).toEqual(
      ['外面 印在页面之外', '白的 白色文字', '看不到 看不见的文字'].toSorted(),
    );
    expect(isWhole(reading)).toBe(true);
  });
});

describe('tables', () => {
  const row = (cells: readonly string[], y: number) =>
    cells.map((text, i) => show(text, 85 + i * 140, y, 12)).join('');
  const table = (rows: readonly string[][], top = 100) =>
    frame(
      [80, 220, 360, 500],
      Array.from({ length: rows.length + 1 }, (_, i) => top + i * 30),
    ) + rows.map((cells, i) => row(cells, top + 20 + i * 30)).join('');

  test('a ruled table gives a line a row, cells parted by added tabs', async () => {
    const reading = await read([
      page(paragraph(1), 60) +
        table(
          [
            ['序号', '名称', '标准'],
            ['1', '', '三元'],
          ],
          200,
        ),
    ]);
    expect(said(reading).slice(1)).toEqual(['序号\t名称\t标准', '1\t\t三元']);
    expect(new Set(those(reading, 'added'))).toEqual(new Set([' 表格的列']));
  });

  test('lines of a cell are joined', async () => {
    const rules = frame([80, 220, 360], [100, 180, 210]);
    const cell =
      show('按照规定保持', 85, 120, 12) + show('清洁', 85, 140, 12) + show('1', 225, 120, 12);
    const reading = await read([rules + cell + show('其他', 85, 200, 12)]);
    expect(said(reading)).toEqual(['按照规定保持清洁\t1', '其他\t']);
  });

  test('a table goes on over pages, the head of which stands once', async () => {
    const head = ['序号', '名称', '标准'];
    const reading = await read([
      table([head, ['1', '甲', '三元'], ['2', '乙', '四元']]),
      table([head, ['3', '丙', '五元'], ['4', '丁', '六元']]),
    ]);
    expect(said(reading).map((text) => text[0])).toEqual(['序', '1', '2', '3', '4']);
    expect(those(reading, 'dropped')).toEqual([
      '序号 跨页重复的表头',
      '名称 跨页重复的表头',
      '标准 跨页重复的表头',
    ]);
    expect(isWhole(reading)).toBe(true);
  });

  test('a frame round a page is no table', async () => {
    const reading = await read([
      page([...paragraph(1), ...paragraph(2)]) + frame([60, 540], [40, 80, 800]),
    ]);
    expect(said(reading)).toHaveLength(2);
  });

  test('a row that a page break parts is one row again, its second part uncertain', async () => {
    const head = ['序号', '名称', '标准'];
    const reading = await read([
      table([head, ['1', '甲', '三元'], ['2', '乙类网点', '四元']]),
      table([head, ['', '的其他', ''], ['3', '丙', '五元']]),
    ]);
    expect(said(reading)[2]).toBe('2\t乙类网点的其他\t四元');
    expect(those(reading, 'uncertain')).toEqual(['的其他 像上一页最后一行的余下部分']);
  });

  test('characters that lie over each other are uncertain', async () => {
    const over = show('名称', 85, 120, 12) + show('机构数', 91, 117, 12);
    const reading = await read([page(paragraph(1), 300) + over]);
    expect(those(reading, 'uncertain').join()).toContain('次序不能断定');
    expect(isWhole(reading)).toBe(true);
  });

  test('three lines in the same columns are rows without lines round them', async () => {
    const rows = [
      ['甲类', '三元', '按月'],
      ['乙类', '四元', '按月'],
      ['丙类', '五元', '按季'],
    ];
    const reading = await read([
      page(paragraph(1), 60) + rows.map((cells, i) => row(cells, 200 + i * 24)).join(''),
    ]);
    expect(said(reading).slice(1)).toEqual(rows.map((cells) => cells.join('\t')));
  });
});

describe('files that are not read', () => {
  const good = pdfOf([page(paragraph(1))]);

  test('a scan without text is refused, with its pages and what to do', async () => {
    expect(await refusal(pdfOf(['', '']))).toMatchInlineSnapshot(
      `"这个 PDF 共 2 页，没有文字层，多半是扫描件，没有读。请用文字识别（OCR）软件识别并逐字校对，另存为 Word 或者文本文件再读。"`,
    );
  });

  test('a text layer of rubbish is refused, and one of a watermark alone', async () => {
    const rubbish = pdfOf([page(paragraph(1))], { toUnicode: cmap(() => 0xe5) });
    expect(await refusal(rubbish)).toMatchInlineSnapshot(
      `"这个 PDF 共 1 页，文字层多半是乱码，没有读。请用文字识别（OCR）软件识别并逐字校对，另存为 Word 或者文本文件再读。"`,
    );
    const marks = Array.from({ length: 3 }, () => slant('内部资料', 200, 500));
    expect(await refusal(pdfOf(marks))).toMatchInlineSnapshot(
      `"这个 PDF 共 3 页，水印和页码以外只有 0 个字，多半是扫描件，没有读。请用文字识别（OCR）软件识别并逐字校对，另存为 Word 或者文本文件再读。"`,
    );
  });

  test('a file with a password is refused', async () => {
    const key = 'ab'.repeat(32);
    const trailer = `/ID [<${key}> <${key}>] /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${key}> /U <${key}> >>`;
    expect(await refusal(pdfOf([page(paragraph(1))], { trailer }))).toMatchInlineSnapshot(
      `"这个 PDF 要密码才能打开，没有读。请去掉密码另存一份，再读。"`,
    );
  });

  test('a file cut short is refused, and one that is no PDF', async () => {
    expect(await refusal(good.slice(0, good.length / 2))).toMatchInlineSnapshot(
      `"这个 PDF 不完整：缺少结尾，多半是没有下载完。请重新下载或者另存一份。"`,
    );
    expect(await refusal(new Uint8Array(2000))).toMatchInlineSnapshot(
      `"这不是 PDF 文件：开头没有 PDF 的标记。请核对文件，重新下载或者另存一份。"`,
    );
  });

  test('a part that unpacks to far more than it holds is refused', async () => {
    const bomb = pdfOf([' '.repeat(65 * 1024 * 1024)], { deflate: true });
    expect(await refusal(bomb)).toMatchInlineSnapshot(
      `"这个 PDF 里有一段展开后超过 64 MB，没有读。请用“打印为 PDF”另存一份再读。"`,
    );
  });

  test('a part that is damaged is told', async () => {
    const bytes = pdfOf([page(paragraph(1)), page(paragraph(2))], { deflate: true });
    const at = Buffer.from(bytes).lastIndexOf('stream', bytes.length - 500);
    bytes.fill(0xff, at - 60, at - 40);
    expect((await readPages(good, () => {})).notices).toEqual([]);
    expect((await readPages(bytes, () => {})).notices.join()).toContain('损坏');
  });
});

test('what its thread refuses is refused', async () => {
  const error = await readPdf(pdfOf(['']), () => {}).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Refusal);
});

test('the pages read so far are told, and where a line stands', async () => {
  const told: string[] = [];
  const pages = [page(paragraph(1)), page(paragraph(2))];
  const reading = await readPdf(pdfOf(pages), (done, total) => told.push(`${done}/${total}`));
  expect(told).toEqual(['1/2', '2/2']);
  expect(reading.lines.map(({ place }) => place)).toEqual(['第1页第1行', '第2页第1行']);
});

test('a page turned on its side reads the same', async () => {
  const turned = await read([page([...paragraph(1), ...paragraph(2)])], { page: '/Rotate 90' });
  expect(said(turned)).toHaveLength(2);
});

test('wherever text stands, no character is lost and none is added', async () => {
  const line = fc.record({
    text: fc.stringMatching(/^[早餐网点1a（。\u{e001}⼀ ]{1,12}$/u),
    x: fc.integer({ min: -50, max: WIDTH }),
    y: fc.integer({ min: -20, max: HEIGHT + 20 }),
    size: fc.constantFrom(5, 9, 16, 16, 22, 60),
    slanted: fc.constantFrom(false, false, false, true),
  });
  const sheet = fc.array(line, { minLength: 0, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(sheet, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      async (sheets, ruled) => {
        const contents = sheets.map((lines) =>
          lines
            .map(({ text, x, y, size, slanted }) => (slanted ? slant : show)(text, x, y, size))
            .join(''),
        );
        const rules = ruled ? frame([50, 200, 400], [100, 300, 500]) : '';
        const full = page([...paragraph(1), ...paragraph(2)]);
        const reading = await read(contents.map((content) => full + rules + content));
        const printed = [...contents.keys()].map(
          (i) => sheets[i]?.map(({ text }) => text).join('') ?? '',
        );
        const all =
          printed.join('') + [...paragraph(1), ...paragraph(2)].join('').repeat(sheets.length);
        expect(isWhole(reading)).toBe(true);
        const letters = (text: string) => [...text.replace(/\s/gu, '')].toSorted().join('');
        const got = reading.lines.flatMap(({ pieces }) =>
          pieces.filter(({ fate }) => fate !== 'added'),
        );
        expect(letters(got.map(({ text }) => text).join(''))).toBe(letters(all));
      },
    ),
    { numRuns: 40 },
  );
});
