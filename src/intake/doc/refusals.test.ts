import { expect, test } from 'vitest';
import { Refusal } from '../reading.ts';
import { makeCompoundFile } from './made-compound-file.ts';
import { makeDoc } from './made-doc.ts';
import { para } from './made-paragraphs.ts';
import { readDoc } from './read-doc.ts';

const refusal = async (bytes: Uint8Array) => {
  const refused = await readDoc(bytes, () => {}).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refusal);
  return (refused as Refusal).message;
};

test('what cannot be read is refused with what to do', async () => {
  const main = [para('甲')];
  expect(await refusal(makeDoc({ main: [para('\x01')] }))).toMatchInlineSnapshot(
    `"这份 .doc 文件里只有图片，没有文字，多半是扫描件。请向印发的机关要文字版；要不到的，用文字识别软件转成文字，逐字核对后再导入。"`,
  );
  expect(await refusal(makeDoc({ main: [para(' ')] }))).toMatchInlineSnapshot(
    `"这份 .doc 文件里没有文字。请用 Word 或 WPS 打开它，看是不是拿错了文件。"`,
  );
  expect(await refusal(makeDoc({ main, flags: 0x0100 }))).toMatchInlineSnapshot(
    `"这份 .doc 文件设了打开密码，读不到内容。请用 Word 或 WPS 打开它，去掉密码，另存为 .docx，再导入那一份。"`,
  );
  expect(await refusal(makeDoc({ main, version: 0x65 }))).toMatchInlineSnapshot(
    `"这份 .doc 文件是 Word 6.0/95 或更早的格式，这里不读。请用 Word 或 WPS 打开它，另存为 .docx，再导入那一份。"`,
  );
  const sheet = [{ name: 'Workbook', bytes: new Uint8Array(10) }];
  expect(await refusal(makeCompoundFile(sheet))).toMatchInlineSnapshot(
    `"这是 Excel 表格，不是 Word 文件。请把其中的正文复制到 Word 里，存成 .docx 再导入。"`,
  );
});
test('a file that has less text than it says is refused', async () => {
  const bytes = makeDoc({ main: [para('甲')] });
  const fib = Buffer.from(bytes).indexOf(Buffer.from([0xec, 0xa5, 0xc1, 0x00]));
  bytes[fib + 0x4c] = 200;
  expect(await refusal(bytes)).toMatch('文字不全');
});
test('a file cut at any place is read whole or refused, and nothing else', async () => {
  const whole = makeDoc({
    main: Array.from({ length: 40 }, (_, i) => para(`第${i}段`.repeat(20))),
  });
  const expected = await readDoc(whole, () => {});
  for (let size = 8; size < whole.length; size += 97) {
    const result = await readDoc(whole.slice(0, size), () => {}).catch((error: unknown) => error);
    if (!(result instanceof Refusal)) expect(result).toEqual(expected);
  }
});
test('bytes changed at random give a reading or a refusal, and no other error', async () => {
  const whole = makeDoc({ main: [para('甲乙丙'), para('丁\x13 REF \x14戊\x15')], fonts: ['宋体'] });
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  for (let i = 0; i < 3000; i++) {
    const bytes = whole.slice();
    for (let k = random(4); k >= 0; k--) bytes[random(bytes.length)] = random(256);
    const result = await readDoc(bytes, () => {}).catch((error: unknown) => error);
    if (result instanceof Error) expect(result).toBeInstanceOf(Refusal);
  }
});
