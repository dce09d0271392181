import { damaged } from '../word/refusals.ts';
import { countCharacters } from './count-characters.ts';
import { decode, decodeParts } from './decode.ts';
import type { Budget } from './limits.ts';
import { elementsOf, parseXml, type XmlElement } from './xml.ts';
import { Zip } from './zip.ts';

/** A part that holds XML, as it is read. Its text is not kept: of a long document it takes more room than all the rest. */
export interface Part {
  root: XmlElement;
  /** The characters that it holds, counted without reading it. */
  characters: number;
  /** Whether it holds what was added in a tracked change. */
  hasInsertions: boolean;
}

/** The parts of a Word file that are read (ECMA-376 11.3). Others, and what lies outside of the file, are never opened. */
export interface Parts {
  document: Part;
  styles: Part | undefined;
  numbering: Part | undefined;
  settings: Part | undefined;
  footnotes: Part | undefined;
  endnotes: Part | undefined;
  comments: Part | undefined;
  headers: Part[];
  footers: Part[];
  /** Words of SmartArt, by the id that a drawing calls them. */
  diagrams: Map<string, Part>;
}

interface Relationship {
  id: string;
  /** Last word of its type: `styles`. */
  type: string;
  /** Name of a part in the archive. */
  target: string;
}

/** Opens the archive and reads the parts that hold text or say how it is printed. */
export function readParts(bytes: Uint8Array, budget: Budget): Parts {
  const zip = new Zip(bytes, budget);
  const name = mainPart(zip, budget);
  const document = readPart(zip, name, budget);
  if (!document) throw damaged('没有正文');
  const related = relationshipsOf(zip, name, budget);
  const all = (type: string) =>
    related.filter((one) => one.type === type).map(({ target }) => readPart(zip, target, budget));
  const one = (type: string) => all(type)[0];
  return {
    document,
    styles: one('styles'),
    numbering: one('numbering'),
    settings: one('settings'),
    footnotes: one('footnotes'),
    endnotes: one('endnotes'),
    comments: one('comments'),
    headers: all('header').filter((part) => part !== undefined),
    footers: all('footer').filter((part) => part !== undefined),
    diagrams: readDiagrams(zip, related, budget),
  };
}

function mainPart(zip: Zip, budget: Budget): string {
  const main = relationshipsOf(zip, '', budget).find(({ type }) => type === 'officeDocument');
  return main?.target ?? 'word/document.xml';
}

function readDiagrams(zip: Zip, related: Relationship[], budget: Budget): Map<string, Part> {
  const diagrams = new Map<string, Part>();
  for (const { id, type, target } of related) {
    const part = type === 'diagramData' ? readPart(zip, target, budget) : undefined;
    if (part) diagrams.set(id, part);
  }
  return diagrams;
}

function readPart(zip: Zip, name: string, budget: Budget): Part | undefined {
  const bytes = zip.read(name);
  if (!bytes) return undefined;
  const counted = count(decode(bytes));
  const root = parseXml(decodeParts(bytes), budget);
  if (name.endsWith('.xml') && root.name.startsWith('?:')) {
    throw damaged('里面的格式不认识');
  }
  return { root, ...counted };
}

function count(text: string): Omit<Part, 'root'> {
  return { characters: countCharacters(text), hasInsertions: INSERTION.test(text) };
}

const INSERTION = /<w:(?:ins|moveTo) [^>]*[^/]>\s*<w:r[ >]/u;

/** What a part is related to within the package (ECMA-376 part 2, 6.5); links out of it are left out. */
function relationshipsOf(zip: Zip, part: string, budget: Budget): Relationship[] {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const bytes = zip.read(`${folder}_rels/${part.slice(slash)}.rels`);
  if (!bytes) return [];
  return elementsOf(parseXml(decodeParts(bytes), budget))
    .filter(({ attributes }) => attributes['TargetMode'] !== 'External')
    .map(({ attributes }) => ({
      id: attributes['Id'] ?? '',
      type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
      target: resolve(folder, attributes['Target'] ?? ''),
    }));
}

/** `('word/', '../customXml/item1.xml') → 'customXml/item1.xml'`; a leading slash is the root of the package. */
function resolve(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
