/** The built site as files: what a test of it needs to find its way in HTML. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { DIST } from './dist-folder.ts';

type Element = NonNullable<ReturnType<typeof DomUtils.findOne>>;

export { DIST };

/** Paths of all files of the built site, with forward slashes and without a leading one. */
export const files = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(DIST, join(entry.parentPath, entry.name)).split(sep).join('/'));

/** Paths of all pages. */
export const pages = files.filter((file) => file.endsWith('.html'));

export function read(file: string): string {
  return readFileSync(join(DIST, file), 'utf8');
}

const parsed = new Map<string, Element[]>();

/** A page's elements in document order, found once: nearly every test asks every page for a few of them. */
function elementsOf(file: string): Element[] {
  const elements =
    parsed.get(file) ?? DomUtils.findAll(() => true, parseDocument(read(file)).children);
  parsed.set(file, elements);
  return elements;
}

/** Elements in document order that have an attribute, or that the test says yes to. */
export function all(file: string, test: string | ((element: Element) => boolean)): Element[] {
  const wanted = typeof test === 'string' ? (e: Element) => test in e.attribs : test;
  return elementsOf(file).filter(wanted);
}

/** The text of an element, character for character. */
export function textOf(node: Element): string {
  return DomUtils.textContent(node);
}

/** The content of a page's meta tag by name or property. */
export function meta(file: string, name: string): string | undefined {
  const tag = all(
    file,
    (e) => e.name === 'meta' && [e.attribs['name'], e.attribs['property']].includes(name),
  )[0];
  return tag?.attribs['content'];
}
