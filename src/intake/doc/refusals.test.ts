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
    `"这个 Word 文件里只有图片（1 张），没有文字，多半是扫描件。找发文机关要有文字的版本；没有的，用文字识别，逐字校对，存成 .docx，再收录。"`,
  );
  expect(await refusal(makeDoc({ main: [para(' ')] }))).toMatchInlineSnapshot(
    `"这个 Word 文件里没有正文的字，没有读。核对是不是选错了文件。"`,
  );
  expect(await refusal(makeDoc({ main, flags: 0x0100 }))).toMatchInlineSnapshot(
    `"这个文件加了密码，打不开。向给文件的人要密码，用 Word 打开，去掉密码，另存为 .docx，再收录。"`,
  );
  expect(await refusal(makeDoc({ main, version: 0x65 }))).toMatchInlineSnapshot(
    `"这是 Word 6.0/95 或更早的文件，读不了。用 Word 或 WPS 打开它，另存为 .docx，再收录。"`,
  );
  const sheet = [{ name: 'Workbook', bytes: new Uint8Array(10) }];
  expect(await refusal(makeCompoundFile(sheet))).toMatchInlineSnapshot(
    `"这个 Word 文件不完整，或者坏了（找不到正文），没有读。重新下载；还是这样，用 Word 或 WPS 打开它，另存为 .docx，再收录。"`,
  );
});
test('a file that has less text than it says is refused', async () => {
  const bytes = makeDoc({ main: [para('甲')] });
  const fib = Buffer.from(bytes).indexOf(Buffer.from([0xec, 0xa5, 0xc1, 0x00]));
  bytes[fib + 0x4c] = 200;
  expect(await refusal(bytes)).toMatch('文字不全');
});
test('a file of more lines and cells than a thousand pages hold is refused', async () => {
  const lines = (count: number) => makeDoc({ main: [para('\v'.repeat(count))] });
  expect(await refusal(lines(300_001))).toMatch('太多');
  expect(await refusal(lines(100_000))).toMatch('没有正文的字');
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
