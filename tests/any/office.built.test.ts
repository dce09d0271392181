/** The list for the office, whatever is on it. */
import { DomUtils } from 'htmlparser2';
import { expect, test } from 'vitest';
import { mattersIn } from '../../src/content/upkeep/upkeep.ts';
import { HOME, OFFICE } from '../../src/routes.ts';
import { all, meta, pages, read, textOf } from '../dist.ts';
import { library } from '../library.ts';

const PAGE = OFFICE.slice(1);

test('each thing to look at stands there once, with its place in the content', () => {
  const places = all(PAGE, (e) => e.name === 'code').map(textOf);
  expect(places.toSorted()).toEqual(
    library.upkeep.map(({ file, line }) => `${file}:${line}`).toSorted(),
  );
  const main = all(PAGE, (e) => e.name === 'main')
    .map(textOf)
    .join('');
  expect(main).toContain(`要看一看的 ${mattersIn(library.upkeep)} 件`);
  for (const { what, todo, list = [] } of library.upkeep)
    for (const words of [what, todo, ...list.map(({ text }) => text)])
      expect(main).toContain(words);
});

test('nobody comes upon it but from the page on the site itself', () => {
  expect(meta(PAGE, 'robots')).toBe('noindex');
  expect(read(PAGE)).not.toContain('data-pagefind-body');
  expect(read('sw.js')).toContain(HOME.slice(1));
  expect(read('sw.js')).not.toContain(PAGE);
  const from = pages.filter((page) =>
    all(page, (e) => e.name === 'a' && (e.attribs['href'] ?? '').endsWith(PAGE)).some(
      (link) => DomUtils.textContent(link) !== '',
    ),
  );
  expect(from).toEqual(['about.html']);
});
