import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '../reading.ts';
import { readPdf } from './read-pdf.ts';
import { frame, HEIGHT, pdfOf, show, slant, WIDTH } from './tiny-pdf.ts';
import { isWhole, page, paragraph, read } from './tiny-reading.ts';

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
