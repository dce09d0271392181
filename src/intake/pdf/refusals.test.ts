import { describe, expect, test } from 'vitest';
import { Refusal } from '../reading.ts';
import { readPages } from './read-pages.ts';
import { cmap, pdfOf, slant } from './tiny-pdf.ts';
import { page, paragraph } from './tiny-reading.ts';

async function refusal(bytes: Uint8Array): Promise<string> {
  const error = await readPages(bytes, () => {}).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Refusal);
  return (error as Refusal).message;
}

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
