import { Refusal } from '../reading.ts';

/** The page in a web archive, and the encoding that it came with. */
export interface ArchivedPage {
  bytes: Uint8Array;
  charset: string | undefined;
}

/** One header and body of a message (RFC 2822, MIME RFC 2045). */
interface Part {
  headers: ReadonlyMap<string, string>;
  body: string;
}

/** Archives hold archives seldom, and never deeper. */
const DEEPEST = 4;

/** Takes the page out of a web archive (MHT, RFC 2557): the first part that is HTML. */
export function unpackMht(bytes: Uint8Array): ArchivedPage {
  // Every byte one character, so that bodies can be turned into bytes again.
  const text = new TextDecoder('latin1').decode(bytes).replace(/^ï»¿/u, '');
  const page = pageIn(splitHead(text), 0);
  if (!page) throw new Refusal(`这个网页档案（MHT）里没有网页，或者文件不完整。${ADVICE}`);
  return page;
}

const ADVICE = '用浏览器或 Word 打开它，另存为 .docx 或者“网页，仅 HTML”，再收录。';

function pageIn(part: Part, depth: number): ArchivedPage | null {
  const type = part.headers.get('content-type') ?? '';
  const boundary = parameter(type, 'boundary');
  if (/^multipart\//iu.test(type) && boundary && depth < DEEPEST) {
    const parts = part.body.split(`--${boundary}`).slice(1);
    for (const one of parts) {
      if (one.startsWith('--')) break;
      const found = pageIn(splitHead(one.replace(/^\r?\n/u, '')), depth + 1);
      if (found) return found;
    }
    return null;
  }
  if (!/^text\/html/iu.test(type)) return null;
  return { bytes: decodeBody(part), charset: parameter(type, 'charset') };
}

function splitHead(text: string): Part {
  const end = /\r?\n\r?\n/u.exec(text);
  const head = end ? text.slice(0, end.index) : text;
  const lines = head.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u);
  const headers = lines.flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon > 0
      ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]]
      : [];
  });
  return { headers: new Map(headers), body: end ? text.slice(end.index + end[0].length) : '' };
}

function parameter(header: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'iu').exec(header);
  return found?.[1] ?? found?.[2];
}

function decodeBody({ headers, body }: Part): Uint8Array {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase() ?? '';
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  const text = encoding === 'quoted-printable' ? unquote(body) : body;
  return Buffer.from(text, 'latin1');
}

/** Quoted-printable (RFC 2045, 6.7). */
function unquote(text: string): string {
  return text
    .replace(/[ \t]*=[ \t]*\r?\n/gu, '')
    .replace(/=([0-9A-Fa-f]{2})/gu, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
}
