import { expect, test } from 'vitest';
import {
  inList,
  linesOf,
  type MadeParts,
  makeDocx,
  paragraph,
  plain,
  run,
  textBox,
} from './made-docx.ts';
import { readDocx } from './read-docx.ts';

const level = (ilvl: number, format: string, pattern: string, more = '') =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`;
const abstract = (id: number, levels: string) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const instance = (id: number, abstractId: number, overrides = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`;
const startAt = (ilvl: number, value: number) =>
  `<w:lvlOverride w:ilvl="${ilvl}"><w:startOverride w:val="${value}"/></w:lvlOverride>`;
const style = (id: string, properties: string, basedOn = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:basedOn w:val="${basedOn}"/><w:pPr>${properties}</w:pPr></w:style>`;
const styled = (id: string) => `<w:pStyle w:val="${id}"/>`;

const THREE = abstract(
  0,
  level(0, 'chineseCounting', '%1、') +
    level(1, 'chineseCounting', '（%2）') +
    level(2, 'decimal', '%3.'),
);

async function lines(body: string, numbering: string, parts: Partial<MadeParts> = {}) {
  return linesOf(await readDocx(makeDocx({ body, numbering, ...parts }), () => {}));
}

test('levels are counted, and what is below a level starts anew with it', async () => {
  const body = [0, 1, 1, 2, 0, 1].map((ilvl) => plain('甲', inList(1, ilvl))).join('');
  expect(await lines(body, THREE + instance(1, 0))).toEqual([
    '一、甲',
    '（一）甲',
    '（二）甲',
    '1.甲',
    '二、甲',
    '（一）甲',
  ]);
});

test('lvlRestart 0 goes on over the levels above, 1 starts anew after the first only', async () => {
  const levels = (restart: string) =>
    abstract(
      0,
      level(0, 'decimal', '%1、') +
        level(1, 'decimal', '%2)') +
        level(2, 'decimal', '%3#', restart),
    ) + instance(1, 0);
  const body = [0, 1, 2, 1, 2, 0, 2].map((ilvl) => plain('甲', inList(1, ilvl))).join('');
  const third = async (restart: string) =>
    (await lines(body, levels(restart))).filter((line) => line.includes('#'));
  expect(await third('<w:lvlRestart w:val="0"/>')).toEqual(['1#甲', '2#甲', '3#甲']);
  expect(await third('<w:lvlRestart w:val="1"/>')).toEqual(['1#甲', '2#甲', '1#甲']);
  expect(await third('')).toEqual(['1#甲', '1#甲', '1#甲']);
});

test('lists of one definition go on counting; an instance that restarts does so once', async () => {
  const numbering = THREE + instance(1, 0) + instance(2, 0) + instance(3, 0, startAt(0, 5));
  const body = [1, 2, 3, 3, 1].map((numId) => plain('甲', inList(numId))).join('');
  expect(await lines(body, numbering)).toEqual(['一、甲', '二、甲', '五、甲', '六、甲', '七、甲']);
});

test('an instance may have a level of its own', async () => {
  const own = `<w:lvlOverride w:ilvl="0">${level(0, 'decimalEnclosedCircle', '%1')}</w:lvlOverride>`;
  const numbering = THREE + instance(1, 0) + instance(2, 0, own);
  expect(await lines(plain('甲', inList(1)) + plain('乙', inList(2)), numbering)).toEqual([
    '一、甲',
    '②乙',
  ]);
});

test('isLgl writes the levels above in digits; a level that has not begun counts as begun', async () => {
  const numbering =
    abstract(
      0,
      level(0, 'chineseCounting', '第%1章') + level(1, 'decimal', '%1.%2', '<w:isLgl/>'),
    ) + instance(1, 0);
  const body = [1, 0, 1, 1].map((ilvl) => plain('甲', inList(1, ilvl))).join('');
  expect(await lines(body, numbering)).toEqual([
    '1.1\u3000甲',
    '第一章\u3000甲',
    '1.1\u3000甲',
    '1.2\u3000甲',
  ]);
});

test('the gap after a number is that of print: none after a bracket, one after 第一条, none where suff says so', async () => {
  const levels = (suffix: string) =>
    abstract(
      0,
      level(0, 'chineseCounting', '第%1条', suffix) + level(1, 'decimal', '%2.', suffix),
    ) + instance(1, 0);
  const body = plain('　　甲', inList(1)) + plain('5米', inList(1, 1)) + plain('乙', inList(1, 1));
  expect(await lines(body, levels(''))).toEqual(['第一条\u3000甲', '1.\u30005米', '2.乙']);
  expect(await lines(body, levels('<w:suff w:val="space"/>'))).toEqual([
    '第一条 甲',
    '1. 5米',
    '2.乙',
  ]);
  expect(await lines(body, levels('<w:suff w:val="nothing"/>'))).toEqual([
    '第一条甲',
    '1.5米',
    '2.乙',
  ]);
});

test('a style numbers its paragraphs at the level that names it; numId 0 takes the number away', async () => {
  const numbering =
    abstract(
      0,
      level(0, 'chineseCounting', '第%1条', '<w:pStyle w:val="article"/>') +
        level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="item"/>'),
    ) + instance(1, 0);
  const styles =
    style('article', '<w:numPr><w:numId w:val="1"/></w:numPr>') +
    style('item', '<w:numPr><w:numId w:val="1"/></w:numPr>', 'article') +
    style('bare', '<w:numPr><w:numId w:val="0"/></w:numPr>', 'article');
  const body =
    plain('甲', styled('article')) +
    plain('乙', styled('item')) +
    plain('丙', styled('bare')) +
    plain('丁', styled('article') + inList(0)) +
    plain('戊', styled('article'));
  expect(await lines(body, numbering, { styles })).toEqual([
    '第一条\u3000甲',
    '（一）乙',
    '丙',
    '丁',
    '第二条\u3000戊',
  ]);
});

test('a style that says only the level has the list of the one it is based on', async () => {
  const styles =
    style('first', inList(1, 0)) +
    style('second', '<w:numPr><w:ilvl w:val="1"/></w:numPr>', 'first') +
    style('round', '', 'round');
  const body = ['first', 'second', 'round'].map((id) => plain('甲', styled(id))).join('');
  expect(await lines(body, THREE + instance(1, 0), { styles })).toEqual([
    '一、甲',
    '（一）甲',
    '甲',
  ]);
});

test('a definition may be that of a numbering style', async () => {
  const numbering =
    abstract(0, '<w:numStyleLink w:val="list"/>') +
    abstract(1, `<w:styleLink w:val="list"/>${level(0, 'decimal', '%1)')}`) +
    instance(1, 0) +
    instance(2, 1);
  const styles =
    '<w:style w:type="numbering" w:styleId="list"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
  const body = plain('甲', inList(1)) + plain('乙', inList(2));
  expect(await lines(body, numbering, { styles })).toEqual(['1)甲', '2)乙']);
});

test('an empty paragraph of a list counts and is printed; a deleted or hidden one is not', async () => {
  const gone = (mark: string) => plain('', `${inList(1)}<w:rPr>${mark}</w:rPr>`);
  const body =
    plain('甲', inList(1)) +
    plain('', inList(1)) +
    gone('<w:del w:id="1"/>') +
    gone('<w:vanish/>') +
    plain('乙', inList(1));
  const reading = await readDocx(makeDocx({ body, numbering: THREE + instance(1, 0) }), () => {});
  expect(linesOf(reading)).toEqual(['一、甲', '二、', '三、乙']);
  expect(reading.lines[1]?.pieces.map(({ fate, reason }) => `${fate} ${reason}`)).toEqual([
    'added 自动编号',
    'uncertain 只有编号，后面没有字',
  ]);
});

test('a number alone in a cell is nothing to look at', async () => {
  const cell = (content: string) => `<w:tc>${content}</w:tc>`;
  const body = `<w:tbl><w:tr>${cell(plain('', inList(1)))}${cell(plain('甲'))}</w:tr></w:tbl>`;
  const reading = await readDocx(makeDocx({ body, numbering: THREE + instance(1, 0) }), () => {});
  expect(linesOf(reading)).toEqual(['一、\t甲']);
  expect(reading.lines[0]?.pieces.map(({ fate }) => fate)).toEqual(['added', 'added', 'kept']);
});

test('bullets are signs of fonts, written as Unicode has them', async () => {
  const bullet = (id: number, sign: string, font: string) =>
    abstract(
      id,
      level(0, 'bullet', sign, '').replace(
        '</w:lvl>',
        `<w:rPr><w:rFonts w:ascii="${font}"/></w:rPr></w:lvl>`,
      ),
    ) + instance(id, id);
  const numbering =
    bullet(1, '\uf06c', 'Wingdings') +
    bullet(2, '\uf0b7', 'Symbol') +
    bullet(3, '●', '宋体') +
    bullet(4, '\uf001', 'Odd');
  const body = [1, 2, 3, 4].map((id) => plain('甲', inList(id))).join('');
  const reading = await readDocx(makeDocx({ body, numbering }), () => {});
  expect(linesOf(reading)).toEqual(['●甲', '•甲', '●甲', '•甲']);
  expect(reading.lines[0]?.pieces[0]?.reason).toBe('项目符号');
  expect(reading.lines[3]?.pieces.some(({ fate }) => fate === 'uncertain')).toBe(true);
});

test('lists in boxes are numbered apart from the body', async () => {
  const box = textBox(plain('框', inList(1)));
  const body = plain('甲', inList(1)) + paragraph(run('乙') + box, inList(1));
  expect(await lines(body, THREE + instance(1, 0))).toEqual(['一、甲', '一、框', '二、乙']);
});

test('a list that is not defined prints no number', async () => {
  expect(
    await lines(plain('甲', inList(7)) + plain('乙', inList(1, 5)), THREE + instance(1, 0)),
  ).toEqual(['甲', '乙']);
});
