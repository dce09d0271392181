import { foldLine } from '../policy/fold.ts';
import { namesDocument } from '../policy/layout.ts';
import { NUMERAL, parseNumeral } from '../policy/numeral.ts';

/** What a title may end with that is no part of it: a number, the year of an amendment. */
const AFTER_TITLE = /\((?:[^()]*号|[^()]*(?:修正|修订|年版|修改)[^()]*)\)$/u;

/**
 * A title as titles are compared: without 中华人民共和国, without brackets round titles in it, and without the number or
 * the amendment noted behind it. `关于适用〈中华人民共和国某法〉的解释（2020年修正） → 关于适用某法的解释`
 */
export function foldTitle(title: string): string {
  const folded = foldLine(title)
    .replaceAll('中华人民共和国', '')
    .replace(/[《》〈〉<>“”"「」『』]/gu, '');
  return folded.length > 4 ? folded.replace(AFTER_TITLE, '') : folded;
}

const OFFICE_BEFORE = /^.{2,40}?(?:府|院|局|委|厅|部|会|室|处|署|行)(?=关于|印发|转发)/u;
const ISSUES = /^(?:关于)?(?:印发|发布|公布)(.{4,})的(?:通知|通告|公告)$/u;

/** Names by which a document is cited, folded: its title, that without the office, and what it issues. */
export function namesOfTitle(title: string): { own: string[]; issued: string | null } {
  const whole = foldTitle(title);
  const alone = whole.replace(OFFICE_BEFORE, '');
  const [, issued = null] = ISSUES.exec(alone) ?? [];
  return { own: alone === whole ? [whole] : [whole, alone], issued };
}

const ALSO_DOCUMENT =
  /(?:法典?|宪法|安排|请示|协定|议定书|宣言|通则|总则|规则|倡议|决策|部署|白皮书)$/u;
const FORM =
  /(?:表|单|证|照|册|卡|申请书|登记书|证明书|通知书|决定书|告知书|承诺书|证书|合同|协议书|须知)$/u;

/** Whether a title ends as those of documents do: no song, and no form to fill in. */
export function isDocumentTitle(title: string): boolean {
  const end = title.replace(/[》〉]/gu, '').replace(/(?:\([^()]*\))+$/u, '');
  return !FORM.test(end) && (namesDocument(end) || ALSO_DOCUMENT.test(end));
}

const OPEN = '[〔(<《〈「\\[]';
const CLOSE = '[〕)>》〉」\\]]';
/** `〔2020〕1号` in any brackets, `令第7号`, `公告2023年第5号`, in a folded text. */
export const NUMBER_TAIL = `(?:${OPEN}\\d{4}${CLOSE}第?\\d{1,5}号|令(?:\\d{4}年)?第?${NUMERAL}号|公告\\d{4}年第\\d{1,4}号)`;
const YEARLY = new RegExp(`^(.*?)${OPEN}(\\d{4})${CLOSE}第?0*(\\d+)号$`, 'u');
const DECREE = new RegExp(`^(.*令)第?(${NUMERAL})号$`, 'u');

/** A document number as numbers are compared: `某发[2020]1号`, `某发〔2020〕第1号` → `某发(2020)1号`. */
export function foldNumber(number: string): string {
  const folded = foldLine(number).replaceAll('中华人民共和国', '');
  const [, agency, year, serial] = YEARLY.exec(folded) ?? [];
  if (serial) return `${agency}(${year})${serial}号`;
  const [, decree, n = ''] = DECREE.exec(folded) ?? [];
  return decree ? `${decree}${parseNumeral(n) ?? n}号` : folded;
}

/** Words after which a name may begin that no bracket opens. */
const LEADS =
  '依照|依据|按照|根据|遵照|参照|比照|适用|援引|违反|违背|不?符合|抵触|执行|实施|实行|履行|行使|处分|处理|承担|贯彻|落实|遵守|属于|属|存在|出现|发生|具有|具备|构成|享受|即|(?<!共)和|与|及|或者?|(?<!合)同|对|由|在|除|将|按|依|受|指|原|现行|见|准用|触犯|所称|下称|称';
const LED = new RegExp(`(?:${LEADS})$`, 'u');
const HAN = /\p{Script=Han}/u;

/** 有条例第四条情形; names may hold these, so a place must follow. */
const LED_TO_PLACE = /(?:(?<![国私公所共])有|[为是于])$/u;

/** Whether a name may begin at a place of a folded text: what comes before is no part of a longer name. */
export function mayBegin(text: string, at: number, placed = false): boolean {
  if (at === 0 || !HAN.test(text.charAt(at - 1))) return true;
  const before = text.slice(Math.max(0, at - 3), at);
  if (/\d[年月日]$/u.test(before)) return true;
  return LED.test(before) || (placed && LED_TO_PLACE.test(before));
}

const FOLLOWS = new RegExp(
  `^(?:$|[,。;:、)"”》]|第(?:\\(?${NUMERAL})|\\((?!试行|草案|修)|的|和|与|以?及|或|等|规定|有关|相关|所|中|之|序言)`,
  'u',
);

/** An office that is called after a statute: 宪法和法律委员会. */
const OF_OFFICE = /^[和与]\p{Script=Han}{1,6}委员会/u;

/** Whether a name without brackets may end at a place of a folded text: 劳动法规定, but not 劳动法律. */
export function mayEnd(text: string, at: number): boolean {
  const after = text.slice(at, at + 12);
  return FOLLOWS.test(after) && !OF_OFFICE.test(after);
}

/** Where the name begins that ends at a place of a folded text: after the last word that leads to one. */
export function nameBefore(text: string, end: number, most: number): number {
  let at = end;
  while (at > 0 && end - at < most && HAN.test(text.charAt(at - 1))) at--;
  for (let from = end - 2; from > at; from--) if (mayBegin(text, from, true)) return from;
  // 5月25日某部令第14号
  return /\d/u.test(text.charAt(at - 1)) && /[年月日]/u.test(text.charAt(at)) ? at + 1 : at;
}
