import { expect, test } from 'vitest';
import { relativeLinks } from './relative-links.ts';

test.each([
  ['/index.html', '<a href="/talent.html">', '<a href="talent.html">'],
  ['/prs-2018-156/p3-4.html', '<a href="/talent.html#s2">', '<a href="../talent.html#s2">'],
  [
    '/a/b/c.html',
    "<script src='/_astro/x.js'></script>",
    "<script src='../../_astro/x.js'></script>",
  ],
  ['/x/y.html', '<form action=/search.html>', '<form action=../search.html>'],
])('on %s %s becomes %s', (page, html, wanted) => {
  expect(relativeLinks(html, page)).toBe(wanted);
});

test.each([
  '<a href="#s3">',
  '<a href="p3-4.html">',
  '<a href="//other.example/x">',
  '<a href="https://other.example/x">',
  '<p>href="/talent.html"</p>',
  '<meta content="/talent.html">',
  '<!-- <a href="/x.html"> -->',
])('%s stays as it is', (html) => {
  expect(relativeLinks(html, '/x/y.html')).toBe(html);
});

test('text round the links comes back character for character', () => {
  const html = '<p data-issued>“鹰城”&amp;\u00a0😀 <a class="x" href="/a.html">甲</a>(一) 乙</p>\n';
  expect(relativeLinks(html, '/x/y.html')).toBe(html.replace('/a.html', '../a.html'));
});
