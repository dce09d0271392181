/** Writes compound files ([MS-CFB], version 3) for tests. */

const SECTOR = 512;
const MINI = 64;
const CUTOFF = 4096;
const END = 0xfffffffe;
const FREE = 0xffffffff;
const TABLE = 0xfffffffd;

export interface MadeStream {
  name: string;
  bytes: Uint8Array;
}

/** At most 14 streams and 128 × 128 sectors of 512 bytes. */
export const makeCompoundFile = (streams: MadeStream[]): Uint8Array => {
  const sectors: Uint8Array[] = [];
  const fat: number[] = [];
  const put = (bytes: Uint8Array): number => {
    if (bytes.length === 0) return END;
    const first = sectors.length;
    for (let at = 0; at < bytes.length; at += SECTOR) {
      sectors.push(padded(bytes.subarray(at, at + SECTOR), SECTOR));
      fat.push(sectors.length);
    }
    fat[fat.length - 1] = END;
    return first;
  };
  const mini = miniStream(streams.filter(({ bytes }) => bytes.length < CUTOFF));
  const starts = streams.map(({ name, bytes }) =>
    bytes.length < CUTOFF ? (mini.starts.get(name) ?? END) : put(bytes),
  );
  const miniStart = put(mini.bytes);
  const miniFat = put(numbers(mini.fat));
  const directory = put(
    join([
      entry('Root Entry', 5, miniStart, mini.bytes.length, streams.length > 0 ? 1 : FREE, FREE),
      ...streams.map(({ name, bytes }, i) =>
        entry(
          name,
          2,
          starts[i] ?? END,
          bytes.length,
          FREE,
          i + 2 <= streams.length ? i + 2 : FREE,
        ),
      ),
    ]),
  );
  const tables = Math.ceil((fat.length + Math.ceil(fat.length / 100) + 1) / 128);
  const firstTable = sectors.length;
  for (let i = 0; i < tables; i++) fat.push(TABLE);
  const table = padded(numbers(fat), tables * SECTOR, 0xff);
  return join([header({ directory, miniFat, firstTable, tables }), ...sectors, table]);
};

const miniStream = (streams: MadeStream[]) => {
  const starts = new Map<string, number>();
  const fat: number[] = [];
  const parts: Uint8Array[] = [];
  for (const { name, bytes } of streams) {
    const count = Math.ceil(bytes.length / MINI);
    starts.set(name, count === 0 ? END : fat.length);
    for (let i = 1; i <= count; i++) fat.push(i === count ? END : fat.length + 1);
    parts.push(padded(bytes, count * MINI));
  }
  return { starts, fat, bytes: join(parts) };
};

const header = (at: { directory: number; miniFat: number; firstTable: number; tables: number }) => {
  const bytes = new Uint8Array(SECTOR);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(0x1a, 3, true);
  view.setUint16(0x1c, 0xfffe, true);
  view.setUint16(0x1e, 9, true);
  view.setUint16(0x20, 6, true);
  view.setUint32(0x2c, at.tables, true);
  view.setUint32(0x30, at.directory, true);
  view.setUint32(0x38, CUTOFF, true);
  view.setUint32(0x3c, at.miniFat, true);
  view.setUint32(0x40, 1, true);
  view.setUint32(0x44, END, true);
  for (let i = 0; i < 109; i++) {
    view.setUint32(0x4c + i * 4, i < at.tables ? at.firstTable + i : FREE, true);
  }
  return bytes;
};

const entry = (
  name: string,
  type: number,
  start: number,
  size: number,
  child: number,
  right: number,
): Uint8Array => {
  const bytes = new Uint8Array(128);
  const view = new DataView(bytes.buffer);
  bytes.set(Buffer.from(name, 'utf16le'));
  view.setUint16(64, name.length * 2 + 2, true);
  view.setUint8(66, type);
  view.setUint32(68, FREE, true);
  view.setUint32(72, right, true);
  view.setUint32(76, child, true);
  view.setUint32(116, start, true);
  view.setUint32(120, size, true);
  return bytes;
};

export const join = (parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

export const numbers = (values: number[]): Uint8Array =>
  new Uint8Array(Uint32Array.from(values).buffer);

export const padded = (bytes: Uint8Array, size: number, filler = 0): Uint8Array => {
  const whole = new Uint8Array(size).fill(filler);
  whole.set(bytes);
  return whole;
};
