/** Signatures of an entry and of its mention in the directory (APPNOTE 4.3.7, 4.3.12), with where the name lies. */
const ENTRY = { sign: 'PK\x03\x04', length: 26, name: 30 };
const MENTION = { sign: 'PK\x01\x02', length: 28, name: 46 };
/** No office file has more. */
const MOST = 20_000;

/** What the entries of a zip are called, read without opening any, also where the end of the file is missing. */
export function namesInZip(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const names = new Set<string>();
  for (const { sign, length, name } of [ENTRY, MENTION]) {
    const wanted = Buffer.from(sign, 'latin1');
    let seen = 0;
    for (let at = buffer.indexOf(wanted); at >= 0; at = buffer.indexOf(wanted, at + 4)) {
      if (at + name > buffer.length || ++seen > MOST) break;
      const end = at + name + buffer.readUInt16LE(at + length);
      names.add(buffer.toString('utf8', at + name, Math.min(end, buffer.length)));
    }
  }
  return [...names];
}
