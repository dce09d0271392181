import { crc32, inflateRawSync } from 'node:zlib';
import { ENCRYPTED } from '../format/advice.ts';
import { Refusal } from '../reading.ts';
import { abnormal, damaged } from '../word/refusals.ts';
import { type Budget, LIMITS } from './limits.ts';

/** One file in the archive, as the central directory tells it. */
interface Entry {
  name: string;
  /** Bit 0: encrypted. */
  flags: number;
  /** 0 stored, 8 deflated. */
  method: number;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

const END = 0x06054b50;
const END_64_LOCATOR = 0x07064b50;
const END_64 = 0x06064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const NONE_16 = 0xffff;
const NONE_32 = 0xffffffff;

const TOO_LARGE = '展开以后太大';
const CUT = '压缩包读不通';

/**
 * A zip archive (PKWARE APPNOTE 6.3.10) held in memory. Only entries that are asked for are inflated, each only after
 * its size is known to be within the limits, and each is proved by its length and CRC-32.
 */
export class Zip {
  private readonly entries = new Map<string, Entry>();

  private readonly bytes: Uint8Array;
  private readonly budget: Budget;

  constructor(bytes: Uint8Array, budget: Budget) {
    this.bytes = bytes;
    this.budget = budget;
    for (const entry of readDirectory(bytes)) this.admit(entry);
  }

  /**
   * The bytes of one entry; `undefined` where there is none of that name. Names are told apart without regard to case
   * (ECMA-376 part 2, 6.2.2.3).
   */
  read(name: string): Uint8Array | undefined {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) return undefined;
    if (entry.flags & 1) throw new Refusal(ENCRYPTED);
    const bomb = entry.size > 1_000_000 && entry.size > entry.packed * LIMITS.ratio;
    if (bomb || !this.budget.takeBytes(entry.size)) throw abnormal(TOO_LARGE);
    const data = inflate(this.packed(entry), entry);
    if (data.length !== entry.size || crc32(data) !== entry.crc) throw damaged(CUT);
    return data;
  }

  private admit(entry: Entry): void {
    const name = entry.name.replaceAll('\\', '/').toLowerCase();
    const parts = name.split('/');
    if (name.startsWith('/') || /^[a-z]:|\0/u.test(name) || parts.includes('..')) {
      throw abnormal(`里面有指向别处的文件名“${entry.name.slice(0, 80)}”`);
    }
    if (this.entries.has(name)) {
      throw abnormal(`里面有两个“${entry.name.slice(0, 80)}”，不知道哪一个是真的`);
    }
    this.entries.set(name, entry);
  }

  private packed({ offset, packed }: Entry): Uint8Array {
    const view = viewOf(this.bytes);
    if (offset + 30 > this.bytes.length || view.getUint32(offset, true) !== LOCAL) {
      throw damaged(CUT);
    }
    const start =
      offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (start + packed > this.bytes.length) throw damaged(CUT);
    return this.bytes.subarray(start, start + packed);
  }
}

function inflate(packed: Uint8Array, { method, size }: Entry): Uint8Array {
  if (method === 0) return packed;
  if (method !== 8) throw damaged(CUT);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw damaged(CUT);
  }
}

function readDirectory(bytes: Uint8Array): Entry[] {
  const view = viewOf(bytes);
  const { count, start } = locateDirectory(view);
  if (count > LIMITS.entries) throw abnormal(TOO_LARGE);
  const entries: Entry[] = [];
  let at = start;
  let total = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw damaged(CUT);
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths;
    const next = at + 46 + nameLength + extraLength + commentLength;
    if (next > bytes.length) throw damaged(CUT);
    const entry = readEntry(view, bytes, at, nameLength, extraLength);
    entries.push(entry);
    total += entry.size;
    at = next;
  }
  if (total > LIMITS.total) throw abnormal(TOO_LARGE);
  return entries;
}

function readEntry(
  view: DataView,
  bytes: Uint8Array,
  at: number,
  nameLength: number,
  extraLength: number,
): Entry {
  const nameEnd = at + 46 + nameLength;
  const entry: Entry = {
    name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  return withLargeSizes(entry, view, nameEnd, nameEnd + extraLength);
}

/** Extra field 1 (Zip64) holds what did not fit, in the order size, packed, offset (APPNOTE 4.5.3). */
function withLargeSizes(entry: Entry, view: DataView, from: number, to: number): Entry {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let value = at + 4;
    for (const field of ['size', 'packed', 'offset'] as const) {
      if (entry[field] !== NONE_32 || value + 8 > to) continue;
      entry[field] = Number(view.getBigUint64(value, true));
      value += 8;
    }
  }
  return entry;
}

function locateDirectory(view: DataView): { count: number; start: number } {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - NONE_16); at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    if (count === NONE_16 || start === NONE_32) return locateLarge(view, at - 20);
    return { count, start };
  }
  throw damaged(CUT);
}

function locateLarge(view: DataView, locator: number): { count: number; start: number } {
  if (locator < 0 || view.getUint32(locator, true) !== END_64_LOCATOR) throw damaged(CUT);
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END_64) throw damaged(CUT);
  return {
    count: Number(view.getBigUint64(at + 32, true)),
    start: Number(view.getBigUint64(at + 48, true)),
  };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
