import { ALWAYS, CACHE, cacheControl, FRAMES, typeOf } from '../headers/sent.ts';
import type { Notice } from './notice.ts';

const HEADERS = '按 README.md 的“部署”设置服务器的响应头。';

/** Types that mean the same to a browser. */
const SAME: Readonly<Record<string, string>> = {
  'application/javascript': 'text/javascript',
  'application/x-javascript': 'text/javascript',
  'image/vnd.microsoft.icon': 'image/x-icon',
  'text/xml': 'application/xml',
};

/** What the host of a right file could do better, from its answer. */
export function hostReminders(file: string, asked: URL, { url, headers }: Response): Notice[] {
  const said: Omit<Notice, 'file'>[] = [];
  if (new URL(url).pathname !== asked.pathname) {
    const fix = '网页能打开，链接会多走一步；服务器能关掉这种跳转就关掉。';
    said.push({ problem: '服务器把网址转到了另一种写法。', fix });
  }
  const [type = '', ...parameters] = typeParts(headers.get('content-type') ?? '');
  const [expected = '', charset = ''] = typeParts(typeOf(file));
  if (expected !== 'application/octet-stream' && (SAME[type] ?? type) !== expected) {
    said.push({ problem: `类型是“${type || '（没有）'}”，应当是“${expected}”。`, fix: HEADERS });
  }
  // Pages say their encoding themselves; a bare text has nobody else to say it.
  if (expected === 'text/plain' && !parameters.includes(charset)) {
    said.push({ problem: '没有说明编码 charset=utf-8，汉字可能显示成乱码。', fix: HEADERS });
  }
  const kept = headers.get('cache-control') ?? '';
  if (cacheControl(file) === CACHE.forever && !kept.includes('immutable')) {
    said.push({ problem: '文件名带校验值，可以长期缓存，服务器没有这样说。', fix: HEADERS });
  }
  if (cacheControl(file) === CACHE.fresh && !/no-cache|no-store|max-age=0/u.test(kept)) {
    const problem = '没有要求每次核对新旧（Cache-Control: no-cache），读者可能看到旧的内容。';
    said.push({ problem, fix: HEADERS });
  }
  const absent = Object.keys(ALWAYS).filter((name) => !headers.has(name));
  if (absent.length) said.push({ problem: `没有响应头 ${absent.join('、')}。`, fix: HEADERS });
  for (const [name, value] of Object.entries(ALWAYS)) {
    const sent = headers.get(name);
    if (sent === null || plain(sent) === plain(value)) continue;
    said.push({ problem: `响应头 ${name} 是“${sent}”，应当是“${value}”。`, fix: HEADERS });
  }
  const framing = (headers.get('content-security-policy') ?? '')
    .split(/[;,]/u)
    .map(plain)
    .filter((rule) => rule.startsWith('frame-ancestors'));
  if (framing.length === 0) {
    const problem = '响应头没有 frame-ancestors，别的网站可以把它套在框里。';
    said.push({ problem, fix: HEADERS });
  } else if (!framing.includes(FRAMES)) {
    // Of several policies a browser obeys each, so one that is right is enough.
    const problem = `响应头里谁可以把它套在框里，是“${framing.join('；')}”，应当是“${FRAMES}”。`;
    said.push({ problem, fix: HEADERS });
  }
  return said.map((one) => ({ file, ...one }));
}

/** The value of a header in the one way in which it can be compared: ` NoSniff → nosniff`. */
function plain(value: string): string {
  return value.toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** `Text/Plain; Charset="UTF-8" → ['text/plain', 'charset=utf-8']` */
function typeParts(type: string): string[] {
  return type
    .toLowerCase()
    .replaceAll('"', '')
    .split(';')
    .map((part) => part.trim());
}
