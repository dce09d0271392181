import { damaged } from '../word/refusals.ts';

/** Little-endian reading within bounds: a position outside refuses the file. */
export class Bytes {
  readonly data: Uint8Array;
  readonly #view: DataView;

  constructor(data: Uint8Array) {
    this.data = data;
    this.#view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  }

  get length(): number {
    return this.data.length;
  }

  u8(at: number): number {
    return this.#view.getUint8(this.#within(at, 1));
  }

  u16(at: number): number {
    return this.#view.getUint16(this.#within(at, 2), true);
  }

  i16(at: number): number {
    return this.#view.getInt16(this.#within(at, 2), true);
  }

  u32(at: number): number {
    return this.#view.getUint32(this.#within(at, 4), true);
  }

  i32(at: number): number {
    return this.#view.getInt32(this.#within(at, 4), true);
  }

  slice(at: number, length: number): Uint8Array {
    return this.data.subarray(this.#within(at, length), at + length);
  }

  sub(at: number, length: number): Bytes {
    return new Bytes(this.slice(at, length));
  }

  /** `count` UTF-16 code units; a lone surrogate stays what it is. */
  utf16(at: number, count: number): string {
    const { buffer, byteOffset } = this.slice(at, count * 2);
    return Buffer.from(buffer, byteOffset, count * 2).toString('utf16le');
  }

  #within(at: number, length: number): number {
    if (!(at >= 0 && length >= 0 && at + length <= this.data.length)) throw damaged('内容不够长');
    return at;
  }
}
