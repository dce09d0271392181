import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MadeParagraph, MadeRun } from './made-paragraphs.ts';
import { para, row, run, sprm, u16 } from './made-paragraphs.ts';
import { accounted, readMade, shown } from './made-reading.ts';
import { SPRM } from './sprm.ts';

/** Something made, and what of it is seen. */
interface Meant<T> {
  made: T;
  seen: string[];
}

const words = fc.string({
  unit: fc.constantFrom(...'甲乙丙丁戊，。12ab𠮷'),
  minLength: 1,
  maxLength: 6,
});

/** A run, and what it shows: `|` where a line begins. */
const anyRun: fc.Arbitrary<{ run: MadeRun; seen: string }> = fc.oneof(
  words.map((text) => ({ run: run(text), seen: text })),
  words.map((text) => ({ run: run(text, sprm(SPRM.charHidden, 1)), seen: '' })),
  words.map((text) => ({ run: run(text, sprm(SPRM.charDeleted, 1)), seen: '' })),
  words.map((text) => ({ run: run(`\x13 REF ${text} \x14${text}\x15`), seen: text })),
  words.map((text) => ({ run: run(`\x13 IF \x13 X \x14${text}\x15 \x14${text}\x15`), seen: text })),
  words.map((text) => ({ run: run(`\x13 XE "${text}" \x15`), seen: '' })),
  fc.constantFrom('\x0b', '\x0c').map((text) => ({ run: run(text), seen: '|' })),
  fc.constant({ run: run('\t'), seen: '\u3000' }),
  fc.constant({ run: run('\x1e'), seen: '-' }),
  fc.constant({ run: run('\x1f\x01\x08\x00'), seen: '' }),
);

const joinSeen = (runs: { seen: string }[]) => runs.map(({ seen }) => seen).join('');
const isSeen = (text: string) => /\S/.test(text);

const anyParagraph: fc.Arbitrary<Meant<MadeParagraph[]>> = fc
  .array(anyRun, { minLength: 1, maxLength: 6 })
  .map((runs) => ({
    made: [{ runs: runs.map((one) => one.run) }],
    seen: joinSeen(runs)
      .split('|')
      .map((line) => line.trim().replace(/\u3000+/g, '\u3000'))
      .filter(isSeen),
  }));

const anyRow: fc.Arbitrary<Meant<MadeParagraph[]>> = fc
  .array(fc.array(words, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 4 })
  .map((cells) => ({
    made: row(cells.map((cell) => cell.join('\n'))),
    seen: [cells.map((cell) => cell.join('\v')).join('\t')],
  }));

/** Items of one list; the first of a document begins it. */
const anyItem: fc.Arbitrary<Meant<MadeParagraph[]>> = words.map((text) => ({
  made: [para(text, sprm(SPRM.paraList, ...u16(1)))],
  seen: [`#${text}`],
}));

const numbered = (lines: string[]): string[] => {
  let value = 0;
  return lines.map((line) => (line.startsWith('#') ? `（${++value}）${line.slice(1)}` : line));
};

test('every character is accounted for, and what is seen is what was meant', async () => {
  const anyDocument = fc.record({
    main: fc.array(fc.oneof(anyParagraph, anyRow, anyItem), { maxLength: 8 }),
    headers: fc.array(words, { maxLength: 2 }),
    comments: fc.array(words, { maxLength: 2 }),
  });
  await fc.assert(
    fc.asyncProperty(anyDocument, async ({ main, headers, comments }) => {
      const reading = await readMade({
        main: [...main.flatMap(({ made }) => made), para('末')],
        headers: headers.map((text) => para(text)),
        comments: comments.map((text) => para(text)),
        lists: [{ id: 1, levels: [{ text: '（%1）' }] }],
        uses: [{ list: 1 }],
      });
      expect(accounted(reading)).toBe(reading.characters);
      expect(shown(reading)).toEqual([...numbered(main.flatMap(({ seen }) => seen)), '末']);
    }),
    { numRuns: 300 },
  );
});
