import type { Citable } from './policy/citation.ts';
import { NUMERAL, parseNumeral } from './policy/numeral.ts';
import { CitationReader } from './policy/read-citation.ts';

/** Words that decide for the authority or claim what the text does not say. */
const FORBIDDEN = ['您符合', '您有资格', '保证', '现行', '有效'];
/** To say that it is open is not to claim it. */
const OPEN_VALIDITY = /是否(?:仍然)?有效/gu;

const FORMAL = '壹贰叁肆伍陆柒捌玖拾佰仟';
const PLAIN = '一二三四五六七八九十百千';
/** A citation as we write it; readers write it in many more ways. */
const CITATION = new RegExp(
  `第${NUMERAL}部分(?:第?[（(]${NUMERAL}[）)]项?|第${NUMERAL}[条项款])?|[第零〇一二三四五六七八九十百千]{1,8}、?[（(][一二三四五六七八九十]{1,3}[）)]`,
  'gu',
);
const SENTENCE = /第(?:\d{1,4}|[一二三四五六七八九十百]{1,8})句/gu;
/** A number in digits; or in Chinese, with what makes it vague (十几, 数十, 十多); or 半. */
const NUMBER =
  /\d+|(?<vague>[几数](?=[十百千]))?(?<han>[〇零一二三四五六七八九十百千两]+)(?<more>[几多余来])?|半/gu;
/** What is counted. 一 before one of `A` says "a", not "one". */
const UNIT =
  /个|工作日|周年|年|月|日|天|周|季|星期|小时|分钟|点|元|万|亿|人|名|位|项|条|款|倍|成|折|岁|次|回|类|种|级|等|档|批|期|届|轮|所|家|户|套|间|份|件|篇|部|门|句|层|度|半|分之|平方|公里|米/uy;
const A = /个(?!月)|段时间|[项条类次名家所种些般定起并样步旦律直致切经]/uy;
const NO_COUNT = /[第同统唯逐哪万]$|(?<!分)之$/u;
const HALF_OF = /年|个|月|天|日|周|星期|小时|数/uy;

/** Numbers that a text of ours holds and the law does not: `五年` where it says `3年 → [五]`. Citations do not count. */
export function foreignNumbers(ours: string, law: string): string[] {
  const known = new Set(numbersIn(law).map(({ value }) => value));
  const foreign = numbersIn(withoutCitations(ours)).filter(({ value }) => !known.has(value));
  return [...new Set(foreign.map(({ written }) => written))];
}

function withoutCitations(ours: string): string {
  return ours.replace(CITATION, ' ').replace(SENTENCE, ' ');
}

/** Numbers as written, with what they come to: a value in digits, or for vague ones the characters themselves. */
function numbersIn(text: string): { written: string; value: string }[] {
  const folded = text
    .normalize('NFKC')
    .replace(/[壹贰叁肆伍陆柒捌玖拾佰仟]/gu, (c) => PLAIN.charAt(FORMAL.indexOf(c)))
    .replace(/(?<=[〇零一二三四五六七八九十百千两])\s+/gu, '')
    .replaceAll('百分之', ' 分之');
  const found: { written: string; value: string }[] = [];
  for (const { 0: written, index, groups } of folded.matchAll(NUMBER)) {
    const end = index + written.length;
    const before = folded.slice(Math.max(0, index - 2), index);
    const { han, vague, more } = groups ?? {};
    if (written === '半') {
      if (follows(HALF_OF, folded, end) || /[年一过大多]$/u.test(before))
        found.push({ written, value: written });
    } else if (han === undefined) {
      found.push({ written, value: String(Number(written)) });
    } else if (written === '一') {
      if (NO_COUNT.test(before) || follows(A, folded, end)) continue;
      const counted = before.endsWith('分之') || follows(UNIT, folded, end);
      // 一流 is no number, but where the law does not say it, it is not ours to say.
      found.push({ written, value: counted ? '1' : folded.slice(index, end + 1) });
    } else if (before.endsWith('分之') || follows(UNIT, folded, end)) {
      const value = vague || more ? null : parseNumeral(han);
      found.push({ written, value: value === null ? written : String(value) });
    }
  }
  return found;
}

function follows(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Forbidden words that stand in a text of ours and not in the law it speaks of. */
export function forbiddenWords(ours: string, law = ''): string[] {
  const claims = ours.replace(OPEN_VALIDITY, '');
  return FORBIDDEN.filter((word) => claims.includes(word) && !law.includes(word));
}

/** Words that say how strongly; 应届, 主要, 认可 and the like say nothing of the kind. */
const STRENGTH =
  /(?<![许认])可(?![能靠])|鼓励|允许|协助|必须|不得|一律|(?<!必)须|(?<![相适反供对响效回呼])应(?![届用对急聘邀])|(?<![主需重只必摘纪简首])要(?![求素点闻])/gu;

/** Asking whether says nothing of how strongly: 要不要, 是否须. */
const WHETHER = /(?<strong>[可要应须])不\k<strong>|是否[可要应须]/gu;

/** The words of a text that say how strongly, once each: `可享受同类待遇 → [可]`. */
export function strengthWords(text: string): string[] {
  return [...new Set(text.replace(WHETHER, '').match(STRENGTH))];
}

/** Citations in a text of ours that name no clause of the policy. */
export function brokenCitations(ours: string, policy: Citable): string[] {
  const reader = new CitationReader(policy);
  const cited = [...new Set(ours.match(CITATION))];
  return cited.filter((text) => reader.read(text).some(({ clause }) => clause === null));
}

const UNSTATED = /没有(?:写|说|提|讲|交代|点名|列出)|看不出来|答不[出了]/u;

/** The words by which ours say that a text does not say something; nothing where they do not. */
export function unstatedIn(words: string): string | undefined {
  return UNSTATED.exec(words)?.[0];
}
