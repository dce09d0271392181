import { decodeText } from '../text/decode-text.ts';

/** Encodings that pages name, as they are read: GBK and GB2312 are parts of GB18030 (WHATWG Encoding, 4.2). */
const CHINESE = /^(?:gb2312|gbk|gb18030|gb_2312-80|x-gbk|hz-gb-2312)$/iu;
const DECLARED = /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w-]+)/iu;
/** A page says how it is encoded within its first bytes (HTML, 4.2.5.4). */
const HEAD = 4096;

/**
 * The text of a page. A byte order mark goes first, then what the bytes show; what the page declares, or what it came
 * with, decides only between encodings that both fit, for a page saved anew often keeps an old declaration.
 */
export function decodePage(bytes: Uint8Array, declared?: string): string {
  const name = declared ?? declaration(bytes);
  if (name && !CHINESE.test(name) && !/^utf-?\d/iu.test(name) && isKnown(name) && !fitsUtf8(bytes))
    return new TextDecoder(name).decode(bytes);
  return decodeText(bytes).text;
}

function declaration(bytes: Uint8Array): string | undefined {
  return DECLARED.exec(new TextDecoder('latin1').decode(bytes.subarray(0, HEAD)))?.[1];
}

function fitsUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Whether it is an encoding of Chinese that is none of ours: Big5 of a page from elsewhere. */
function isKnown(name: string): boolean {
  return /^big5/iu.test(name);
}
