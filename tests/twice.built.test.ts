import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import jsQR from 'jsqr';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDay } from '../scripts/lib/build-day.ts';
import { filesOf } from '../src/finish/files-of.ts';
import { parseSums, SUMS, sha256Of } from '../src/finish/sums.ts';
import { buildSites } from './build-content.ts';
import { DIST, files, read } from './dist.ts';
import { POLICY } from './policy.ts';

/** What a build reads. */
const READ = [
  'LICENSE',
  'astro.config.mjs',
  'content',
  'package.json',
  'public',
  'scripts',
  'src',
  'tsconfig.json',
];

const folder = mkdtempSync(join(tmpdir(), 'again-'));
const again = join(folder, DIST);
const known = join(folder, 'with-site-url');

beforeAll(() => {
  for (const name of READ) cpSync(name, join(folder, name), { recursive: true });
  // Packages are linked one by one, so that this build shares no cache with the other.
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync('node_modules').filter((n) => !n.startsWith('.')))
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name), 'junction');
  const backwards = new URL('reversed-folders.ts', import.meta.url).href;
  const sites = [
    { site: DIST },
    { site: 'with-site-url', env: { SITE_URL: 'https://policy.example/a/' } },
  ];
  buildSites(sites, {
    flags: ['--import', backwards],
    cwd: folder,
    // The copy has no commits.
    env: { ...process.env, DAY: buildDay().day, TZ: 'Pacific/Chatham', LANG: 'tr_TR.UTF-8' },
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('built again in another folder, in another time zone, with folders listed backwards', () => {
  test('the site has the same files', async () => {
    expect(await filesOf(again)).toEqual(await filesOf(DIST));
  });

  test('and each of them is the same, byte for byte', async () => {
    const different = (await filesOf(DIST)).filter(
      (file) => !readFileSync(join(DIST, file)).equals(readFileSync(join(again, file))),
    );
    expect(different).toEqual([]);
  });
});

test('the list of sums names every file but itself, with the sum of what is there', async () => {
  const sums = parseSums(readFileSync(join(DIST, SUMS), 'utf8'));
  const listed = (await filesOf(DIST)).filter((file) => file !== SUMS);
  expect([...sums.keys()]).toEqual(listed);
  for (const file of listed) expect(sums.get(file), file).toBe(sha256Of(join(DIST, file)));
});

describe('with SITE_URL', () => {
  const built = (file: string) => readFileSync(join(known, file), 'utf8');

  test('there are canonical links and a sitemap; without it there are none', () => {
    const address = `https://policy.example/a/${POLICY}/p3-4.html`;
    expect(built(`${POLICY}/p3-4.html`).includes(`<link rel="canonical" href="${address}"`)).toBe(
      true,
    );
    expect(
      built('index.html').includes(
        '<link rel="canonical" href="https://policy.example/a/index.html"',
      ),
    ).toBe(true);
    expect(built('sitemap.xml')).toContain(`<loc>${address}</loc>`);
    expect(built('sitemap.xml')).not.toContain('404.html');
    expect(read(`${POLICY}/p3-4.html`).includes('canonical')).toBe(false);
    expect(files).not.toContain('sitemap.xml');
  });

  test('every page has the picture of its code, in the strip it prints and, on a clause, for those without script', () => {
    for (const file of [
      'index.html',
      `${POLICY}/p3-4.html`,
      'check/flexible/over-3/ab/listed.html',
    ]) {
      const code = `qr/${file.replace('.html', '.svg')}`;
      expect(readCode(built(code)), code).toBe(`https://policy.example/a/${file}`);
      expect(built(file)).toMatch(new RegExp(`src="(\\.\\./)*${code}"`, 'u'));
    }
    expect(built(`${POLICY}/p3-4.html`)).toMatch(
      /<summary[^>]*>引文写法(?:(?!<\/details>)[\s\S])*<img src="[^"]*qr\/[^>]*data-without-script/u,
    );
    expect(files.filter((file) => file.startsWith('qr/'))).toEqual([]);
  });

  test('everything else is as without it', () => {
    expect(built(`${POLICY}/source.txt`)).toBe(read(`${POLICY}/source.txt`));
  });
});

/** What a code drawn as strokes of one module's height says. */
function readCode(svg: string): string | undefined {
  const side = Number(/viewBox="0 0 (\d+)/u.exec(svg)?.[1]);
  const strokes = /<path stroke="#000000" d="([^"]+)"/u.exec(svg)?.[1] ?? '';
  const SCALE = 4;
  const width = side * SCALE;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  let [x, y] = [0, 0];
  for (const [, move = '', a = '', b = ''] of strokes.matchAll(
    /([Mmh])(-?[\d.]+)(?: ?(-?[\d.]+))?/gu,
  )) {
    const [dx, dy] = [Number(a), Number(b)];
    if (move === 'h') {
      for (let row = Math.floor(y) * SCALE; row < Math.floor(y + 1) * SCALE; row++)
        for (let at = x * SCALE; at < (x + dx) * SCALE; at++)
          pixels.fill(0, (row * width + at) * 4, (row * width + at) * 4 + 3);
      x += dx;
    } else [x, y] = move === 'M' ? [dx, dy] : [x + dx, y + dy];
  }
  return jsQR(pixels, width, width)?.data;
}
