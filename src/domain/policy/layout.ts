import { foldLine } from './fold.ts';
import type { Candidate } from './marker.ts';

/** A line with all that is asked of it again and again. */
export interface Look {
  text: string;
  /** Folded, without white space. */
  bare: string;
  /** What number it may begin with: the likeliest, and all. */
  candidate: Candidate | null;
  candidates: readonly Candidate[];
  /** Whether it is a row of a table. */
  row: boolean;
  quoted: boolean;
}

/** What a document is called at the end of its title, bracket aside: 办法, 方案, 通知 …. */
const KINDS =
  '规定|办法|方案|意见|条例|细则|预案|通知|通告|公告|公报|决定|决议|规划|纲要|制度|章程|标准|规范|规程|准则|守则|指南|指引|计划|要点|措施|函|令|批复|答复|报告|须知|协议|合同|公约|解释|法|建议|任务|分工|工作|职责|机制|大纲|目标|政策|清单|目录|名单|名录|表|书|说明|样图|样式|式样|格式|导则|手册|要求|指标|体系|流程|程序';
const KIND = new RegExp(`(?:${KINDS})(?:\\([^()]{1,20}\\))*$`, 'u');
const LIST = /(?:名单|名录|清单|目录)(?:\([^()]{1,20}\))*$/u;
const TABLE = /表[一二三四五六七八九十\d]{0,3}(?:\([^()]{1,20}\))*$/u;
const YEAR = '(?:\\d{4}|[〇Oo一二三四五六七八九]{4})';
const DATE = `(?:${YEAR}年(?:\\d{1,2}|元|[一二三四五六七八九十]{1,2})月(?:(?:\\d{1,2}|[一二三四五六七八九十]{1,3})日)?|\\d{4}\\.\\d{1,2}\\.\\d{1,2})`;
const DATE_ALONE = new RegExp(`^${DATE}$`, 'u');
const SIGNED_DATE = new RegExp(`^(.{2,40}?)${DATE}$`, 'u');
const DOCUMENT_NUMBER = new RegExp(
  `^(?:[^,。;:()]{1,24}[〔(<《「]?${YEAR}[〕)>》」]第?\\d{1,5}号|\\(?第?\\d{1,5}号\\)?|(?:.{2,20}令)?第?[〇一二三四五六七八九十百千\\d]{1,6}号|(?:.{2,30}公告)?${YEAR}年第\\d{1,4}号|\\(\\d{2}\\).{2,8}\\d{1,4}号)$`,
  'u',
);
const IMPRINT =
  /[日月]印发$|公开(?:方式|属性|选项|类别):|^主动公开$|^共印|^(?:校对|打字|承办|起草|拟稿|责任编辑|来源):|^(?:附件下载|扫一扫|分享到|打印本页|关闭窗口|上一篇|下一篇|相关链接)/u;
/** 版记 by GB/T 9704 ends with a full stop. */
const SENT = /^(?:抄送|抄报|分送|主送|发送|报送):/u;
const ORGAN =
  /(?:府|院|局|委|厅|部|会|办|室|处|站|所|校|司|行|署|庭|学|联|协|馆|台|社|团|党|中心|集团|公司|小组)(?:\([^()]{1,12}\))?$/u;
/** 市长：某某: who signs a decree. */
const PERSON = /^(?:.{0,20}(?:长|总理|主席|主任|书记|行长|署长)):?[^:。;,]{0,12}$/u;
const PASSED = /通过|公布|发布|印发|修订|修正|修改|施行|批准|会议|令第|实施/u;

/** A title takes no more lines. */
export const TITLE_LINES = 6;
/** Longer lines are no titles. */
const TITLE_MAX = 60;

/** A day alone on its line, or beside who signs: 某局　2019年1月8日. */
export function isDateLine({ bare, row }: Pick<Look, 'bare' | 'row'>): boolean {
  if (row) return false;
  if (DATE_ALONE.test(bare)) return true;
  const [, signer = ''] = SIGNED_DATE.exec(bare) ?? [];
  return ORGAN.test(signer) && !/[,。;:]/u.test(signer);
}

/** （此件公开发布） */
export function isRemark({ bare }: Look): boolean {
  return bare.length <= 40 && /^\([^()]*\)$/u.test(bare) && !PASSED_NOTE.test(bare);
}

export function isImprint({ bare }: Look): boolean {
  if (bare.length > 240) return false;
  return SENT.test(bare) || (IMPRINT.test(bare) && !bare.endsWith('。'));
}

/** 抄送：… */
export function isSent({ bare }: Look): boolean {
  return SENT.test(bare);
}

/** 某办公室　2018年10月9日印发 */
export function isPrintedOn({ bare }: Look): boolean {
  return bare.length <= 80 && /日印发$/u.test(bare);
}

/** Who signs: a short line of names or of an office, without a stop. */
export function isSigned(look: Look): boolean {
  const { bare, candidate, row } = look;
  if (row || candidate?.sure || bare.length > 40 || isDateLine(look)) return false;
  return PERSON.test(bare) || !/[。;:!?,]/u.test(bare);
}

export function isOrgan({ bare }: Look): boolean {
  return ORGAN.test(bare);
}

/** 市长　王某 */
export function isPerson({ bare }: Look): boolean {
  return PERSON.test(bare);
}

/** `某政〔2020〕1号`, `某政 〔2020〕 1 号`, `﹝２０２０﹞`, `第707号` */
export function isNumber({ bare, row }: Pick<Look, 'bare' | 'row'>): boolean {
  return !row && bare.length <= 60 && DOCUMENT_NUMBER.test(bare.replace(/签发人:?.*$/u, ''));
}

/** A line that may be (a part of) a title: short, no number, no stop. */
export function isTitleLine(look: Look): boolean {
  const { bare, candidate, row, quoted } = look;
  return (
    !row &&
    !quoted &&
    (!candidate || candidate.speaks) &&
    bare.length <= TITLE_MAX &&
    bare.length > 1 &&
    /\p{Script=Han}/u.test(bare) &&
    !/[。;!?:]|[,、…]$/u.test(bare) &&
    !isDateLine(look) &&
    !isRemark(look) &&
    !PASSED_NOTE.test(bare) &&
    !isNumber(look) &&
    !isImprint(look) &&
    !isContents(look)
  );
}

/** Whether a title ends as titles of documents do. */
export function namesDocument(title: string): boolean {
  return KIND.test(title);
}

const FULL =
  /(?:办法|规定|条例|细则|方案|意见|规划|预案|章程|制度|规程|准则|守则|标准|规范|公约|决定)(?:\([^()]{1,20}\))*$/u;

/** Whether a title can be nothing but a document's, and no heading in one. */
export function isFullTitle(title: string): boolean {
  return title.length >= 5 && FULL.test(title);
}

/** Whether a title is that of a table: 税率表一（综合所得适用）. */
export function namesTable(title: string): boolean {
  return TABLE.test(title);
}

/** Whether a title is that of a list: 成员名单. */
export function namesList(title: string): boolean {
  return LIST.test(title);
}

const PASSED_NOTE = /^\(.*(?:\d{4}|[〇一二三四五六七八九]{4})年.*\)$/u;
/** A further line of it, be it in a list: 根据2009年8月27日…《…的决定》第一次修正 */
const AMENDED = /^[-*·•]?根据\d{4}年\d{1,2}月\d{1,2}日[^。]{1,200}修[正订改][)。]*$/u;

/** 题注: when and by whom it was passed, made known, amended; in brackets, or a line that begins with a date. */
export function isPassing({ bare, row }: Look): boolean {
  if (row || !PASSED.test(bare)) return false;
  return (
    PASSED_NOTE.test(bare) ||
    AMENDED.test(bare) ||
    (/^[-*·•]?\(?\d{4}年\d{1,2}月\d{1,2}日/u.test(bare) && !/。./u.test(bare) && bare.length <= 400)
  );
}

/** 生效日期：1995年1月1日: what somebody has put above the text. */
export function isLabelled({ bare, row }: Look): boolean {
  return (
    !row &&
    bare.length <= 60 &&
    /^[^:,。;]{0,4}(?:日期|时间|机关|单位|机构|部门|文号|字号|索引号|分类|时效性?|效力|级别|来源):[^:。;]+$/u.test(
      bare,
    )
  );
}

/** （征求意见稿） below a title belongs to it. */
export function isStage({ bare }: Look): boolean {
  return (
    bare === '令' ||
    /^\((?:试行|暂行|修订|修正|征求意见稿|草案|送审稿|讨论稿|.{1,6}版|.{1,6}年)\)$/u.test(bare)
  );
}

/** The heading of an opening text. */
export function isOpening({ bare }: Look): boolean {
  return /^(?:序言|前言|引言|序|总纲)$/u.test(bare);
}

/** 主送机关: who it is sent to, up to a colon. */
export function isAddressee({ bare, candidate, row }: Look): boolean {
  return (
    !row &&
    !candidate?.sure &&
    bare.endsWith(':') &&
    bare.length <= 300 &&
    !/[。;!?]/u.test(bare) &&
    !/(?:如下|下列|以下|以下.{0,8}):$/u.test(bare)
  );
}

/** The first line of a 题注 in brackets that goes on in the next. */
export function opensPassing({ bare, row }: Look): boolean {
  return !row && bare.length <= 60 && /^\(\d{4}年/u.test(bare) && !bare.includes(')');
}

/** 目录, alone on its line. */
export function isContents({ bare }: Look): boolean {
  return bare === '目录' || bare === '目次';
}

/** A line as it looks; what is its own number as a document begins with no number of a clause. */
export function lookAt(
  text: string,
  candidates: readonly Candidate[],
  row: boolean,
  quoted: boolean,
): Look {
  const bare = foldLine(text);
  // （79）国发50号 is a document's number, 1范围 is one only where 1.1 follows.
  const own = isNumber({ bare, row }) ? [] : candidates;
  const [first = null] = own;
  return { text, bare, candidates: own, candidate: first?.needsInner ? null : first, row, quoted };
}
