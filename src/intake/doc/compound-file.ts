import { damaged } from '../word/refusals.ts';
import { Bytes } from './bytes.ts';

/** The streams in the root of a compound file ([MS-CFB]); those of embedded objects are not among them. */
export interface CompoundFile {
  names: string[];
  stream(name: string): Bytes | null;
}

interface Entry {
  name: string;
  isStream: boolean;
  left: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** [MS-CFB] 2.1: sector numbers from here on are marks, not sectors. */
const FIRST_MARK = 0xfffffffa;
const HEADER_DIFAT = 109;
const MINI_SECTOR = 64;
const ENTRY_SIZE = 128;
const MAX_ENTRIES = 100_000;

/** Refuses a file with cut, looped or contradicting chains of sectors: none is mended by a guess. */
export const openCompoundFile = (data: Uint8Array): CompoundFile => {
  if (!SIGNATURE.every((byte, i) => data[i] === byte)) throw damaged('开头不对');
  const sectors = new Sectors(data);
  const entries = readEntries(new Bytes(sectors.chain(sectors.header.u32(0x30))));
  const root = entries[0];
  if (!root) throw damaged('目录是空的');
  const streams = new Map(
    childrenOf(entries, root)
      .filter(({ isStream }) => isStream)
      .map((entry) => [entry.name, entry]),
  );
  return {
    names: [...streams.keys()],
    stream(name) {
      const entry = streams.get(name);
      return entry ? new Bytes(sectors.stream(entry, root)) : null;
    },
  };
};

class Sectors {
  readonly header: Bytes;
  readonly #size: number;
  readonly #table: Uint32Array;

  constructor(data: Uint8Array) {
    this.header = new Bytes(data);
    const shift = this.header.u16(0x1e);
    if (shift !== 9 && shift !== 12) throw damaged('扇区大小不对');
    this.#size = 1 << shift;
    this.#table = this.#allocationTable();
  }

  /** The bytes of a stream: small ones lie in the mini stream, which is the root's. */
  stream(entry: Entry, root: Entry): Uint8Array {
    if (entry.size > this.header.length) throw damaged('内容比文件还长');
    const isMini = entry.size < this.header.u32(0x38);
    const bytes = isMini ? this.#mini(entry.start, root) : this.chain(entry.start, entry.size);
    if (bytes.length < entry.size) throw damaged('内容被截断');
    return bytes.subarray(0, entry.size);
  }

  /** The bytes of a chain of sectors; `needed`: how many must be there, where the last sector may be cut. */
  chain(start: number, needed?: number): Uint8Array {
    const ids = walk(start, this.#table);
    const all = ids.map((id) => this.#sector(id, needed === undefined));
    return join(all);
  }

  #mini(start: number, root: Entry): Uint8Array {
    const miniTable = toNumbers(this.chain(this.header.u32(0x3c)));
    const mini = new Bytes(this.chain(root.start, root.size));
    const ids = walk(start, miniTable);
    return join(ids.map((id) => mini.data.subarray(id * MINI_SECTOR, (id + 1) * MINI_SECTOR)));
  }

  #sector(id: number, isWhole: boolean): Uint8Array {
    const at = (id + 1) * this.#size;
    if (at >= this.header.length) throw damaged('文件被截断');
    if (isWhole) return this.header.slice(at, this.#size);
    return this.header.data.subarray(at, at + this.#size);
  }

  #allocationTable(): Uint32Array {
    const ids = this.#tableSectors();
    const most = Math.ceil(this.header.length / this.#size / (this.#size / 4)) + 1;
    if (ids.length > most) throw damaged('扇区表比文件还长');
    return toNumbers(join(ids.map((id) => this.#sector(id, true))));
  }

  /** Where the allocation table lies: 109 numbers in the header, the rest in a chain of its own. */
  #tableSectors(): number[] {
    const ids = Array.from({ length: HEADER_DIFAT }, (_, i) => this.header.u32(0x4c + i * 4));
    const perSector = this.#size / 4 - 1;
    const seen = new Set<number>();
    let next = this.header.u32(0x44);
    while (next < FIRST_MARK) {
      if (seen.has(next)) throw damaged('扇区链成环');
      seen.add(next);
      const numbers = toNumbers(this.#sector(next, true));
      ids.push(...numbers.subarray(0, perSector));
      next = numbers[perSector] ?? FIRST_MARK;
    }
    return ids.filter((id) => id < FIRST_MARK);
  }
}

const walk = (start: number, table: Uint32Array): number[] => {
  const ids: number[] = [];
  for (let id = start; id < FIRST_MARK; id = table[id] ?? FIRST_MARK) {
    if (id >= table.length) throw damaged('扇区链指到文件外面');
    if (ids.length > table.length) throw damaged('扇区链成环');
    ids.push(id);
  }
  return ids;
};

const readEntries = (directory: Bytes): Entry[] => {
  const count = Math.floor(directory.length / ENTRY_SIZE);
  if (count > MAX_ENTRIES) throw damaged('目录太大');
  return Array.from({ length: count }, (_, i) => readEntry(directory, i * ENTRY_SIZE));
};

const readEntry = (directory: Bytes, at: number): Entry => {
  const nameBytes = Math.min(64, directory.u16(at + 64));
  return {
    name: directory.utf16(at, Math.max(0, nameBytes / 2 - 1) | 0),
    isStream: directory.u8(at + 66) === 2,
    left: directory.u32(at + 68),
    right: directory.u32(at + 72),
    child: directory.u32(at + 76),
    start: directory.u32(at + 116),
    size: directory.u32(at + 120),
  };
};

const childrenOf = (entries: Entry[], parent: Entry): Entry[] => {
  const found = new Set<Entry>();
  const open = [parent.child];
  while (open.length > 0) {
    const entry = entries[open.pop() ?? FIRST_MARK];
    if (!entry) continue;
    if (found.has(entry)) throw damaged('目录成环');
    found.add(entry);
    open.push(entry.left, entry.right);
  }
  return [...found];
};

const toNumbers = (bytes: Uint8Array): Uint32Array => {
  const view = new Bytes(bytes);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, i) => view.u32(i * 4));
};

const join = (parts: Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
