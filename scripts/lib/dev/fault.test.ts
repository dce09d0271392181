import { expect, test } from 'vitest';
import { faultOf } from './fault.ts';

const MESSAGE = `\u001b[31mCannot read properties of undefined (reading 'x')\u001b[39m
  Stack trace:
    at run (/srv/site/node_modules/astro/dist/run.js:10:5)
    at eval (file:///srv/site/src/views/Home.astro?astro&type=x:7:3)
    at /srv/site/src/pages/index.astro:2:1`;

test('an English message is told with the first place of ours that it names', () => {
  const { file, line, problem, fix } = faultOf(MESSAGE, '/srv/site');
  expect([file, line]).toEqual(['src/views/Home.astro', 7]);
  expect(problem).toBe(
    "网站的程序出错，不是内容写法的错：Cannot read properties of undefined (reading 'x')",
  );
  expect(fix).toMatch(/\p{Script=Han}/u);
});

test('one that names no place of ours is told all the same', () => {
  expect(faultOf('out of memory', '/srv/site')).toMatchObject({ file: 'src', line: 1 });
});

test('Vite’s names files from the root, and begins with words that say nothing', () => {
  const told = faultOf(
    'Internal server error: Transform failed with 1 error:\n\n[PARSE_ERROR] Unexpected token\n ╭─[ src/ui/a.ts:30:11 ]',
    '/srv/site',
  );
  expect(told).toMatchObject({ file: 'src/ui/a.ts', line: 30 });
  expect(told.problem).toContain(
    '错：Transform failed with 1 error: [PARSE_ERROR] Unexpected token',
  );
});
