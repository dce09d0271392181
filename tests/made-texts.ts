/** Texts such as offices issue, made up: statutes, notices and what is annexed to them, each with its `policy.yml`. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { formatNumeral } from '../src/domain/policy/numeral.ts';

export interface MadeText {
  id: string;
  title: string;
  source: string;
  info: string;
}

const blank = fc.constantFrom('　', ' ', '　　', '');
const words = fc.constantFrom(
  '本市行政区域内的节约用水及其管理活动',
  '有关部门',
  '按照《某市“人才计划”〈试行〉》（某发〔2018〕12号）执行',
  '县（市、区）人民政府',
  '对 A、B 类 & C<类>人才',
  '给予不超过 3 个月的补贴',
  '建立北（京）上（海）工作站',
  '依法依规',
  '应当自收到之日起３０日内决定',
  '称为“……单位”',
  '使用𠮷祥文字',
  '可以',
);
const phrase = fc.array(words, { minLength: 1, maxLength: 5 }).map((list) => list.join('，'));
const sentences = fc
  .array(phrase, { minLength: 1, maxLength: 3 })
  .map((list) => list.map((one) => `${one}。`).join(''));
const heading = fc.constantFrom(
  '总则',
  '总　则',
  '总体要求',
  '引进 培养措施',
  '其他规定',
  '“放管服”改革',
);

/** A list under a line that ends in a colon: `（一）…；（二）…。` */
function items(make: (n: number) => string): fc.Arbitrary<string[]> {
  return fc
    .array(phrase, { minLength: 2, maxLength: 4 })
    .map((list) =>
      list.map((one, i) => `${make(i + 1)}${one}${i < list.length - 1 ? '；' : '。'}`),
    );
}

const bracketed = (n: number) => `（${formatNumeral(n)}）`;
const leading = phrase.map((one) => `${one}的，有下列情形之一：`);

/** The lines of one article without its number: 款 by 款, some with 项, and these with 目. */
const article = fc
  .array(
    fc.oneof(
      sentences.map((text) => [text]),
      fc.tuple(leading, items(bracketed)).map(([lead, list]) => [lead, ...list]),
      fc
        .tuple(
          leading,
          leading,
          items((n) => `${n}.`),
          phrase,
        )
        .map(([lead, inner, points, last]) => [
          lead,
          `（一）${inner}`,
          ...points,
          `（二）${last}。`,
        ]),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((paragraphs) => paragraphs.flat());

/** `第一编 第一章 第一节 第一条 …`, the articles numbered through. */
const statute = fc
  .record({
    outer: fc.constantFrom([], ['章'], ['编', '章'], ['章', '节'], ['编', '章', '节']),
    headings: fc.array(heading, { minLength: 4, maxLength: 4 }),
    articles: fc.array(article, { minLength: 3, maxLength: 8 }),
    blank,
    inserted: fc.boolean(),
  })
  .map(({ outer, headings, articles, blank: gap, inserted }) => {
    const lines = outer.map((unit, i) => `第一${unit}${gap || '　'}${headings[i]}`);
    for (const [i, [first = '', ...more]] of articles.entries()) {
      if (i === 2 && outer.length) lines.push(`第二${outer.at(-1)}　${headings[3]}`);
      lines.push(`第${formatNumeral(i + 1)}条${gap || '　'}${first}`, ...more);
      if (i === 0 && inserted) lines.push(`第一条之一${gap || '　'}依法依规。`);
    }
    return lines;
  });

/** `一、 （一） 1. （1）` */
const part = fc
  .record({
    heading,
    opening: sentences,
    items: fc.array(
      fc.record({
        heading: fc.option(fc.constantFrom('加强领导。', '明确 责任。', '')),
        text: sentences,
        points: fc.array(
          fc.tuple(
            sentences,
            items((n) => `（${n}）`),
          ),
          { maxLength: 2 },
        ),
      }),
      { maxLength: 3 },
    ),
    gap: fc.constantFrom('', ' '),
  })
  .map(({ heading: title, opening, items: list, gap }) => [
    title,
    ...(list.length ? [] : [opening]),
    ...list.flatMap((item, i) => [
      `${gap ? `(${formatNumeral(i + 1)})` : bracketed(i + 1)}${gap}${item.heading ?? ''}${item.text}`,
      ...item.points.flatMap(([text, inner], n) => [
        `${n + 1}.${text.replace(/。$/u, '：')}`,
        ...inner,
      ]),
    ]),
  ]);

const parts = fc
  .tuple(fc.array(part, { minLength: 2, maxLength: 4 }), fc.boolean())
  .map(([list, spelt]) =>
    list.flatMap(([first = '', ...more], i) => [
      `${spelt ? `第${formatNumeral(i + 1)}部分　` : `${formatNumeral(i + 1)}、`}${first}`,
      ...more,
    ]),
  );

const annexed = fc
  .tuple(parts, fc.constantFrom('附件', '附件1', '附件1：', '附件一　'), heading, parts)
  .map(([body, annex, title, inner]) => [
    ...body,
    `${annex}${annex.endsWith('1') ? ' ' : ''}${annex === '附件' ? '' : title}`,
    ...inner,
  ]);

const KINDS = { statute, notice: parts, annexed };
export type Kind = keyof typeof KINDS;

const document = (kind: Kind) =>
  fc.record({
    body: KINDS[kind],
    number: fc.option(fc.nat(400)),
    title: fc.constantFrom('某市节约用水条例', '某市人民政府关于\n做好有关工作的通知'),
    preamble: fc.boolean(),
  });

/** So many texts of one kind, the same each time. */
export function makeTexts(kind: Kind, count: number): MadeText[] {
  return fc.sample(document(kind), { seed: 42, numRuns: count }).map((made, i) => {
    const number =
      kind === 'statute' || made.number === null ? '' : `某政〔2020〕${made.number + 1}号`;
    const source = [
      ...(number ? ['某市人民政府文件', number] : []),
      made.title,
      ...(kind === 'statute' ? ['（2020年4月30日某市人民政府公布）'] : []),
      ...(made.preamble ? ['根据《某市实施意见》，制定下列规定。'] : []),
      ...made.body,
      ...(kind === 'notice' ? ['某市人民政府', '2020年4月30日'] : []),
      '',
    ].join('\n');
    const title = made.title.replace('\n', '');
    const fields = {
      title,
      shortTitle: title,
      ...(number ? { number } : {}),
      issuer: '某市',
      issued: '2020-04-30',
      ask: '某市人民政府',
      sha256: createHash('sha256').update(source).digest('hex'),
    };
    const info = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
    return { id: `${kind}-${i + 1}`, title, source, info: info.join('') };
  });
}
