import { strToU8, zipSync } from 'fflate';
import { textOf } from '../pieces.ts';
import type { Reading } from '../reading.ts';
import { isBlank } from '../word/pieces.ts';

/** Makes Word files for tests, from the XML of their parts. */
export interface MadeParts {
  body: string;
  styles?: string;
  numbering?: string;
  settings?: string;
  footnotes?: string;
  endnotes?: string;
  comments?: string;
  header?: string;
  footer?: string;
  diagram?: string;
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES = [
  `xmlns:w="${W}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  `xmlns:r="${OFFICE}"`,
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');

const ROOTS = {
  styles: 'styles',
  numbering: 'numbering',
  settings: 'settings',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
  header: 'hdr',
  footer: 'ftr',
} as const;

export function makeDocx(parts: MadeParts): Uint8Array {
  return zipSync(filesOf(parts));
}

/** The entries of a file, for tests that spoil some of them. */
export function filesOf({ body, diagram, ...others }: MadeParts): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {
    '_rels/.rels': relationships(
      `<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
  };
  const links: string[] = [];
  for (const [name, root] of Object.entries(ROOTS)) {
    const content = others[name as keyof typeof ROOTS];
    if (content === undefined) continue;
    files[`word/${name}.xml`] = part(root, content);
    links.push(`<Relationship Id="${name}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`);
  }
  if (diagram !== undefined) {
    files['word/diagrams/data1.xml'] = strToU8(
      `<dgm:dataModel ${NAMESPACES}>${diagram}</dgm:dataModel>`,
    );
    links.push(
      `<Relationship Id="diagram" Type="${OFFICE}/diagramData" Target="diagrams/data1.xml"/>`,
    );
  }
  files['word/_rels/document.xml.rels'] = relationships(links.join(''));
  return files;
}

function part(root: string, content: string): Uint8Array {
  return strToU8(
    `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${NAMESPACES}>${content}</w:${root}>`,
  );
}

function relationships(content: string): Uint8Array {
  return strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`,
  );
}

/** Text of a run, its markup escaped. */
export function text(content: string): string {
  const escaped = content.replace(/[&<>]/gu, (c) => `&#${c.codePointAt(0)};`);
  return `<w:t xml:space="preserve">${escaped}</w:t>`;
}

/** A run of text, with properties as XML. */
export function run(content: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr>${text(content)}</w:r>`;
}

/** A paragraph of runs, with properties as XML. */
export function paragraph(runs: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
}

/** A paragraph of plain text. */
export function plain(content: string, properties = ''): string {
  return paragraph(run(content), properties);
}

/** Properties of a paragraph in a list. */
export function inList(numId: number, ilvl = 0): string {
  return `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`;
}

/** A field of several runs; without a result where none is given. */
export function field(code: string, result?: string): string {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const stored = result === undefined ? '' : mark('separate') + run(result);
  return `${mark('begin')}<w:r><w:instrText xml:space="preserve">${code}</w:instrText></w:r>${stored}${mark('end')}`;
}

/** A box that floats, as newer and as older programs are told of it. */
export function textBox(paragraphs: string): string {
  const content = `<w:txbxContent>${paragraphs}</w:txbxContent>`;
  return (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>' +
    `<wps:wsp><wps:txbx>${content}</wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice>` +
    `<mc:Fallback><w:pict><v:rect style="position:absolute"><v:textbox>${content}</v:textbox></v:rect></w:pict></mc:Fallback>` +
    '</mc:AlternateContent></w:r>'
  );
}

/** The lines of a reading as they would stand in `source.txt`. */
export function linesOf(reading: Reading): string[] {
  return reading.lines.map(({ pieces }) => textOf({ pieces })).filter((line) => !isBlank(line));
}

/** Characters by what became of them; `all` is what kept, dropped and uncertain ones must come to. */
export function ledgerOf(reading: Reading): { counted: number; all: number } {
  const pieces = reading.lines.flatMap((line) => line.pieces);
  const counted = pieces
    .filter(({ fate }) => fate !== 'added')
    .reduce((sum, piece) => sum + Array.from(piece.text.replace(/\s/gu, '')).length, 0);
  return { counted, all: reading.characters };
}
