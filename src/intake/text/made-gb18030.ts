/** For tests: a text as GB18030 bytes, by turning the decoder round; characters of two bytes and ASCII only. */
export function encodeGb18030(text: string): Uint8Array {
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const code = character.codePointAt(0) ?? 0;
      if (code < 0x80) return [code];
      const bytes = pairsByCharacter().get(character);
      if (!bytes) throw new Error(`Unexpected “${character}”, expected a character of GBK`);
      return bytes;
    }),
  );
}

let pairs: Map<string, [number, number]> | undefined;

function pairsByCharacter(): Map<string, [number, number]> {
  if (pairs) return pairs;
  pairs = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      pairs.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return pairs;
}
