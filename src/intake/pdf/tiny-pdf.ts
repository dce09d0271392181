import { deflateSync } from 'node:zlib';

/** For tests: a PDF file of made-up pages, its font not embedded, its characters their own codes. */

/** A4 in points. */
export const WIDTH = 595;
export const HEIGHT = 842;

/** How a file is written. */
interface Options {
  /** Entries of the trailer besides those every file has. */
  trailer?: string;
  deflate?: boolean;
  /** Of the font: the table back to Unicode. */
  toUnicode?: string;
  /** Entries of each page besides its content. */
  page?: string;
}

/** A line of text that begins `x` from the left, its baseline `y` from the top. */
export function show(text: string, x: number, y: number, size = 16): string {
  return `BT /F ${size} Tf 1 0 0 1 ${x} ${HEIGHT - y} Tm <${hex(text)}> Tj ET\n`;
}

/** Text that runs upwards at an angle of 45 degrees. */
export function slant(text: string, x: number, y: number, size = 40): string {
  return `BT /F ${size} Tf 0.7071 0.7071 -0.7071 0.7071 ${x} ${HEIGHT - y} Tm <${hex(text)}> Tj ET\n`;
}

/** Lines round the cells of a table: columns begin at `xs`, rows at `ys`, the last of each is the end. */
export function frame(xs: readonly number[], ys: readonly number[]): string {
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const across = ys.map((y) => `${left} ${HEIGHT - y} m ${right} ${HEIGHT - y} l S\n`);
  const down = xs.map((x) => `${x} ${HEIGHT - top} m ${x} ${HEIGHT - bottom} l S\n`);
  return [...across, ...down].join('');
}

/** The bytes of a file with these pages. */
export function pdfOf(pages: readonly string[], options: Options = {}): Uint8Array {
  const first = 6;
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(' ')}] /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F 3 0 R >> >> >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Tiny /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Tiny /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Tiny /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> /DW 1000 /W [32 126 500] >>',
    stream(options.toUnicode ?? IDENTITY, false),
    ...pages.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /Contents ${first + 2 * i + 1} 0 R ${options.page ?? ''} >>`,
      stream(content, options.deflate ?? false),
    ]),
  ];
  return written(objects, options.trailer ?? '');
}

function written(objects: readonly string[], trailer: string): Uint8Array {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = file.length;
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  file += `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

function stream(content: string, deflate: boolean): string {
  const data = deflate ? deflateSync(content).toString('latin1') : content;
  return `<< /Length ${data.length} ${deflate ? '/Filter /FlateDecode' : ''} >>\nstream\n${data}\nendstream`;
}

/** Two bytes a character; those beyond the first plane take two codes. */
const hex = (text: string) =>
  Array.from({ length: text.length }, (_, i) =>
    text.charCodeAt(i).toString(16).padStart(4, '0'),
  ).join('');

/** A table back to Unicode in which each code is its own character (ISO 32000-1, 9.10.3). */
const IDENTITY = cmap((high) => high);

/** A table back to Unicode that takes the first byte of a code to another. */
export function cmap(to: (high: number) => number): string {
  const byte = (value: number) => value.toString(16).padStart(2, '0');
  const ranges = Array.from(
    { length: 256 },
    (_, high) => `<${byte(high)}00> <${byte(high)}ff> <${byte(to(high))}00>`,
  );
  const blocks = [0, 100, 200].map((from) => {
    const some = ranges.slice(from, from + 100);
    return `${some.length} beginbfrange\n${some.join('\n')}\nendbfrange`;
  });
  return `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Tiny def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${blocks.join('\n')}\nendcmap\nend\nend`;
}
