import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readContent } from '../content/read/content.ts';
import { makeLibrary } from './library.ts';
import { MADE } from './made-library.ts';

const SITE = Object.entries(MADE).filter(([path]) => !path.startsWith('policies/'));
const measure = (day: string) => `云泽市示例补贴办法
第一条 为了示例，制定本办法。
第二条 每人每月补贴一百元。
云泽市示例局
${day}
`;
const rules = (day: string) => `云泽市示例补贴细则
第一条 根据《云泽市示例补贴办法》，制定本细则。
第二条 补贴照《云泽市示例补贴办法》第二条发放。
云泽市示例局
${day}
`;

/** Where the rules of a day lead to, and by what they are cited, in a library of these measures of one title. */
function linked(day: string, measures: Record<string, { issued: string; number: string }>) {
  const held = Object.entries(measures).map(
    ([id, { issued, number }]) => [id, measure(said(issued)), issued, number] as const,
  );
  const all = [...held, ['rules', rules(day && said(day)), day, ''] as const];
  const files = all.flatMap(([id, source, issued, number]): [string, string][] => [
    [`policies/${id}/source.txt`, source],
    [
      `policies/${id}/policy.yml`,
      `title: ${source.split('\n', 1)[0]}\nnumber: '${number}'\nissuer: 云泽市示例局\n${issued && `issued: '${issued}'\n`}sha256: ${createHash('sha256').update(source).digest('hex')}\n`,
    ],
  ]);
  const content = readContent(
    new Map([...SITE, ...files].map(([path, text]) => [path, { text, sha256: '' }])),
  );
  const { links } = makeLibrary(content, '2026-01-01').citations;
  return [...(links.get('rules')?.values() ?? [])].flat().map(({ href }) => href);
}

const said = (day: string) => day.replace(/(\d+)-0?(\d+)-0?(\d+)/u, '$1年$2月$3日');

const OLD = { issued: '2016-03-01', number: '云泽规〔2016〕1号' };
const NEW = { issued: '2024-03-01', number: '云泽规〔2024〕2号' };

test('of two documents of one title the one of the time is cited, not the newest', () => {
  const both = { 'a-2016': OLD, 'a-2024': NEW };
  expect(linked('2018-05-01', both)).toEqual(['/a-2016.html', '/a-2016/t2.html']);
  expect(linked('2025-05-01', both)).toEqual(['/a-2024.html', '/a-2024/t2.html']);
});

test('nothing leads to a document that was issued later: another of that title was meant', () => {
  expect(linked('2018-05-01', { 'a-2024': NEW })).toEqual([]);
  expect(linked('2024-03-01', { 'a-2024': NEW })).toEqual(['/a-2024.html', '/a-2024/t2.html']);
});

test('what has no day leads to the only document of a title, and to none of several', () => {
  expect(linked('', { 'a-2024': NEW })).toEqual(['/a-2024.html', '/a-2024/t2.html']);
  expect(linked('', { 'a-2016': OLD, 'a-2024': NEW })).toEqual([]);
});

/** Where sentences of one text lead to, the text being of a measure `m` of which the library holds nothing else. */
function own(text: string) {
  const files: [string, string][] = [
    ['policies/m/source.txt', text],
    [
      'policies/m/policy.yml',
      `title: 云泽市示例补贴办法\nissued: '2024-03-01'\nsha256: '${'0'.repeat(64)}'\n`,
    ],
  ];
  const content = readContent(
    new Map([...SITE, ...files].map(([path, words]) => [path, { text: words, sha256: '' }])),
  );
  const { links, notHeld } = makeLibrary(content, '2026-01-01').citations;
  return {
    hrefs: [...(links.get('m')?.values() ?? [])].flat().map(({ href }) => href),
    notHeld: (notHeld.get('m') ?? []).map(({ title }) => title),
  };
}

test('a clause that names itself leads nowhere, another clause of the text does', () => {
  const text = measure('2024年3月1日').replace(
    '一百元。',
    '一百元。依照本办法第一条和本办法第二条办理。',
  );
  expect(own(text).hrefs).toEqual(['/m/t1.html']);
});

test('what is not held is told, but for an earlier document of the same title, and what only the imprint names', () => {
  const text = measure('2024年3月1日')
    .replace('一百元。', '一百元。《云泽市其他条例》另有规定的除外。')
    .replace('2024年3月1日\n', '2024年3月1日\n抄送：按《云泽市抄送规定》办理。\n');
  expect(own(text).notHeld).toEqual(['云泽市其他条例']);
});
