/**
 * Made-up files of every kind of content, each made together with the lines that it prints: every character is
 * accounted for, and what is read is what was meant, numbers included.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  field,
  inList,
  ledgerOf,
  linesOf,
  makeDocx,
  paragraph,
  plain,
  run,
  textBox,
} from './made-docx.ts';
import { readDocx } from './read-docx.ts';

/** What a part of a paragraph is in the file, and what it prints: breaks as \n, gaps as U+3000. */
interface Made {
  xml: string;
  prints: string;
  /** Lines of boxes, which stand before the paragraph. */
  boxes?: string[];
}

const word = fc
  .array(fc.constantFrom(...'天地人物，。；1a&<𠮷（'), { minLength: 1, maxLength: 6 })
  .map((characters) => characters.join(''));

const shown = (make: (w: string) => string) => word.map((w): Made => ({ xml: make(w), prints: w }));
const gone = (make: (w: string) => string) => word.map((w): Made => ({ xml: make(w), prints: '' }));
const always = (xml: string, prints: string): fc.Arbitrary<Made> => fc.constant({ xml, prints });

const inline: fc.Arbitrary<Made> = fc.oneof(
  { weight: 6, arbitrary: shown(run) },
  shown((w) => `<w:ins w:id="1">${run(w)}</w:ins>`),
  shown((w) => `<w:hyperlink><w:smartTag>${run(w)}</w:smartTag></w:hyperlink>`),
  shown((w) => `<w:sdt><w:sdtContent>${run(w)}</w:sdtContent></w:sdt>`),
  shown((w) => field('REF 甲 \\h', w)),
  shown((w) => `<w:fldSimple w:instr="TITLE">${run(w)}</w:fldSimple>`),
  shown(
    (w) =>
      `<mc:AlternateContent><mc:Choice>${run(w)}</mc:Choice><mc:Fallback>${run(w)}</mc:Fallback></mc:AlternateContent>`,
  ),
  gone((w) => `<w:del w:id="2">${run(w).replaceAll('w:t', 'w:delText')}</w:del>`),
  gone((w) => `<w:moveFrom w:id="3">${run(w)}</w:moveFrom>`),
  gone((w) => run(w, '<w:vanish/>')),
  fc
    .integer({ min: 1, max: 20 })
    .map((n): Made => ({ xml: field(`= ${n} \\* GB3`), prints: String.fromCodePoint(0x245f + n) })),
  always('<w:r><w:br/></w:r>', '\n'),
  always('<w:r><w:tab/></w:r>', '\u3000'),
  always('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', '≥'),
  always('<w:r><w:noBreakHyphen/></w:r>', '-'),
  word.map((w): Made => ({ xml: textBox(plain(w)), prints: '', boxes: [w] })),
);

const inlines = fc.array(inline, { maxLength: 6 }).map(
  (parts): Made => ({
    xml: parts.map(({ xml }) => xml).join(''),
    prints: parts.map(({ prints }) => prints).join(''),
    boxes: parts.flatMap(({ boxes }) => boxes ?? []),
  }),
);

/** A block is made when its turn in the count of numbers has come. */
type Block = (counts: number[]) => { xml: string; lines: string[] };

/** Gaps side by side are one, and none stand at the ends of a line. */
function printedLines(prints: string): string[] {
  return prints
    .split('\n')
    .map((line) => line.replace(/\u3000+/gu, '\u3000').replace(/^\u3000|\u3000$/gu, ''))
    .filter((line) => line !== '');
}

const NAMES = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const LEVELS = [
  { pattern: '第%1条', format: 'chineseCounting', print: (n: number) => `第${NAMES[n - 1]}条` },
  {
    pattern: '（%2）',
    format: 'chineseCountingThousand',
    print: (n: number) => `（${NAMES[n - 1]}）`,
  },
  { pattern: '%3.', format: 'decimal', print: (n: number) => `${n}.` },
];
const NUMBERING = `<w:abstractNum w:abstractNumId="3">${LEVELS.map(
  ({ pattern, format }, i) =>
    `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`,
).join(
  '',
)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="3"/></w:num>`;
const STYLES = `<w:style w:type="paragraph" w:styleId="item"><w:pPr>${inList(2, 1)}</w:pPr></w:style>`;

/** Counts one at a level, as a reader would; the text after a number and its gap. */
function numbered(counts: number[], ilvl: number, first: string): string {
  counts[ilvl] = (counts[ilvl] ?? 0) + 1;
  counts.length = ilvl + 1;
  const number = LEVELS[ilvl]?.print(counts[ilvl] ?? 0) ?? '';
  const gap = first !== '' && (ilvl === 0 || (ilvl === 2 && /^[\da-z]/u.test(first)));
  return `${number}${gap ? '\u3000' : ''}${first}`;
}

const simple: fc.Arbitrary<Block> = inlines.map((made) => () => ({
  xml: paragraph(made.xml),
  lines: [...(made.boxes ?? []), ...printedLines(made.prints)],
}));

const listed: fc.Arbitrary<Block> = fc
  .tuple(inlines, fc.integer({ min: 0, max: 2 }), fc.constantFrom('direct', 'other', 'style'))
  .map(([made, level, how]) => (counts) => {
    const ilvl = how === 'style' ? 1 : level;
    const properties =
      how === 'style' ? '<w:pStyle w:val="item"/>' : inList(how === 'direct' ? 1 : 2, ilvl);
    const [first = '', ...rest] = printedLines(made.prints);
    return {
      xml: paragraph(made.xml, properties),
      lines: [...(made.boxes ?? []), numbered(counts, ilvl, first), ...rest],
    };
  });

const cellText = fc.array(word, { maxLength: 2 });

/** A table of three columns; a cell may span two, or go on from the row above. */
const table: fc.Arbitrary<Block> = fc
  .array(
    fc.oneof(
      fc
        .tuple(cellText, cellText, cellText)
        .map((cells) => ({ cells, spans: [1, 1, 1], merged: false })),
      fc.tuple(cellText, cellText).map((cells) => ({ cells, spans: [1, 2], merged: false })),
      fc
        .tuple(cellText, cellText)
        .map((cells) => ({ cells: [[], ...cells], spans: [1, 1, 1], merged: true })),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((rows) => () => {
    const wide = rows.some(({ spans }) => spans.length === 3);
    const xml = rows.map(({ cells, spans, merged }) =>
      cells.map((words, i) => {
        const merge = merged && i === 0 ? '<w:vMerge/>' : '';
        const properties = `<w:tcPr><w:gridSpan w:val="${spans[i]}"/>${merge}</w:tcPr>`;
        return `<w:tc>${properties}${words.map((w) => plain(w)).join('')}${plain('')}</w:tc>`;
      }),
    );
    const lines = rows.map(({ cells, spans }) =>
      cells.map((words, i) => words.join('\v') + (wide && spans[i] === 2 ? '\t' : '')).join('\t'),
    );
    return {
      xml: `<w:tbl>${xml.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`,
      lines: lines.filter((line) => line.trim() !== ''),
    };
  });

const frame: fc.Arbitrary<Block> = fc.array(simple, { maxLength: 3 }).map((inner) => (counts) => {
  const made = inner.map((block) => block(counts));
  return {
    xml: `<w:tbl><w:tr><w:tc>${made.map(({ xml }) => xml).join('')}${plain('')}</w:tc></w:tr></w:tbl>`,
    lines: made.flatMap(({ lines }) => lines),
  };
});

const joined: fc.Arbitrary<Block> = fc.tuple(word, word).map(([a, b]) => () => ({
  xml: plain(a, '<w:rPr><w:del w:id="9"/></w:rPr>') + plain(b),
  lines: [a + b],
}));

const blocks = fc.array(fc.oneof(simple, listed, table, frame, joined), {
  minLength: 1,
  maxLength: 8,
});
const notes = fc.array(word, { maxLength: 3 });

test('what is read is what was meant, and every character is accounted for', async () => {
  await fc.assert(
    fc.asyncProperty(blocks, notes, word, async (made, footnotes, apart) => {
      const counts: number[] = [];
      const all = made.map((block) => block(counts));
      const marks = footnotes
        .map((_, i) => `<w:r><w:footnoteReference w:id="${i}"/></w:r>`)
        .join('');
      const bytes = makeDocx({
        body: `${all.map(({ xml }) => xml).join('')}${paragraph(run('末') + marks)}`,
        numbering: NUMBERING,
        styles: STYLES,
        footnotes: footnotes
          .map((w, i) => `<w:footnote w:id="${i}">${plain(w)}</w:footnote>`)
          .join(''),
        comments: `<w:comment w:id="0">${plain(apart)}</w:comment>`,
        header: paragraph(run(apart) + textBox(plain(apart))),
        footer: paragraph(field('PAGE', '3')),
      });
      const reading = await readDocx(bytes, () => {});
      const raised = footnotes.map((_, i) => '¹²³'.charAt(i)).join('');
      expect(linesOf(reading)).toEqual([
        ...all.flatMap(({ lines }) => lines),
        `末${raised}`,
        ...footnotes,
      ]);
      const { counted, all: characters } = ledgerOf(reading);
      expect(counted).toBe(characters);
    }),
    { numRuns: 150 },
  );
});

/** XML of known and unknown elements in any order within each other: nothing that Word would write. */
const tree: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5 },
    word.map((w) => run(w)),
    word.map((w) => field('QUOTE "甲"', w)),
    fc.constantFrom(
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
      '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
      '<w:r><w:br/><w:tab/></w:r>',
    ),
    tie('node').map(
      (node) => `<w:tbl><w:tr><w:tc>${node}</w:tc><w:tc>${node}</w:tc></w:tr></w:tbl>`,
    ),
    fc
      .tuple(tie('node'), tie('node'))
      .map(
        ([newer, older]) =>
          `<mc:AlternateContent><mc:Choice>${newer}</mc:Choice><mc:Fallback>${older}</mc:Fallback></mc:AlternateContent>`,
      ),
    fc
      .tuple(
        fc.constantFrom(
          ...'w:p w:r w:del w:ins w:moveFrom w:sdt w:sdtContent w:hyperlink w:ruby w:rubyBase w:rt w:pict w:txbxContent w:drawing mc:Choice m:oMath m:f m:d w:object x:y'.split(
            ' ',
          ),
        ),
        fc.array(tie('node'), { maxLength: 4 }),
      )
      .map(([name, children]) => `<${name}>${children.join('')}</${name}>`),
  ),
})).node;

test('no order of elements makes it throw or lose a character', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { maxLength: 4 }), async (trees) => {
      const body = `${plain('甲')}${trees.map((xml) => paragraph(xml)).join('')}`;
      const reading = await readDocx(makeDocx({ body }), () => {});
      expect(linesOf(reading)[0]).toContain('甲');
      const { counted, all } = ledgerOf(reading);
      expect(counted).toBe(all);
    }),
    { numRuns: 150 },
  );
});
