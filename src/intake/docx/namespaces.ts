/** Namespaces of both kinds of ECMA-376, transitional and strict. Files may bind them to other prefixes. */
const OFFICE = 'http://schemas.openxmlformats.org';
const STRICT = 'http://purl.oclc.org/ooxml';
const MICROSOFT = 'http://schemas.microsoft.com/office';
const PREFIXES = new Map([
  [`${OFFICE}/wordprocessingml/2006/main`, 'w'],
  [`${STRICT}/wordprocessingml/main`, 'w'],
  [`${OFFICE}/markup-compatibility/2006`, 'mc'],
  [`${OFFICE}/officeDocument/2006/math`, 'm'],
  [`${STRICT}/officeDocument/math`, 'm'],
  [`${OFFICE}/officeDocument/2006/relationships`, 'r'],
  [`${STRICT}/officeDocument/relationships`, 'r'],
  [`${OFFICE}/package/2006/relationships`, 'rel'],
  [`${OFFICE}/drawingml/2006/main`, 'a'],
  [`${STRICT}/drawingml/main`, 'a'],
  [`${OFFICE}/drawingml/2006/picture`, 'pic'],
  [`${STRICT}/drawingml/picture`, 'pic'],
  [`${OFFICE}/drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${STRICT}/drawingml/wordprocessingDrawing`, 'wp'],
  [`${OFFICE}/drawingml/2006/chart`, 'c'],
  [`${STRICT}/drawingml/chart`, 'c'],
  [`${OFFICE}/drawingml/2006/diagram`, 'dgm'],
  [`${STRICT}/drawingml/diagram`, 'dgm'],
  [`${MICROSOFT}/drawing/2014/chartex`, 'c'],
  [`${MICROSOFT}/word/2010/wordml`, 'w14'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
]);

/** What prefixes stand for at some place of a part. */
export type Scope = ReadonlyMap<string, string>;

/** Before any is bound. */
export const OUTERMOST: Scope = new Map([['xml', 'xml']]);

/** Prefixes as they are bound here. */
export function scopeOf(raw: Record<string, string>, outer: Scope): Scope {
  let scope: Map<string, string> | undefined;
  for (const name in raw) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    scope ??= new Map(outer);
    scope.set(name.slice(6), PREFIXES.get(raw[name] ?? '') ?? '?');
  }
  return scope ?? outer;
}

export function qualify(name: string, scope: Scope): string {
  const colon = name.indexOf(':');
  const known = scope.get(colon < 0 ? '' : name.slice(0, colon));
  return known === undefined ? name : `${known}:${name.slice(colon + 1)}`;
}

/** An attribute without a prefix is in no namespace. Marks of who saved what when are left out. */
export function qualifyAll(
  raw: Record<string, string>,
  scope: Scope,
): Readonly<Record<string, string>> | undefined {
  let attributes: Record<string, string> | undefined;
  for (const name in raw) {
    if (name.startsWith('xmlns') || name.startsWith('w:rsid')) continue;
    attributes ??= {};
    attributes[name.includes(':') ? qualify(name, scope) : name] = raw[name] ?? '';
  }
  return attributes;
}
