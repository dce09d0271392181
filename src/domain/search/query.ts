import { exactly } from '../pattern.ts';
import { foldSigns } from '../policy/numeral.ts';
import { foldDates } from './dates.ts';
import { foldTones } from './tones.ts';

/**
 * A text as search compares it: NFKC, lower case, traditional characters made simple, pinyin without tones, dates in
 * digits, no white space at the ends.
 */
export function foldQuery(raw: string, simplified: ReadonlyMap<string, string>): string {
  const folded = Array.from(
    foldTones(foldSigns(raw.slice(0, MAX_QUERY)).normalize('NFKC').toLowerCase()),
  )
    // Control and direction marks say nothing and could only confuse what is shown.
    .filter((c) => !/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u.test(c) || c === '\n' || c === '\t')
    .map((c) => simplified.get(c) ?? c)
    .join('');
  return foldDates(folded.replace(/\s+/gu, ' ').trim());
}

/** A folded text without what readers leave out when they type a name: “某某”门票. */
export function bareOf(folded: string): string {
  return folded.replace(/[\s“”"]/gu, '');
}

/** The law's own words as queries are compared with them; for what is made once, not at every key. */
export function foldLaw(text: string): string {
  return bareOf(text.normalize('NFKC').toLowerCase());
}

/** Nobody asks a longer question; the rest is not read. */
const MAX_QUERY = 200;

/** Traditional forms in the order of the characters: `購,,幹乾` or `購2幹乾` of `购房干` → { 購: 购, 幹: 干, 乾: 干 } */
export function simplifiedMap(packed: string, characters: readonly string[]): Map<string, string> {
  const forms = packed.replace(/\d+/gu, (count) => ','.repeat(Number(count))).split(',');
  return new Map(
    characters.flatMap((c, i) =>
      Array.from(forms[i] ?? '').map((form): [string, string] => [form, c]),
    ),
  );
}

/** Words that ask but name nothing, the longest first; what comes apart into others (为什么, 我们) goes with them. */
const ASKING = [
  '什么意思 可不可以 能不能够 有没有人 有没有 是不是 能不能 会不会 要不要 用不用 怎么样',
  '怎么办 哪一条 这件事 怎么弄 行不行 好不好 哪条 哪些 哪里 哪儿 什么 怎么 怎样 如何',
  '多少 几个 是否 可以 能够 需要 应该 请问 想问 咱们 本人 一下 关于 相关 规定 政策',
  '文件 条款 内容 如果 的话 对于 以及 或者 还是 之后 以后 我市 本市 市里 咱市 这事',
  '到底 究竟 现在 目前 过来 过去 才能 那边 这边 有关 方面 知道 请教 麻烦 你好 您好',
  '谢谢 时候 情况 事情 之类 等等 但是 因为 所以 只要 不是 一个 一些 这种 那种 这样',
  '谁来 那样 大概 具体 详细 已经 拿到 得到 行吗 咋办 咋样 咋弄 这里 那里 来说 别的 里面',
  '不满 未满 不足 不到 未达 没到 以内 以上 以下 不用 无需 不了 能行 属于 以外 之外 除了 照顾 扶持 帮忙 我 你 您 他 她 的 了 吗 呢',
  '吧 啊 呀 么 和 与 及 或 在 是 有 能 可 要 想 会 给 让 把 被 从 到 对 为',
  '就 都 也 还 又 很 多 算 个 啥 咋 哪 这 那 们 嘛 谁',
];
// 不 and 没 only ask where they end what is said: 给房补不.
const ASKING_WORDS = new RegExp(
  `[不没](?=[\\s\\p{P}]|$)|${ASKING.join(' ').replaceAll(' ', '|')}`,
  'gu',
);

/**
 * The parts of a question that name something, in order: `博士免考有什么政策 → [博士免考]`. `ignored` says nothing here,
 * as the city's own name, the longest first.
 */
export function contentParts(folded: string, ignored: readonly string[] = []): string[] {
  const parts = ignored
    .reduce((left, word) => left.replace(placed(word), ' '), folded)
    .replace(ASKING_WORDS, ' ')
    .split(/[\s\p{P}\p{S}]+/u);
  // What is left of 算不算 and 没有 names nothing.
  return parts.filter((part) => part !== '' && !/^[a-z0-9不没]$/u.test(part));
}

/** A text without words that ask and name nothing: `离岗有什么条件 → 离岗条件`. */
export function withoutAsking(text: string): string {
  return text.replace(ASKING_WORDS, '');
}

/** A word with what only says that somebody comes there or is there: 来某市, 在某市. */
function placed(word: string): RegExp {
  return new RegExp(`(?:搬[来到]?|[来到在去回往])?${exactly(word)}`, 'gu');
}

/** Whether a question asks what, how or how much, and not only whether. */
export function asksForMore(folded: string): boolean {
  return /多[少久长大高]|[几怎哪谁咋啥何]|什么|标准|条件|名额|收费|免费|[要花交]钱/u.test(folded);
}

/** Whether a name is a question itself: 还发工资吗, 工资停不停. */
export function isQuestion(name: string): boolean {
  return /吗$|(.)[不没]\1/u.test(name);
}

/** Whether a text says nothing but that somebody comes to a place or is there. */
export function isPlaceOnly(text: string, ignored: readonly string[]): boolean {
  return ignored.some((word) => text.includes(word)) && contentParts(text, ignored).length === 0;
}

/** A text with a blank in the place of each of some words. */
export function without(text: string, words: readonly string[]): string {
  return words.reduce((left, word) => left.replaceAll(word, ' '), text);
}

/** Neighbouring pairs of characters of each part; a lone character is its own pair, and a number is one: 3年 is not in 2023年. */
export function pairsOf(parts: readonly string[]): string[] {
  return parts.flatMap((part) => {
    const characters = part.match(/\d+|\P{Nd}/gu) ?? [];
    if (/^[a-z0-9]+$/u.test(part) || characters.length === 1) return [part];
    return characters.slice(1).map((c, i) => `${characters[i]}${c}`);
  });
}

/** Made once, since it is asked for every part at every key. */
const CUTTER = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;

/** Whether the browser can cut Chinese into words. */
export const CUTS = CUTTER !== null;

/** Chinese cut into words where the browser can; else the text as it is. */
export function wordsOf(text: string): string[] {
  return CUTTER ? [...CUTTER.segment(text)].map(({ segment }) => segment) : [text];
}

/**
 * Whether a short word stands in a text and does not merely run across two others: 中考 is not in `集中考核`, but 退休 in
 * `退休金`. Three characters are hardly ever there by chance. Where words are not known, only the whole is.
 */
export function standsAsWords(text: string, stretch: string): boolean {
  if (stretch.length > 2) return text.includes(stretch);
  if (!CUTTER) return text === stretch;
  const words = wordsOf(text);
  return words.some((word, i) => word.includes(stretch) || word + (words[i + 1] ?? '') === stretch);
}
