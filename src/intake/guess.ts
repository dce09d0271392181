import { readMarker } from '../domain/policy/marker.ts';
import { DATE_LINE, DAY, dayOf, OFFICE, signatureIn } from './signature.ts';

/** What a text says of its document, with the first line of `source.txt` that says it, from 1. */
export interface Told {
  text: string;
  line: number;
}

/** What could be read of a document in its own text; `null` is what it does not say, or not clearly. */
export interface Metadata {
  title: Told | null;
  number: Told | null;
  /** Several that issued it together are parted by 、. */
  issuer: Told | null;
  /** `2018-10-09`, with the words of the line. */
  issued: (Told & { day: string }) | null;
  /** When and by whom it was passed, amended, promulgated (题注). */
  passed: Told | null;
}

const YEAR = '[〔［【[(（﹝]\\s*[0-9０-９]{4}\\s*[〕］】\\])）﹞]';
const NUMBER = new RegExp(
  `(?:^|[\\s\\u3000])([^\\s，。；：、《》]{1,24}?\\s*${YEAR}\\s*(?:第)?\\s*[0-9０-９]{1,5}\\s*号)$`,
  'u',
);
/** Kinds of document (条例 on 党政机关公文处理 and on 规章制定), as a title ends in one. */
const KINDS =
  '通知|意见|办法|规定|条例|细则|方案|决定|决议|公告|通告|公报|通报|函|法|规则|规程|规范|标准|准则|指南|指引|要点|计划|规划|纲要|目录|名录|预案|修正案|制度|章程|解释|批复|请示|报告|纪要|措施|政策|清单|宣言|倡议书|协议|手册|导则|大纲';
const TITLE_END = new RegExp(
  `(?:${KINDS})(?:》?(?:的(?:通知|函|公告|决定|批复|意见))?)?(?:[（(〔][^（()）]{1,30}[）)〕])*$`,
  'u',
);
/** Letterhead and first lines end, and a signature begins, within so many lines. */
const FRONT = 40;
/** No title is set in more lines, or longer. */
const MOST_LINES = 8;
const LONGEST = 200;

/** Reads title, number, issuer and date where the text says them; nothing is inferred from elsewhere. */
export function readMetadata(lines: readonly string[]): Metadata {
  const bodyAt = lines.findIndex((line) => readMarker(line) !== null && !/^\s*附件/u.test(line));
  const front = lines.slice(0, Math.min(FRONT, bodyAt < 0 ? FRONT : Math.max(bodyAt, 1)));
  const number = numberIn(front);
  const title = titleIn(front);
  const after = title ? title.line - 1 + title.lines : 0;
  const passed = passedIn(front, after);
  // A decree is signed before what it issues.
  const isDecree = number !== null && DECREE_NUMBER.test(number.text);
  const signed = signatureIn(lines, isDecree ? number.line : after);
  return {
    title: title && { text: title.text, line: title.line },
    number,
    issuer:
      letterheadIn(front, number?.line ?? 0) ??
      signed.issuer ??
      issuerInTitle(title) ??
      issuerIn(passed),
    issued: signed.issued ?? issuedIn(passed) ?? imprintDay(lines),
    passed,
  };
}

/** A decree's number stands alone below 「……令」. */
const DECREE_NUMBER = /^(?:\S{1,20}令)?第\s*[0-9０-９一二三四五六七八九十百〇零]{1,6}\s*号$/u;

function numberIn(front: readonly string[]): Told | null {
  for (const [i, line] of front.entries()) {
    const text = line.trim();
    const found = NUMBER.exec(text)?.[1] ?? DECREE_NUMBER.exec(text)?.[0];
    if (found && !/[，。；]/u.test(text)) return { text: found.replace(/\s+/gu, ''), line: i + 1 };
  }
  return null;
}

interface Title extends Told {
  /** How many lines it stands on. */
  lines: number;
}

/** The first lines that end in a kind of document together, the letterhead aside. */
function titleIn(front: readonly string[]): Title | null {
  for (const start of front.keys()) {
    const found = titleAt(front, start);
    if (found) return found;
  }
  return null;
}

function titleAt(front: readonly string[], start: number): Title | null {
  let best: Title | null = null;
  let text = '';
  for (const [i, line] of front.slice(start, start + MOST_LINES).entries()) {
    if (!isTitleLine(line) || text.length > LONGEST) break;
    text += line.trim();
    const bare = text.replace(/\s/gu, '');
    // 《……办法》 ends a line, and 的通知 follows on the next: what is longest is the title.
    if (TITLE_END.test(bare)) best = { text: closedUp(text), line: start + 1, lines: i + 1 };
    if (NOTICE.test(bare) && !STAGE.test(front[start + i + 1] ?? '')) break;
  }
  return best;
}

/** 关于……的通知: nothing of a title follows but a stage in brackets. */
const NOTICE = /关于.+的(?:通知|函|批复|公告|通告|决定|意见)$/u;
const STAGE = /^\s*[（(](?:试行|暂行|修订|征求意见稿|草案)[）)]\s*$/u;

/** A title without the blanks that only space letters out or stand for a line break; between two offices one stays. */
function closedUp(text: string): string {
  const [first = '', ...rest] = text.trim().split(/\s+/u);
  return rest.reduce((all, word) => {
    const apart = OFFICE.test(all) && all.length > 3 && word.length > 3;
    return all + (apart || (/\w$/u.test(all) && /^\w/u.test(word)) ? ' ' : '') + word;
  }, first);
}

/** A line of a title is none that ends as sentences do, names an addressee, or is a number or a date alone. */
function isTitleLine(line: string | undefined): boolean {
  const text = (line ?? '').trim();
  if (text === '' || text.includes('\t') || /[。；：:，]$/u.test(text) || /。/u.test(text))
    return false;
  if (NUMBER.test(text) || DATE_LINE.test(text) || DECREE_NUMBER.test(text)) return false;
  if (/^(?:目\s*[录次]|附\s*件.{0,3})$/u.test(text) || LETTERHEAD.test(text.replace(/\s+/gu, '')))
    return false;
  return (
    !/^[（(].*[）)]$/u.test(text) ||
    /^[（(](?:试行|暂行|修订|征求意见稿|草案|\d{4}年[^日]{0,8}[）)]$)/u.test(text)
  );
}

/** 《…》 in brackets, or a line that begins with a day, right below the title. */
function passedIn(front: readonly string[], after: number): Told | null {
  for (const [i, line] of front.slice(after, after + 4).entries()) {
    const text = line.trim();
    if (
      /^[（(]?\s*[0-9０-９〇○一二三四五六七八九零]{4}\s*年/u.test(text) &&
      /(?:通过|公布|发布|印发|施行|修订|修正|批准|制定)/u.test(text)
    )
      return { text, line: after + i + 1 };
  }
  return null;
}

/** 「……文件」 in red, or what a decree begins with. */
const LETTERHEAD = /^(.{3,40})(?:文件|令)$/u;

/** Whose paper it is: 「……文件」 above the number. */
function letterheadIn(front: readonly string[], numberLine: number): Told | null {
  for (const [i, line] of front.slice(0, Math.max(0, numberLine - 1)).entries()) {
    const name = LETTERHEAD.exec(line.replace(/\s+/gu, ''))?.[1];
    if (name) return { text: name, line: i + 1 };
  }
  return null;
}

function issuerInTitle(title: Told | null): Told | null {
  const name = /^(.{3,40}?)(?:关于|印发|转发)/u.exec(title?.text ?? '')?.[1]?.trim();
  if (!title || !name) return null;
  const names = name.split(/\s+/u);
  return names.every((one) => OFFICE.test(one))
    ? { text: names.join('、'), line: title.line }
    : null;
}

/** 「某年某月某日 某政府令第7号公布」, 「某部发布」: who did so, as printed; who passed it is another. */
function issuerIn(passed: Told | null): Told | null {
  const name =
    /日\s*(?:由)?([^\s，。、（）()]{2,30}?(?:人民代表大会(?:常务委员会)?|国务院|政府|[部委局院]))(?=令第|公布|发布|印发)/u.exec(
      passed?.text ?? '',
    )?.[1];
  return passed && name ? { text: name, line: passed.line } : null;
}

function issuedIn(passed: Told | null): Metadata['issued'] {
  if (!passed) return null;
  // When it was passed is not when it was promulgated.
  const found = new RegExp(`${DAY}[^。；年]{0,60}?(?:公布|发布|印发)`, 'u').exec(passed.text);
  const day = found && dayOf(found.slice(1));
  return day ? { ...passed, day } : null;
}

/** 「……2018年10月9日印发」 at the end. */
function imprintDay(lines: readonly string[]): Metadata['issued'] {
  for (const [i, line] of [...lines.entries()].reverse()) {
    const found = new RegExp(`${DAY}\\s*印发\\s*$`, 'u').exec(line);
    const day = found && dayOf(found.slice(1));
    if (day) return { text: line.trim(), line: i + 1, day };
  }
  return null;
}
