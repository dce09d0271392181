import { join, numbers } from './made-compound-file.ts';

/** Shapes for tests ([MS-DOC] 2.8.37, 2.8.32, [MS-ODRAW]). */

export interface MadeShape {
  id: number;
  /** Words drawn as WordArt. */
  wordArt?: string;
  /** It is a group: the shapes within it. */
  shapes?: MadeShape[];
}

/** Where a shape is fixed, and how far from the top, in twentieths of a point. */
export const makeAnchors = (
  anchors: { id: number; position: number; top?: number }[],
  end: number,
): Uint8Array =>
  join([
    numbers([...anchors.map(({ position }) => position), end]),
    ...anchors.map(({ id, top = 0 }) => join([numbers([id, 0, top, 0, 0]), new Uint8Array(6)])),
  ]);

/** Which shape each part of the text of boxes belongs to; a last one that belongs to none. */
export const makeBoxTexts = (boxes: { id: number; position: number }[], end: number): Uint8Array =>
  join([
    numbers([...boxes.map(({ position }) => position), end, end + 1]),
    ...[...boxes, { id: 0 }].map(({ id }) =>
      join([new Uint8Array(14), numbers([id]), new Uint8Array(4)]),
    ),
  ]);

const record = (type: number, isContainer: boolean, body: Uint8Array, instance = 0): Uint8Array => {
  const head = (instance << 4) | (isContainer ? 0xf : 0);
  return join([
    Uint8Array.of(head & 0xff, head >> 8, type & 0xff, type >> 8),
    numbers([body.length]),
    body,
  ]);
};

/** The drawing of the main text. */
export const makeDrawing = (shapes: MadeShape[]): Uint8Array => {
  const page = record(0xf003, true, join([makeShape({ id: 1 }), ...shapes.map(makeAny)]));
  const drawing = record(0xf002, true, page);
  return join([record(0xf000, true, new Uint8Array(4)), Uint8Array.of(0), drawing]);
};

const makeAny = (shape: MadeShape): Uint8Array =>
  shape.shapes
    ? record(0xf003, true, join([makeShape(shape), ...shape.shapes.map(makeAny)]))
    : makeShape(shape);

const makeShape = ({ id, wordArt }: MadeShape): Uint8Array => {
  const properties = wordArt === undefined ? [] : [makeProperties(wordArt)];
  return record(0xf004, true, join([record(0xf00a, false, numbers([id, 0])), ...properties]));
};

/** A property before the words, to be passed over, and theirs. */
const makeProperties = (wordArt: string): Uint8Array => {
  const words = new Uint8Array(Buffer.from(`${wordArt}\0`, 'utf16le'));
  const other = Uint8Array.of(1, 2, 3);
  const head = (property: number, size: number) =>
    join([Uint8Array.of(property & 0xff, property >> 8), numbers([size])]);
  const heads = [head(0x80c1, other.length), head(0x80c0, words.length)];
  return record(0xf00b, false, join([...heads, other, words]), heads.length);
};

/** What stands in the data stream for a picture in the line of text ([MS-DOC] 2.9.192). */
export const makeInlinePicture = (shape: MadeShape, name = ''): Uint8Array => {
  const file = name
    ? Uint8Array.from([name.length, ...Buffer.from(name, 'latin1')])
    : new Uint8Array();
  const body = join([file, makeShape(shape)]);
  const head = new Uint8Array(68);
  const view = new DataView(head.buffer);
  view.setUint32(0, head.length + body.length, true);
  view.setUint16(4, head.length, true);
  view.setUint16(6, name ? 0x66 : 0x64, true);
  return join([head, body]);
};
