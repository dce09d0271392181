import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Citable, formatCitation, formatPlace, formatShort } from './citation.ts';
import { hasPage, sentencesOf } from './clause.ts';
import { formatNumeral } from './numeral.ts';
import { CitationReader } from './read-citation.ts';
import { splitPolicy } from './split.ts';

const source = readFileSync('content/policies/prs-2018-156/source.txt', 'utf8');
const { clauses } = splitPolicy(source, {
  joins: [13, 25, 33, 43, 53, 67].map((line) => ({ line, reason: '' })),
});
const policy: Citable = {
  id: 'prs-2018-156',
  title: '平顶山市高层次专业技术人才引育工程实施方案（试行）',
  number: '平人社〔2018〕156号',
  clauses,
};
const countIn = (id: string) => {
  const clause = clauses.find((one) => one.id === id);
  return clause ? sentencesOf(clause).length : 0;
};
const reader = new CitationReader(policy, countIn, (id) => formatShort(policy, id));
/** `p3-4`, `p3-4#s4`; `?` where there is no such place. */
const read = (text: string, by = reader) =>
  by
    .read(text)
    .map(({ clause, sentence }) => (clause ?? '?') + (sentence ? `#s${sentence}` : ''))
    .join(' ');

/** Called by two numbers, and no places where nothing else is written. */
const DAYS = ['五一', '五四', '六一', '三八'];
/** The two numbers of an item in every way that people write and say them, P and I in Chinese, $p and $i in digits. */
const ITEM_FORMS = [
  'P（I）|P(I)|P、（I）|P、(I)| P （ I ） |（P）（I）|P（$i）|$p（$i）|$p($i)',
  '第P部分第（I）项|第P部分第I项|第P部分（I）|第$p部分第$i项|第P部分的第I项|第P部分，第I项',
  '第P部分第I条|第P部分I|P部分（I）|P部分I项|第P部分之I|第P部分里的第（I）项',
  '第P大点第I小点|P大点I小点|第P大条第I小条|P大条第I小条|第P大项第I小项|第P点第I小点',
  '第P章第I项|第P章第I节|第P条第I项|第P条第（I）项|第P条第I款|第$p条第$i款|P条I项|$p条$i项|P条I款',
  'P之I|$p之$i|P点I|PI|$p.$i|$p-$i|$p－$i|$p—$i|P、I|P、$i|$p、$i|P、I项|p$p-$i|prs-2018-156/p$p-$i',
];
const PART_FORMS =
  'P|P、|$p、|第P部分|第$p部分|第P大点|第P大部分|第P章|第P条|第$p条|第P点|p$p|prs-2018-156/p$p';
/** Round a citation that is not numbers alone. */
const AROUND = [
  '@。|请看@|请问@是什么意思|@写了什么|我想看@的原文|平人社〔2018〕156号@|156号文@',
  '《平顶山市高层次专业技术人才引育工程实施方案（试行）》@|（见@）|“@”|@，谢谢',
];
/** Round any citation. */
const AROUND_ANY = '@。|“@”|156号@|156号文@|平人社2018-156号 @|原文@|@原文|方案@|文件@|@的内容';
const SENTENCE_FORMS = ['@第N句', '@第$n句', '@的第N句', '@第N句话', '@ 第 $n 句。'];
const ADDRESS_FORMS = ['p$p-$i#s$n', 'P$p-$i-S$n', '$p-$i-$n', '$p.$i.$n'];

const filled = (form: string, part: number, item: number, n = 0) =>
  form
    .replaceAll('$p', String(part))
    .replaceAll('$i', String(item))
    .replaceAll('$n', String(n))
    .replace(/P(?!\d)/gu, formatNumeral(part))
    .replaceAll('I', formatNumeral(item))
    .replaceAll('N', formatNumeral(n));
const split = (forms: string | string[]) => [forms].flat().flatMap((some) => some.split('|'));
/** Han digits side by side are one number from ten on. */
const isSaid = (form: string, part: number, item: number) =>
  form !== 'PI' || (part < 10 && item < 10);

const items = clauses.flatMap(({ id }) => {
  const [, part, item] = /^p(\d)-(\d+)$/u.exec(id) ?? [];
  return part && item ? [{ id, part: Number(part), item: Number(item) }] : [];
});
const itemForms = items.flatMap(({ id, part, item }) =>
  split(ITEM_FORMS)
    .filter((form) => isSaid(form, part, item))
    .map((form) => ({ id, form, written: filled(form, part, item) })),
);
const led = (cases: [written: string, places: string][]) =>
  Object.fromEntries(cases.map(([written]) => [written, read(written)]));

describe('every way to write a place × every clause of the policy', () => {
  test('an item', () => {
    const cases = itemForms
      .filter(({ written }) => !DAYS.includes(written))
      .map(({ id, written }): [string, string] => [written, id]);
    expect(items).toHaveLength(18);
    expect(cases.length).toBeGreaterThan(700);
    expect(led(cases)).toEqual(Object.fromEntries(cases));
  });

  test('a part', () => {
    const cases = [1, 2, 3, 4, 5, 6].flatMap((part) =>
      split(PART_FORMS).map((form): [string, string] => [filled(form, part, 0), `p${part}`]),
    );
    expect(led(cases)).toEqual(Object.fromEntries(cases));
  });

  test('with the document’s name, with words and signs round it', () => {
    const cases = itemForms.flatMap(({ id, form, written }): [string, string][] => {
      if (DAYS.includes(written)) return [];
      const isClear = /第.*[（(第]|^ ?P.*[（(] ?I/u.test(form);
      return split(isClear ? [...AROUND, AROUND_ANY] : AROUND_ANY).map((around) => [
        around.replace('@', written),
        id,
      ]);
    });
    expect(cases.length).toBeGreaterThan(7000);
    expect(led(cases)).toEqual(Object.fromEntries(cases));
  });

  test('every sentence', () => {
    const cases = itemForms.flatMap(({ id, form, written }): [string, string][] =>
      /、\$i|^PI$/u.test(form)
        ? []
        : Array.from({ length: countIn(id) }, (_, k) => k + 1).flatMap((n) =>
            SENTENCE_FORMS.map((way): [string, string] => [
              filled(way, 0, 0, n).replace('@', written),
              `${id}#s${n}`,
            ]),
          ),
    );
    expect(led(cases)).toEqual(Object.fromEntries(cases));
    const addresses = items.flatMap(({ id, part, item }) =>
      Array.from({ length: countIn(id) }, (_, k) => k + 1).flatMap((n) =>
        ADDRESS_FORMS.map((form): [string, string] => [filled(form, part, item, n), `${id}#s${n}`]),
      ),
    );
    expect(led(addresses)).toEqual(Object.fromEntries(addresses));
  });

  test('in numerals of every kind', () => {
    const at = (signs: string, n: number) => Array.from(signs)[n - 1] ?? '';
    const romans = ['I', 'II', 'III', 'IV', 'V', 'VI'];
    const cases = items.flatMap(({ id, part, item }) => {
      const [bracketed, circled] = ['㈠㈡㈢㈣㈤㈥', '①②③④⑤⑥'].map((s) => [
        at(s, part),
        at(s, item),
      ]);
      const [roman, money] = ['ⅠⅡⅢⅣⅤⅥ', '壹贰叁肆伍陆'].map((s) => [at(s, part), at(s, item)]);
      const han = formatNumeral(part);
      return [
        bracketed?.join(''),
        circled?.join(''),
        at('⑴⑵⑶⑷⑸⑹', part) + at('⑴⑵⑶⑷⑸⑹', item),
        `第${circled?.join('部分第')}项`,
        han + (circled?.[1] ?? ''),
        han + (bracketed?.[1] ?? ''),
        `${roman?.join('（')}）`,
        `第${roman?.join('部分第')}项`,
        `${romans[part - 1]}(${romans[item - 1]})`,
        `${money?.join('（')}）`,
        `第${money?.[0]}部分第（${money?.[1]}）项`,
      ].map((written): [string, string] => [written ?? '', id]);
    });
    expect(cases).toHaveLength(198);
    expect(led(cases)).toEqual(Object.fromEntries(cases));
  });

  test('counted from the end', () => {
    const lastOf = (part: number) => items.findLast((item) => item.part === part)?.item ?? 0;
    const cases = [3, 4, 5, 6].flatMap((part): [string, string][] => [
      [`第${formatNumeral(part)}部分最后一项`, `p${part}-${lastOf(part)}`],
      [`第${part}部分的倒数第二项`, `p${part}-${lastOf(part) - 1}`],
      [`请看第${part}部分最后两项`, `p${part}-${lastOf(part) - 1} p${part}-${lastOf(part)}`],
    ]);
    const sentences = items.flatMap(({ id, part, item }): [string, string][] => {
      const all = countIn(id);
      const place = `${formatNumeral(part)}（${formatNumeral(item)}）`;
      const last: [string, string] = [`${place}最后一句`, `${id}#s${all}`];
      return all < 2
        ? [last]
        : [
            last,
            [`${place}的末句话`, `${id}#s${all}`],
            [`${place}前两句`, `${id}#s1 ${id}#s2`],
            [`${place}最后两句`, `${id}#s${all - 1} ${id}#s${all}`],
          ];
    });
    const all = [...cases, ...sentences];
    expect(led(all)).toEqual(Object.fromEntries(all));
  });

  test('every form that is written by the site is read back', () => {
    const cases = clauses
      .filter(hasPage)
      .flatMap(({ id }) =>
        [formatCitation, formatPlace, formatShort].map((form): [string, string] => [
          form(policy, id),
          id,
        ]),
      );
    expect(led(cases)).toEqual(Object.fromEntries(cases));
  });

  test('lists and ranges of any two items are both of them, and what stands between', () => {
    const han = ({ part, item }: (typeof items)[number]) =>
      `${formatNumeral(part)}（${formatNumeral(item)}）`;
    fc.assert(
      fc.property(
        fc.nat(items.length - 1),
        fc.nat(items.length - 1),
        fc.constantFrom('、', '和', '与', '及', '以及', '，', '；', '或', '还有'),
        fc.constantFrom('至', '到', '-', '～', '—', '——'),
        (i, j, also, to) => {
          const [from, until] = [items[Math.min(i, j)], items[Math.max(i, j)]];
          if (!from || !until || from === until) return;
          expect(read(han(from) + also + han(until))).toBe(`${from.id} ${until.id}`);
          expect(read(`请看${han(until)}${also}${han(from)}`)).toBe(`${until.id} ${from.id}`);
          const all = items.slice(items.indexOf(from), items.indexOf(until) + 1);
          expect(read(han(from) + to + han(until))).toBe(all.map(({ id }) => id).join(' '));
        },
      ),
    );
  });
});

describe('lists and ranges go on where they stand', () => {
  test.each([
    ['三（四）、（五）', 'p3-4 p3-5'],
    ['三（二）至（四）', 'p3-2 p3-3 p3-4'],
    ['三（二）-（四）', 'p3-2 p3-3 p3-4'],
    ['第三条至第五条', 'p3 p4 p5'],
    ['第三至第五条', 'p3 p4 p5'],
    ['第3-5条', 'p3 p4 p5'],
    ['第三、四部分', 'p3 p4'],
    ['三、四部分', 'p3 p4'],
    ['一到三部分', 'p1 p2 p3'],
    ['六（一）（二）', 'p6-1 p6-2'],
    ['第三部份第四项', 'p3-4'],
    ['三（四）4', 'p3-4#s4'],
    ['第三部分、第四部分', 'p3 p4'],
    ['第三部分第四、五项', 'p3-4 p3-5'],
    ['第三部分第（四）项、第（五）项', 'p3-4 p3-5'],
    ['第三条第四款、第五款', 'p3-4 p3-5'],
    ['第三条第二款和第四条', 'p3-2 p4'],
    ['三（四）和五（二）', 'p3-4 p5-2'],
    ['请问三（四）和五（二）说的是什么', 'p3-4 p5-2'],
    ['三（四） 五（二）', 'p3-4 p5-2'],
    ['3.4、3.5', 'p3-4 p3-5'],
    ['3.2-3.4', 'p3-2 p3-3 p3-4'],
    ['3-4、5-2', 'p3-4 p5-2'],
    ['p3-4、p5-2', 'p3-4 p5-2'],
    ['四（六）第4、5句', 'p4-6#s4 p4-6#s5'],
    ['四（六）第4句、第5句', 'p4-6#s4 p4-6#s5'],
    ['四（六）第四句', 'p4-6#s4'],
    ['三（四）第2至4句', 'p3-4#s2 p3-4#s3 p3-4#s4'],
    ['三（四）第2句至第4句', 'p3-4#s2 p3-4#s3 p3-4#s4'],
    ['三（四）第1句、五（二）第1句', 'p3-4#s1 p5-2#s1'],
    ['三（四）、（五）第2句', 'p3-4 p3-5#s2'],
    ['三四五部分', 'p3 p4 p5'],
    ['第三四五部分', 'p3 p4 p5'],
    ['三（四五）', 'p3-4 p3-5'],
    ['四（六）第三、四两句', 'p4-6#s3 p4-6#s4'],
    ['四（六）第三四句', 'p4-6#s3 p4-6#s4'],
    ['三（四）第四句第五句', 'p3-4#s4 p3-4#s5'],
    ['三（四）里第四句', 'p3-4#s4'],
    ['三（四）首句', 'p3-4#s1'],
    ['前三部分', 'p1 p2 p3'],
    ['最后一部分', 'p6'],
    ['最后一个部分', 'p6'],
    ['最后一条', 'p6'],
    ['最后一项', ''],
    ['第三个部分第四项', 'p3-4'],
    ['第三个大点', 'p3'],
    ['§3.4', 'p3-4'],
    ['第3.4条', 'p3-4'],
    ['3.4节', 'p3-4'],
    ['三的四', 'p3-4'],
    ['5。2', 'p5-2'],
    ['四，（二）', 'p4-2'],
    ['四：（二）', 'p4-2'],
    ['④（②）', 'p4-2'],
    ['第三（四）条', 'p3-4'],
    ['P3-4S4', 'p3-4#s4'],
  ])('%s → %s', (written, places) => {
    expect(read(written)).toBe(places);
  });
});

describe('what cannot be meant is no place, and what comes nearest is known', () => {
  test.each([
    ['第五条第一款第二项', 'p5-1'],
    ['三（九）', 'p3'],
    ['第三部分第九项', 'p3'],
    ['五条9项', 'p5'],
    ['七（一）', 'p6'],
    ['第九条', 'p6'],
    ['一百零三（四）', 'p6'],
    ['附件1', 'prs-2018-156'],
    ['附件三', 'prs-2018-156'],
    ['请看三（九）', 'p3'],
  ])('%s: %s', (written, nearest) => {
    expect(reader.read(written)).toMatchObject([{ clause: null, nearest }]);
  });

  test('a sentence too many is the clause, told to lack it', () => {
    expect(reader.read('三（四）第9句')).toMatchObject([
      { clause: 'p3-4', sentence: null, nearest: 'p3-4', written: '三（四）第9句' },
    ]);
  });
});

test.each([
  '〔2018〕156号|[2018]156号|(2018)156号|【2018】156号|平人社[2018]156号|156号|156号文|156号文件',
  '平人社〈2018〉156号|〔2018〕第156号|平人社[2018]156|平人社2018 156|平人社 2018年156号',
  '平人社2018-156|平人社156号|2018年156号文|〔2018〕156|平人社〔2018〕156号|prs-2018-156',
])('%s: the document', (forms) => {
  for (const form of split(forms)) expect(read(form), form).toBe('prs-2018-156');
});

/** Numbers, dates, and words that begin like a place. */
test.each([
  '|   |34|12|9.9|3.40|三，四|三、四、五|（三）|(3)|三（四|p9|柔性引进',
  '157号|〔2019〕156号|平人社2019 156|平人社〔2018〕1567|2018156|2018-156|156',
  '2023年|2018.10.9|2018-10-9|10月9日|3月4日|三月四日|三点四十|3-5年|3到5年|三五年|三四年',
  '二十|三十四|三四十万|3.5万|1000名左右|三个月|35岁|985|671|三分之一|五险一金|二三线城市',
  '十四五|十三五规划|一部分人|大部分人|三条建议|五点|几条|第三方|第一书记|第一条件|第三项目',
  '五一|五四|六一|三八|三四条|三四条建议|一二三|队伍（二）|参加（一）|最后一点|最后一公里|前三名|第三个条件|2.5节课',
  '第三章程|第一|第一时间|第三点建议|三大点|一点一点|两个条款|一二线|第二人民医院',
  '劳动法第三条|《意见》第三条|劳动合同法第三条第四款|某条例第三条',
])('nothing in %s is a place', (forms) => {
  for (const form of split(forms)) expect(read(form), form).toBe('');
});

describe('other documents', () => {
  const law: Citable = {
    id: 'tl-2020-1',
    title: '某条例',
    number: '某令〔2020〕1号',
    clauses: splitPolicy(
      '某条例\n第一编　总则\n第一章　一般规定\n第一条　为了规范，制定本条例。\n第二条　有下列情形之一的：\n（一）甲；\n（二）乙。\n前款所列，另行规定。\n下列除外：\n（一）丙。\n第三条　戊。\n第一百三十三条之二　丁。\n附件1 说明\n第三部分　范围',
    ).clauses,
  };
  const lawReader = new CitationReader(law);
  test.each([
    ['第二条', 't2'],
    ['第一条', 't1'],
    ['第2条', 't2'],
    ['第二条第（二）项', 't2-x2'],
    ['第二条第二款', 't2-k2'],
    ['第二条第三款第（一）项', 't2-k3-x1'],
    ['第一百三十三条之二', 't133zhi2'],
    ['第133条之2', 't133zhi2'],
    ['第一编第一章', 'b1-z1'],
    ['附件1第三部分', 'f1-p3'],
    ['第一条至第三条', 't1 t2 t3'],
    ['第一、三条', 't1 t3'],
    ['条例第二条', 't2'],
    ['第二条第一款、第二款', 't2 t2-k2'],
    ['第二条第一款第（一）项', 't2-x1'],
    ['第二条第（二）项', 't2-x2'],
    ['第二条第一款最后一项', 't2-x2'],
    ['第二条最后一项', 't2-x2'],
    ['第一条第一款', 't1'],
    ['第一条第二款', '?'],
    ['第九条', '?'],
    ['2条', 't2'],
    ['最后一条', 't133zhi2'],
    ['第二条最后一款', 't2-k3'],
    ['第二条倒数第二款', 't2-k2'],
    ['第一编第一章最后一条', 't133zhi2'],
    ['第一编第一章第二条', 't2'],
    ['第一编第一章第三条', 't3'],
    ['第一编第一章第四条', 't133zhi2'],
    ['第一编第一章第九条', '?'],
  ])('%s → %s', (typed, places) => {
    expect(read(typed, lawReader)).toBe(places);
  });

  test('items numbered through a whole document are named by their number alone, too', () => {
    const running = new CitationReader({
      id: 'gf-2018-39',
      title: '某意见',
      number: '某发〔2018〕39号',
      clauses: splitPolicy(
        '某意见\n一、支持\n（一）甲。甲。\n（二）乙。乙。\n二、促进\n（三）丙。丙。\n（四）丁。丁。',
      ).clauses,
    });
    expect(read('二（三）', running)).toBe('x3');
    expect(read('第三、四条', running)).toBe('x3 x4');
    expect(read('4条', running)).toBe('x4');
    expect(read('第二部分第三条', running)).toBe('x3');
    expect(read('第九条', running)).toBe('?');
  });

  test('where there are articles, 条 is never said for a part', () => {
    const rules = new CitationReader({
      id: 'bf-2021-1',
      title: '某办法',
      number: '〔2021〕5号',
      clauses: splitPolicy(
        '某办法\n一、总则\n第一条　甲。\n第二条　乙。\n二、其他\n三、附则\n第三条　丙。',
      ).clauses,
    });
    expect(read('第二条', rules)).toBe('t2');
    expect(read('第三部分', rules)).toBe('p3');
    expect(read('第四条', rules)).toBe('?');
    // A number without an agency is none without its signs.
    expect(read('〔2021〕5号', rules)).toBe('bf-2021-1');
    for (const no of ['5', '20215', '2021']) expect(read(no, rules)).toBe('');
  });

  test('a number without a year in brackets is read only as a whole', () => {
    const order = new CitationReader({ ...policy, id: 'gwyl-687', number: '国务院令第687号' });
    expect(read('国务院令第687号三（四）', order)).toBe('p3-4');
    expect(read('号', order)).toBe('');
  });
});

test('whatever is typed, it is read in no time', () => {
  expect(read('3'.repeat(1_000_000))).toBe('');
  expect(read('三（四）、'.repeat(100_000)).split(' ').length).toBeLessThan(100);
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...'第三四（）()、.-之点条项款部分句和至1、附件大小p')),
      (signs) => reader.read(signs.join('')) !== null,
    ),
    { numRuns: 500 },
  );
});
