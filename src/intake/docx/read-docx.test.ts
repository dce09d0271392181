import { describe, expect, test } from 'vitest';
import {
  field,
  ledgerOf,
  linesOf,
  type MadeParts,
  makeDocx,
  paragraph,
  plain,
  run,
  text,
  textBox,
} from './made-docx.ts';
import { readDocx } from './read-docx.ts';

async function read(body: string, parts: Partial<MadeParts> = {}) {
  const reading = await readDocx(makeDocx({ body, ...parts }), () => {});
  const { counted, all } = ledgerOf(reading);
  expect(counted).toBe(all);
  return reading;
}

const lines = async (body: string, parts: Partial<MadeParts> = {}) =>
  linesOf(await read(body, parts));

/** What is left out or doubted, with its reason. */
async function marked(body: string, parts: Partial<MadeParts> = {}) {
  const { lines: all } = await read(body, parts);
  return all
    .flatMap(({ pieces }) => pieces)
    .filter(({ fate }) => fate === 'dropped' || fate === 'uncertain')
    .map((piece) => `${piece.fate} ${piece.reason} [${piece.text}]`);
}

const elements = (xml: string) => `<w:r>${xml}</w:r>`;

describe('within a paragraph', () => {
  test('blank paragraphs and blanks round a text make no line and no character', async () => {
    expect(await lines(plain('') + plain('　　甲 乙　') + plain('   '))).toEqual(['甲 乙']);
  });

  test('a soft break begins a line; a leading one makes no empty line', async () => {
    const body = paragraph(elements(`<w:br/>${text('甲')}<w:br/><w:cr/>${text('乙')}<w:br/>`));
    expect(await lines(body)).toEqual(['甲', '乙']);
  });

  test('tabs side by side are one gap, those at the ends none', async () => {
    const body = paragraph(elements(`<w:tab/>${text('甲')}<w:tab/><w:tab/>${text('乙')}<w:tab/>`));
    expect(await lines(body)).toEqual(['甲　乙']);
  });

  test('blanks that are not preserved are not printed', async () => {
    expect(
      await lines(
        paragraph(elements('<w:t>甲 </w:t><w:t xml:space="preserve">乙 </w:t><w:t>丙</w:t>')),
      ),
    ).toEqual(['甲乙 丙']);
  });

  test('a hyphen that does not break is a hyphen; one that is not seen is nothing', async () => {
    expect(
      await lines(paragraph(elements(`${text('1')}<w:noBreakHyphen/>${text('2')}<w:softHyphen/>`))),
    ).toEqual(['1-2']);
  });

  test('signs of symbol fonts are written in Unicode, unknown ones are for a person', async () => {
    const body = paragraph(
      elements('<w:sym w:font="Wingdings" w:char="F06C"/><w:sym w:font="Odd" w:char="F001"/>') +
        run('\uf0b3', '<w:rFonts w:ascii="Symbol"/>') +
        run('\ue010'),
    );
    expect(await lines(body)).toEqual(['●\uFFFD≥\uFFFD']);
    expect(await marked(body)).toEqual([
      'uncertain Odd里的符号 F001，认不出来 [\uFFFD]',
      'uncertain 字体里的符号 E010，认不出来 [\uFFFD]',
    ]);
  });

  test('what nobody can see is left out', async () => {
    expect(await marked(plain('甲\u200b乙\u00ad'))).toEqual([
      'dropped 看不见的字符 U+200B [\u200b]',
      'dropped 看不见的字符 U+00AD [\u00ad]',
    ]);
  });

  test('links, smart tags, content controls and unknown elements are looked through', async () => {
    const body = paragraph(
      `<w:hyperlink>${run('甲')}</w:hyperlink><w:smartTag>${run('乙')}</w:smartTag>` +
        `<w:sdt><w:sdtPr/><w:sdtContent>${run('丙')}</w:sdtContent></w:sdt><w:unheardOf>${run('丁')}</w:unheardOf>`,
    );
    expect(await lines(body)).toEqual(['甲乙丙丁']);
  });

  test('a prompt that nobody has filled in is doubted', async () => {
    const body = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${plain('请填写')}</w:sdtContent></w:sdt>`;
    expect(await marked(body)).toEqual(['uncertain 占位的提示文字，还没有填写 [请填写]']);
  });

  test('of a word with its reading the word is kept, the reading doubted', async () => {
    const body = paragraph(
      elements(`<w:ruby><w:rt>${run('ce')}</w:rt><w:rubyBase>${run('测')}</w:rubyBase></w:ruby>`),
    );
    expect(await lines(body)).toEqual(['测ce']);
    expect(await marked(body)).toEqual(['uncertain 注音，原件印在字的上方 [ce]']);
  });

  test('digits above the line are doubted, but for those of a unit; struck text is doubted', async () => {
    const up = '<w:vertAlign w:val="superscript"/>';
    const body = paragraph(
      run('10') + run('5', up) + run('和100m') + run('2', up) + run('旧', '<w:strike/>'),
    );
    expect(await marked(body)).toEqual(['uncertain 原件印作上标 [5]', 'uncertain 印有删除线 [旧]']);
  });

  test('a formula is kept and doubted, with the signs that it prints', async () => {
    const m = (t: string) => `<m:r><m:t>${t}</m:t></m:r>`;
    const body = paragraph(
      `${run('得')}<m:oMath><m:f><m:num>${m('a')}</m:num><m:den><m:d><m:e>${m('b')}</m:e></m:d></m:den></m:f></m:oMath>`,
    );
    expect(await lines(body)).toEqual(['得a/(b)']);
  });
});

describe('fields', () => {
  test.each([
    ['a stored result', field(' MERGEFIELD 文号 ', '某〔2020〕1号'), '某〔2020〕1号'],
    ['a circled number that is stored', field(' = 1 \\* GB3 ', '①'), '①'],
    ['a circled number that is not', field(' = 12 \\* GB3 '), '⑫'],
    ['a number in brackets', field(' = 2 \\* GB2 '), '⑵'],
    ['a Roman number', field('= 4 \\* ROMAN'), 'IV'],
    ['a number in a circle, drawn', field('eq \\o\\ac(○,3)'), '③'],
    ['one with other switches', field('EQ \\* jc2 \\* "Font:宋体" \\o\\ac(\\s\\up 2(○),一)'), '㊀'],
    ['a quotation', field('QUOTE "甲"'), '甲'],
    ['a symbol', field('SYMBOL 183 \\f "Symbol" \\s 10'), '•'],
    ['a button', field('MACROBUTTON NoMacro 点击这里'), '点击这里'],
    [
      'sequences of two names',
      field('SEQ 图') + field('SEQ 表') + field('SEQ 图 \\* CHINESENUM3'),
      '11二',
    ],
    ['a mark for an index', `甲${field('XE "甲"')}`.replace('甲', run('甲')), '甲'],
    [
      'a field in a field',
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>QUOTE "</w:instrText></w:r>' +
        field('= 2 \\* GB3') +
        '<w:r><w:instrText>"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
      '②',
    ],
    ['a simple field', `<w:fldSimple w:instr="PAGE">${run('7')}</w:fldSimple>`, '7'],
  ])('%s', async (_, runs, expected) => {
    expect(await lines(paragraph(`${run('—')}${runs}${run('—')}`))).toEqual([`—${expected}—`]);
  });

  test('a box to tick prints whether it is ticked', async () => {
    const box = (checked: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>${checked}</w:checkBox></w:ffData></w:fldChar></w:r>` +
      '<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    expect(await lines(paragraph(`${box('')}${run('甲')}${box('<w:checked/>')}`))).toEqual([
      '☐甲☑',
    ]);
  });

  test('a field whose print nobody knows is a hole', async () => {
    const body = paragraph(run('见') + field('REF x') + run('。'));
    expect(await lines(body)).toEqual(['见。']);
    expect(await marked(body)).toEqual([
      'uncertain 这里有一个域（REF），印出的字没有存在文件里 []',
    ]);
  });

  test('an empty result that is stored prints nothing, but for what follows from the code', async () => {
    const body = paragraph(run('见') + field('REF x', '') + field('= 3 \\* GB3', ''));
    expect(await lines(body)).toEqual(['见③']);
    expect(await marked(body)).toEqual([]);
  });

  test('a code that holds text is left out as code', async () => {
    const body = paragraph(
      run('甲') +
        field('IF 1 = 1').replace('</w:instrText></w:r>', `</w:instrText></w:r>${run('藏')}`),
    );
    expect(await marked(body)).toContain('dropped 域代码 [藏]');
  });

  test('where marks of fields do not pair, all text is taken as printed', async () => {
    const body = `${paragraph(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('甲')}`)}${plain('乙')}`;
    expect(await lines(body)).toEqual(['甲', '乙']);
  });

  test('a table of contents runs over paragraphs', async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const body =
      paragraph(
        `${mark('begin')}<w:r><w:instrText>TOC \\o</w:instrText></w:r>${mark('separate')}${run('第一章')}<w:r><w:tab/></w:r>${run('1')}`,
      ) +
      paragraph(run('第二章') + mark('end')) +
      plain('第一章');
    expect(await lines(body)).toEqual(['第一章　1', '第二章', '第一章']);
  });
});

describe('what is not part of the issued text', () => {
  test('tracked changes are accepted, the deleted text is listed', async () => {
    const body = paragraph(
      `${run('甲')}<w:ins w:id="1" w:author="x">${run('乙')}</w:ins><w:del w:id="2"><w:r><w:delText>丙</w:delText></w:r></w:del><w:moveFrom w:id="3">${run('丁')}</w:moveFrom>`,
    );
    const reading = await read(body);
    expect(linesOf(reading)).toEqual(['甲乙']);
    expect(await marked(body)).toEqual(['dropped 修订中删去的文字 [丙丁]']);
    expect(reading.notices.join('')).toContain('修订');
  });

  test('a paragraph whose mark is deleted or hidden goes on in the next', async () => {
    const gone = (mark: string) => `<w:rPr>${mark}</w:rPr>`;
    const body =
      plain('甲', gone('<w:del w:id="1"/>')) +
      plain('乙', gone('<w:vanish/>')) +
      plain('丙') +
      plain('丁');
    expect(await lines(body)).toEqual(['甲乙丙', '丁']);
  });

  test('hidden text is left out, by its own property or that of a style', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="hp"><w:rPr><w:vanish/></w:rPr></w:style>';
    const body =
      paragraph(
        run('甲') +
          run('一', '<w:vanish/>') +
          run('二', '<w:rStyle w:val="h"/>') +
          run('乙', '<w:rStyle w:val="h"/><w:vanish w:val="0"/>'),
      ) +
      paragraph(run('三'), '<w:pStyle w:val="hp"/>') +
      paragraph(run('丙', '<w:vanish w:val="false"/>'), '<w:pStyle w:val="hp"/>');
    expect(await lines(body, { styles })).toEqual(['甲乙', '丙']);
    expect(await marked(body, { styles })).toEqual([
      'dropped 隐藏文字 [一二]',
      'dropped 隐藏文字 [三]',
    ]);
  });

  test('headers, footers and comments are left out', async () => {
    const parts = {
      header: plain('抬头'),
      footer: paragraph(run('—') + field('PAGE', '1') + run('—')),
      comments: `<w:comment w:id="0">${plain('看这里')}</w:comment>`,
    };
    expect(await lines(plain('甲'), parts)).toEqual(['甲']);
    expect(await marked(plain('甲'), parts)).toEqual([
      'dropped 批注 [看这里]',
      'dropped 页眉 [抬头]',
      'dropped 页脚 [—1—]',
    ]);
  });
});

describe('boxes and drawings', () => {
  test('the text of a box is read once, before what it is anchored in, and doubted', async () => {
    const body = plain('甲') + paragraph(run('乙') + textBox(plain('某〔2020〕1号')));
    const reading = await read(body);
    expect(linesOf(reading)).toEqual(['甲', '某〔2020〕1号', '乙']);
    expect(reading.lines[1]).toEqual({
      place: '第2段旁的文本框',
      pieces: [
        { text: '某〔2020〕1号', fate: 'uncertain', reason: '文本框里的字，读在哪里请看原件' },
      ],
    });
  });

  test('a box in a line is where it stands', async () => {
    const body = paragraph(
      textBox(plain('框')).replaceAll('wp:anchor', 'wp:inline').replace('position:absolute', ''),
    );
    expect(await marked(body)).toEqual([]);
    expect(await lines(body)).toEqual(['框']);
  });

  test('WordArt, words of shapes and of SmartArt are lines of their own, doubted', async () => {
    const body = paragraph(
      run('甲') +
        elements('<w:pict><v:shape><v:textpath string="某市文件"/></v:shape></w:pict>') +
        elements(
          '<w:drawing><wp:inline><a:txBody><a:p><a:r><a:t>形</a:t></a:r></a:p></a:txBody></wp:inline></w:drawing>',
        ) +
        elements('<w:drawing><wp:inline><dgm:relIds r:dm="diagram"/></wp:inline></w:drawing>'),
    );
    const diagram = '<dgm:pt><dgm:t><a:p><a:r><a:t>图</a:t></a:r></a:p></dgm:t></dgm:pt>';
    expect(await marked(body, { diagram })).toEqual([
      'uncertain 艺术字 [某市文件]',
      'uncertain 图形里的字 [形]',
      'uncertain 图示里的字 [图]',
    ]);
    expect(await lines(body, { diagram })).toEqual(['某市文件', '形', '图', '甲']);
  });

  const picture = elements('<w:drawing><wp:inline><pic:pic/></wp:inline></w:drawing>');
  const formula = elements(
    '<w:object><v:shape><v:imagedata r:id="x"/></v:shape><o:OLEObject ProgID="Equation.3"/></w:object>',
  );

  test('a formula or picture in a sentence is a hole, and told of with its place', async () => {
    const reading = await read(
      paragraph(run('按') + formula + run('计算')) + paragraph(run('见') + picture),
    );
    expect(
      reading.lines.map(({ pieces }) => pieces.map((piece) => piece.text || piece.reason)),
    ).toEqual([
      ['按', '这里有一个公式', '计算'],
      ['见', '这里有一张图片'],
    ]);
    expect(reading.notices).toEqual([
      '文件里有 1 个公式（第1段），里面的字没有读。请对照原件：属于正文的，补到原文里。',
      '文件里有 1 张图片（第2段），里面的字没有读。请对照原件：属于正文的，补到原文里。',
    ]);
  });

  test('a formula on a line of its own is doubted where the line before ends', async () => {
    expect(await marked(plain('如下：') + paragraph(formula) + plain('乙'))).toEqual([
      'uncertain 这里有一个公式 []',
    ]);
    expect(await lines(plain('如下：') + paragraph(formula) + plain('乙'))).toEqual([
      '如下：',
      '乙',
    ]);
  });

  test('another file that is to be printed here is not opened, and told of', async () => {
    const reading = await read(`${plain('甲')}<w:altChunk r:id="x"/>${plain('乙')}`);
    expect(linesOf(reading)).toEqual(['甲', '乙']);
    expect(reading.lines[0]?.pieces[1]?.reason).toBe('这里插入了另一个文件');
    expect(reading.notices.join('')).toContain('1 个插入的文件（第1段）');
  });

  test('a file of nothing but pictures is refused, with what to do', async () => {
    await expect(read(paragraph(picture) + paragraph(picture))).rejects.toThrow('只有图片（2 张）');
    await expect(read(plain(''), { header: plain('抬头') })).rejects.toThrow('没有正文的字');
  });
});

describe('notes', () => {
  const note = (kind: string, id: number, content: string) =>
    `<w:${kind} w:id="${id}">${paragraph(elements(`<w:${kind}Ref/>`) + run(content))}</w:${kind}>`;
  const mark = (kind: string, id: number) => elements(`<w:${kind}Reference w:id="${id}"/>`);

  test('their marks are printed where they stand, above the line, and they follow the text', async () => {
    const body =
      paragraph(run('分析') + mark('footnote', 5) + run('。')) +
      paragraph(run('乙') + mark('footnote', 4));
    const footnotes =
      note('footnote', 4, '注乙') + note('footnote', 5, '注甲') + note('footnote', 9, '没人要');
    const reading = await read(body, { footnotes });
    expect(linesOf(reading)).toEqual(['分析¹。', '乙²', '¹注甲', '²注乙']);
    expect(reading.lines.map(({ place }) => place)).toEqual([
      '第1段',
      '第2段',
      '脚注1',
      '脚注2',
      '脚注',
    ]);
    expect(await marked(body, { footnotes })).toEqual(['dropped 正文里没有注号的脚注 [没人要]']);
  });

  test('they are numbered as the section says, endnotes by themselves', async () => {
    const section =
      '<w:sectPr><w:footnotePr><w:numFmt w:val="decimalEnclosedCircle"/><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>';
    const body =
      paragraph(run('甲') + mark('footnote', 1), section) +
      paragraph(run('乙') + mark('footnote', 2) + mark('endnote', 1)) +
      section;
    const footnotes = note('footnote', 1, '一') + note('footnote', 2, '二');
    const endnotes = note('endnote', 1, '尾');
    expect(await lines(body, { footnotes, endnotes })).toEqual([
      '甲①',
      '乙①i',
      '①一',
      '①二',
      'i尾',
    ]);
  });

  test('numbers that begin anew on each page are doubted, and told of', async () => {
    const section =
      '<w:sectPr><w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr></w:sectPr>';
    const body = paragraph(run('甲') + mark('footnote', 1)) + section;
    const footnotes = note('footnote', 1, '一');
    expect(await marked(body, { footnotes })).toEqual([
      'uncertain 注的编号每页重排，文件里没有分页，这里的编号请对照原件 []',
    ]);
    expect((await read(body, { footnotes })).notices.join('')).toContain('每页重新编号');
  });

  test('a note whose mark is deleted is deleted with it', async () => {
    const body = plain('甲') + paragraph(`<w:del w:id="1">${mark('footnote', 1)}</w:del>`);
    expect(await lines(body, { footnotes: note('footnote', 1, '一') })).toEqual(['甲']);
  });
});

describe('tables', () => {
  const cell = (content: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
  const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;

  test('a row is a line, its cells parted by tabs, paragraphs and breaks in a cell by U+000B', async () => {
    const two =
      plain('乙') + paragraph(elements(`${text('丙')}<w:br/>${text('丁')}<w:tab/>${text('戊')}`));
    const reading = await read(
      plain('前') + table(row(cell(plain('甲')), cell(two), cell(plain('')))),
    );
    expect(linesOf(reading)).toEqual(['前', '甲\t乙\v丙\v丁　戊\t']);
    expect(reading.lines[1]?.place).toBe('表1第1行');
  });

  test('columns line up over spans, merged cells and indented rows', async () => {
    const body = table(
      row(
        cell(plain('甲'), '<w:gridSpan w:val="2"/>'),
        cell(plain('乙'), '<w:vMerge w:val="restart"/>'),
      ),
      row(cell(plain('一')), cell(plain('二')), cell(plain(''), '<w:vMerge/>')),
      `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell(plain('三'))}${cell(plain(''), '<w:vMerge/>')}</w:tr>`,
    );
    expect(await lines(body)).toEqual(['甲\t\t乙', '一\t二\t', '\t三\t']);
  });

  test('a frame of one cell is text in lines; a row without text is none', async () => {
    const body =
      table(row(cell(plain('专栏') + plain('甲'))), row(cell(plain('')))) +
      table(row(cell(plain('')), cell(plain(''))));
    expect(await lines(body)).toEqual(['专栏', '甲']);
  });

  test('a table in a cell loses nothing, and makes no columns of its own', async () => {
    const inner = table(
      row(cell(plain('内一')), cell(plain('内二'))),
      row(cell(plain('内三')), cell(plain('内四'))),
    );
    expect(
      await lines(table(row(cell(plain('外') + inner + plain('')), cell(plain('旁'))))),
    ).toEqual(['外\v内一　内二\v内三　内四\t旁']);
  });

  test('deleted rows and cells are left out, what a merged cell still holds is doubted', async () => {
    const body = table(
      row(cell(plain('甲'), '<w:vMerge w:val="restart"/>'), cell(plain('乙'))),
      row(cell(plain('留'), '<w:vMerge/>'), cell(plain('删'), '<w:cellDel w:id="1"/>')),
      `<w:tr><w:trPr><w:del w:id="2"/></w:trPr>${cell(plain('行'))}${cell(plain('去'))}</w:tr>`,
    );
    expect(await marked(body)).toEqual([
      'uncertain 合并的单元格里还留着的字，不一定印出来 [留]',
      'dropped 修订中删去的文字 [删]',
      'dropped 修订中删去的文字 [行去]',
    ]);
  });

  test('a box in a cell stands before the row', async () => {
    const body = table(row(cell(paragraph(run('甲') + textBox(plain('框')))), cell(plain('乙'))));
    expect(await lines(body)).toEqual(['框', '甲\t乙']);
  });
});

test('other prefixes and the strict namespace say the same', async () => {
  const other = (uri: string) =>
    `<x:document xmlns:x="${uri}"><x:body><x:p><x:r><x:t>甲</x:t></x:r></x:p></x:body></x:document>`;
  const { zipSync, strToU8 } = await import('fflate');
  for (const uri of [
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
    'http://purl.oclc.org/ooxml/wordprocessingml/main',
  ]) {
    const bytes = zipSync({ 'word/document.xml': strToU8(other(uri)) });
    expect(linesOf(await readDocx(bytes, () => {}))).toEqual(['甲']);
  }
});

test('UTF-16 is read as well', async () => {
  const { zipSync } = await import('fflate');
  const xml =
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>';
  const bytes = Uint8Array.from([0xff, 0xfe, ...Buffer.from(xml, 'utf16le')]);
  expect(linesOf(await readDocx(zipSync({ 'word/document.xml': bytes }), () => {}))).toEqual([
    '甲',
  ]);
});

test('progress is told block by block', async () => {
  const told: string[] = [];
  await readDocx(makeDocx({ body: plain('甲') + plain('乙') }), (done, total) =>
    told.push(`${done}/${total}`),
  );
  expect(told).toEqual(['1/2', '2/2']);
});
