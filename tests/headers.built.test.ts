import { expect, test } from 'vitest';
import { policyOf } from '../src/finish/headers/csp-of-pages.ts';
import { CACHE, cacheControl, HOST_FILES, typeOf } from '../src/finish/headers/sent.ts';
import { all, DIST, files, pages, read } from './dist.ts';

const rulesOf = (policy: string) =>
  new Map(
    policy.split('; ').map((rule) => {
      const [name = '', ...sources] = rule.split(' ');
      return [name, sources];
    }),
  );

test('the policy in headers forbids no page what its own policy allows', async () => {
  const sent = rulesOf(policyOf(DIST, pages));
  for (const page of pages) {
    const own = all(page, (e) => e.attribs['http-equiv'] === 'Content-Security-Policy')[0];
    for (const [name, sources] of rulesOf(own?.attribs['content'] ?? '')) {
      expect(sent.get(name), `${page} ${name}`).toEqual(expect.arrayContaining(sources));
    }
  }
  expect(sent.get('frame-ancestors')).toEqual(["'self'"]);
});

test('what hosts read travels with the site and says that policy', async () => {
  const policy = policyOf(DIST, pages);
  expect(files).toEqual(expect.arrayContaining([...HOST_FILES]));
  expect(read('.htaccess')).toContain(`Content-Security-Policy "${policy}"`);
  expect(read('_headers')).toContain(`Content-Security-Policy: ${policy}\n`);
  // Cloudflare reads no line longer than that, and a hundred rules.
  expect(
    Math.max(
      ...read('_headers')
        .split('\n')
        .map((line) => line.length),
    ),
  ).toBeLessThan(2000);
  expect(read('_headers').match(/^\//gmu)?.length).toBeLessThan(100);
});

test('what may be kept for ever has a hash in its name, and nothing else of Astro’s or Pagefind’s has', () => {
  const made = files.filter((file) => /^(_astro|pagefind)\//u.test(file));
  const hashed = (file: string) => /^_astro\/.+\.[\w-]{8}\.\w+$|_[0-9a-f]{7,}\.pf_\w+$/u.test(file);
  expect(made.filter((file) => cacheControl(file) === CACHE.forever)).toEqual(made.filter(hashed));
  expect(made.filter(hashed).length).toBeGreaterThan(10);
});

test('every file of the site is of a kind that is named', () => {
  for (const file of files.filter((name) => !HOST_FILES.some((host) => host === name)))
    expect(typeOf(file)).toBeTruthy();
});
