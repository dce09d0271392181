import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forNetlify } from './netlify.ts';
import { cacheControl, lastingPolicy, typeOf, wholePolicy } from './sent.ts';
import { writeHostFiles } from './write.ts';

const PAGE = "default-src 'none'; script-src 'self' 'sha256-a='; style-src 'none'; img-src 'self'";
const OTHER = "default-src 'none'; script-src 'self' 'sha256-b='; style-src 'self'; img-src 'self'";

describe('the policy in headers', () => {
  test('allows what any page allows, and says who may frame the site', () => {
    expect(wholePolicy([PAGE, OTHER, PAGE])).toBe(
      "default-src 'none'; script-src 'self' 'sha256-a=' 'sha256-b='; style-src 'self'; img-src 'self'; frame-ancestors 'self'",
    );
  });

  test('cannot be made of pages that rule different things', () => {
    expect(() => wholePolicy([PAGE, "default-src 'none'"])).toThrow('expected rules for');
  });

  test('cannot be made of nothing', () => {
    expect(() => wholePolicy([])).toThrow('Unexpected absence');
  });

  test('keeps only what lasts, where the next build cannot change it', () => {
    expect(lastingPolicy(wholePolicy([PAGE]))).toBe(
      "style-src 'none'; img-src 'self'; frame-ancestors 'self'",
    );
  });
});

test.each([
  ['_astro/page.D2yZ3a1b.js', true],
  ['pagefind/fragment/zh-CN_123a8b0.pf_fragment', true],
  ['pagefind/index/zh-CN_c6a0a52.pf_index', true],
  ['pagefind/pagefind.zh-CN_ffd1865f2968c.pf_meta', true],
  ['pagefind/pagefind.js', false],
  ['pagefind/pagefind-entry.json', false],
  ['pagefind/wasm.unknown.pagefind', false],
  ['pagefind/fuse.js', false],
  ['index.html', false],
  ['search.css', false],
  ['service-worker.js', false],
  ['prs-2018-156/source.txt', false],
  ['x_astro/a.js', false],
])('%s may be kept for ever: %s', (file, forever) => {
  expect(cacheControl(file)).toBe(forever ? 'public, max-age=31536000, immutable' : 'no-cache');
});

test.each([
  ['a/b.html', 'text/html; charset=utf-8'],
  ['prs-2018-156.json', 'application/json; charset=utf-8'],
  ['favicon.svg', 'image/svg+xml; charset=utf-8'],
  ['SHA256SUMS', 'text/plain; charset=utf-8'],
  ['photo.JPG', 'image/jpeg'],
  ['form.pdf', 'application/pdf'],
  ['pagefind/wasm.unknown.pagefind', 'application/octet-stream'],
])('%s is %s', (file, type) => {
  expect(typeOf(file)).toBe(type);
});

test('the build names every file in public/ whose kind nobody has named', async () => {
  const root = mkdtempSync(join(tmpdir(), 'headers-'));
  for (const file of ['index.html', 'a.heic', 'b.pdf', 'c.docx']) {
    writeFileSync(
      join(root, file),
      `<meta http-equiv="Content-Security-Policy" content="${PAGE}">`,
    );
  }
  const said = await writeHostFiles(root).catch(({ message }) => message);
  rmSync(root, { recursive: true });
  expect(said).toMatchInlineSnapshot(`
    "public/a.heic
      问题：这种文件（“.heic”）没有登记类型，服务器不知道怎样发送，浏览器会打不开。
      改法：换成常用的格式（图片用 .jpg、.png、.webp、.svg，文件用 .pdf）；一定要用的，在 src/finish/headers/sent.ts 的 TYPES 里登记它的类型。
      说明：README.md#部署

    public/c.docx
      问题：这种文件（“.docx”）没有登记类型，服务器不知道怎样发送，浏览器会打不开。
      改法：换成常用的格式（图片用 .jpg、.png、.webp、.svg，文件用 .pdf）；一定要用的，在 src/finish/headers/sent.ts 的 TYPES 里登记它的类型。
      说明：README.md#部署"
  `);
});

test('a kind of file that nobody has named is an error, not a guess', () => {
  expect(() => typeOf('a.xyz')).toThrow('Unexpected file a.xyz');
});

test('in _headers no file gets one header from two rules', () => {
  const files = ['index.html', '_astro/a.js', 'pagefind/p.pf_meta', 'pagefind/pagefind.js'];
  const rules = forNetlify("frame-ancestors 'self'", files)
    .replace(/^#.*\n/gmu, '')
    .split(/\n(?=\/)/u)
    .map((rule) => rule.trim().split(/\n\s+/u));
  const sent = (file: string) =>
    rules
      .filter(([path = '']) =>
        path.endsWith('*') ? `/${file}`.startsWith(path.slice(0, -1)) : path === `/${file}`,
      )
      .flatMap(([, ...headers]) => headers.map((header) => header.split(':')[0]));
  for (const file of files) expect(new Set(sent(file)).size).toBe(sent(file).length);
  expect(files.filter((file) => sent(file).includes('Cache-Control'))).toEqual([
    '_astro/a.js',
    'pagefind/p.pf_meta',
  ]);
});
