import { Refusal } from '../reading.ts';
import { decodeText, wideEncoding } from '../text/decode-text.ts';
import { AS_DOCX, AS_PDF } from './advice.ts';

/** How much is looked at. */
const HEAD = 4096;
const SAMPLE = 65_536;

/** Suffixes of files that have no bytes to be known by, and that are met in offices. */
const BY_SUFFIX: Record<string, string> = {
  wps: `这是 WPS 文件，读不了。${AS_DOCX}`,
  caj: `这是 CAJ 文件，读不了。${AS_PDF}`,
  ceb: `这是 CEB 版式文件，读不了。${AS_PDF}`,
  sep: `这是书生版式文件（SEP），读不了。${AS_PDF}`,
  gd: `这是书生版式文件（GD），读不了。${AS_PDF}`,
};

/** What bytes are that no signature tells: a web archive, a page, or plain text; a `Refusal` where they are no text. */
export function formatOfText(
  bytes: Uint8Array,
  suffix: string,
  isPageName: boolean,
): 'html' | 'mht' | 'txt' {
  if (isBinary(bytes))
    throw new Refusal(BY_SUFFIX[suffix] ?? `认不出这是什么文件，或者文件坏了。${AS_DOCX}`);
  const start = headOf(bytes).replace(/^(?:ï»¿|\s|\uFEFF)+/u, '');
  if (isArchive(start)) return 'mht';
  const isPage =
    /^(?:<!--[\s\S]*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b/iu.test(
      start,
    ) ||
    (start.startsWith('<') && /<html[\s>]/iu.test(start)) ||
    (isPageName && /<(?:p|div|br|table|span|font)[\s/>]/iu.test(start));
  return isPage ? 'html' : 'txt';
}

/** The first characters; tags are ASCII in every encoding but UTF-16. */
function headOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, HEAD);
  return head.includes(0) ? decodeText(head).text : new TextDecoder('latin1').decode(head);
}

/** Headers of a message (RFC 2557) with a page in it. */
function isArchive(start: string): boolean {
  return (
    /^[A-Za-z][\w-]*:/u.test(start) &&
    /^MIME-Version:/imu.test(start) &&
    /^Content-Type:\s*(?:multipart\/|text\/html)/imu.test(start)
  );
}

/** Whether bytes are no text: zero bytes that are not those of UTF-16, or many control characters. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  const [first = 0, second = 0] = sample;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return false;
  if (sample.includes(0)) return wideEncoding(bytes) === null;
  const controls = sample.filter(
    (byte) => byte < 0x20 && !(byte >= 0x07 && byte <= 0x0d) && byte !== 0x1a,
  );
  return controls.length > sample.length / 50;
}
