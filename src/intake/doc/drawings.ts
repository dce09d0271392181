import type { Bytes } from './bytes.ts';
import type { Place } from './fib.ts';

/** The shapes that float over the pages ([MS-DOC] 2.9.172, [MS-ODRAW]). */
export interface Drawings {
  /** For a shape within a group, by its id: the shape that stands in the text for the group. */
  outermost: Map<number, number>;
  /** Words drawn as WordArt, by the id of their shape. */
  wordArt: Map<number, string>;
}

interface ShapeRecord {
  type: number;
  /** The upper twelve bits of its head: of a table of properties, how many there are. */
  instance: number;
  isContainer: boolean;
  body: Bytes;
}

const RECORD = { drawing: 0xf002, group: 0xf003, shape: 0xf004, id: 0xf00a, properties: 0xf00b };
const WORD_ART_TEXT = 0x00c0;
const MAX_DEPTH = 50;

const noDrawings = (): Drawings => ({ outermost: new Map(), wordArt: new Map() });

/** The shapes of the main text; those of headers are left out. */
export const readDrawings = (table: Bytes, { at, length }: Place): Drawings => {
  const drawings = noDrawings();
  if (length < 8) return drawings;
  const content = table.sub(at, length);
  let next = 8 + content.u32(4);
  while (next + 9 <= content.length) {
    const isMain = content.u8(next) === 0;
    const size = content.u32(next + 5);
    const body = content.sub(next + 9, Math.min(size, content.length - next - 9));
    if (isMain && content.u16(next + 3) === RECORD.drawing) addShapes(drawings, body, null, 0);
    next += 9 + size;
  }
  return drawings;
};

/** The words of WordArt that stands in the line of text, from the data stream ([MS-DOC] 2.9.192). */
export const readInlineWordArt = (data: Bytes | null, at: number): string => {
  if (!data || at + 8 > data.length) return '';
  const size = Math.min(data.u32(at), data.length - at);
  const head = data.u16(at + 4);
  const isNamed = data.u16(at + 6) === 0x66;
  const start = head + (isNamed && head < size ? 1 + data.u8(at + head) : 0);
  if (start >= size) return '';
  const drawings = noDrawings();
  addShapes(drawings, data.sub(at + start, size - start), null, 0);
  return [...drawings.wordArt.values()].join('');
};

const addShapes = (drawings: Drawings, body: Bytes, outer: number | null, depth: number): void => {
  let group = outer;
  for (const record of recordsOf(body)) {
    if (record.type === RECORD.shape) {
      const id = addShape(drawings, record.body, group);
      // The first shape of a group stands for the group itself.
      if (depth > 1) group ??= id;
    } else if (record.isContainer && depth < MAX_DEPTH) {
      addShapes(drawings, record.body, group, depth + 1);
    }
  }
};

const addShape = (drawings: Drawings, body: Bytes, group: number | null): number | null => {
  let id: number | null = null;
  for (const record of recordsOf(body)) {
    if (record.type === RECORD.id && record.body.length >= 4) id = record.body.u32(0);
    const text = record.type === RECORD.properties ? wordArtText(record) : '';
    if (text) drawings.wordArt.set(id ?? 0, text);
  }
  if (id !== null && group !== null) drawings.outermost.set(id, group);
  return id;
};

function* recordsOf(body: Bytes): Generator<ShapeRecord> {
  let at = 0;
  while (at + 8 <= body.length) {
    const head = body.u16(at);
    const size = Math.min(body.u32(at + 4), body.length - at - 8);
    yield {
      type: body.u16(at + 2),
      instance: head >> 4,
      isContainer: (head & 0xf) === 0xf,
      body: body.sub(at + 8, size),
    };
    at += 8 + size;
  }
}

/** Properties of six bytes each, then the long values in their order ([MS-ODRAW] 2.3.1). */
const wordArtText = ({ body, instance }: ShapeRecord): string => {
  let value = instance * 6;
  for (let at = 0; at + 6 <= Math.min(instance * 6, body.length); at += 6) {
    const property = body.u16(at);
    const size = property & 0x8000 ? body.u32(at + 2) : 0;
    if (size > 0 && (property & 0x3fff) === WORD_ART_TEXT && value + size <= body.length) {
      return body.utf16(value, size >> 1).split('\0')[0] ?? '';
    }
    value += size;
  }
  return '';
};
