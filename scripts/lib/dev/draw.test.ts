import { describe, expect, test } from 'vitest';
import { addToPage, drawAll, drawBand, drawBar } from './draw.ts';

const TOLD = {
  file: 'content/site.yml',
  line: 3,
  problem: '写的是“<script>”。',
  fix: '改成 a & b。',
  section: '写法',
} as const;
const STATE = { here: [TOLD], all: [TOLD, TOLD], unproved: [], notes: [] };

test('what is told is text, whatever signs it has', () => {
  const drawn =
    drawAll([TOLD], 1) +
    drawBar({ ...STATE, notes: ['<b>'] }) +
    drawBand({ ...STATE, unproved: ['<i>'] });
  expect(drawn).not.toMatch(/<(?:script|b|i)\b/u);
  expect(drawn).toContain('改成 a &amp; b。');
});

test('a problem has its place, to be opened in an editor, and that of its rule in the handbook', () => {
  const links = [...drawBar(STATE).matchAll(/file=([^"]*)"/gu)].map(([, file = '']) =>
    decodeURIComponent(file),
  );
  expect(links[0]).toBe('content/site.yml:3');
  expect(links[1]).toMatch(/^content\/README\.md:\d{2,}$/u);
});

describe('the bar', () => {
  test('counts what is wrong here and in all', () => {
    expect(drawBar(STATE)).toContain('这一页 1 个问题，全部 2 个');
    expect(drawBar({ ...STATE, here: [] })).toContain('这一页没有问题，别处 2 个');
  });
  test('is not there where nothing is wrong', () => {
    expect(drawBar({ ...STATE, here: [], all: [] })).toBe('');
  });
  test('of very many shows some, and says how many more there are', () => {
    const many = Array.from({ length: 25 }, (_, line) => ({ ...TOLD, line: line + 1 }));
    const drawn = drawBar({ ...STATE, here: many, all: many });
    expect(drawn.match(/问题：/gu)).toHaveLength(20);
    expect(drawn).toContain('这一页还有 5 个');
  });
});

test('before the first check nobody is told that all is well', () => {
  expect(drawAll([], undefined)).toContain('正在检查');
  expect(drawAll([], 3)).toContain('没有问题');
});

test('a page loses its policy for scripts and styles, and its layers keep their order', () => {
  const page =
    '<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src \'none\'"><style>@layer components {}</style></head><body class="a"><p>字</p></body></html>';
  const shown = addToPage(page, STATE, 'v 1');
  expect(shown).not.toContain('Content-Security-Policy');
  expect(shown.indexOf('@layer theme')).toBeLessThan(shown.indexOf('@layer components'));
  expect(shown).toMatch(
    /<body class="a"><div id="workbench-band">.*<p>字<\/p><div id="workbench-bar">.*<\/body>/su,
  );
});
