/** A text as search compares it: NFKC, lower case, traditional characters made simple, no white space at the ends. */
export function foldQuery(raw: string, simplified: ReadonlyMap<string, string>): string {
  const folded = Array.from(raw.slice(0, MAX_QUERY).normalize('NFKC').toLowerCase())
    // Control and direction marks say nothing and could only confuse what is shown.
    .filter((c) => !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(c) || c === '\n' || c === '\t')
    .map((c) => simplified.get(c) ?? c)
    .join('');
  return folded.replace(/\s+/gu, ' ').trim();
}

/** Nobody asks a longer question; the rest is not read. */
const MAX_QUERY = 200;

/** `購购學学 → { 購: 购, 學: 学 }` */
export function simplifiedMap(pairs: string): Map<string, string> {
  const characters = Array.from(pairs);
  return new Map(
    characters.flatMap((c, i) =>
      i % 2 === 0 ? [[c, characters[i + 1] ?? c] as [string, string]] : [],
    ),
  );
}

/** Words that ask but name nothing; the longest first, so that 有没有 goes before 没有. */
const ASKING = [
  '是不是可以',
  '有没有什么',
  '请问一下',
  '应该怎么',
  '是什么意思',
  '什么意思',
  '可不可以',
  '能不能够',
  '有没有',
  '是不是',
  '能不能',
  '会不会',
  '要不要',
  '用不用',
  '怎么样',
  '怎么办',
  '为什么',
  '是什么',
  '有什么',
  '有哪些',
  '是哪些',
  '哪一条',
  '哪条',
  '哪些',
  '哪个',
  '哪里',
  '哪儿',
  '什么',
  '怎么',
  '怎样',
  '如何',
  '多少',
  '几个',
  '是否',
  '可以',
  '能够',
  '需要',
  '应该',
  '请问',
  '想问',
  '我想',
  '我要',
  '我们',
  '咱们',
  '你们',
  '他们',
  '本人',
  '一下',
  '关于',
  '相关',
  '规定',
  '政策',
  '文件',
  '条款',
  '内容',
  '这个',
  '那个',
  '如果',
  '的话',
  '对于',
  '以及',
  '或者',
  '还是',
  '之后',
  '以后',
  '平顶山市',
  '平顶山',
  '我市',
  '本市',
  '市里',
  '咱市',
  '我',
  '你',
  '您',
  '他',
  '她',
  '的',
  '了',
  '吗',
  '呢',
  '吧',
  '啊',
  '呀',
  '么',
  '和',
  '与',
  '及',
  '或',
  '在',
  '是',
  '有',
  '能',
  '可',
  '要',
  '想',
  '会',
  '给',
  '让',
  '把',
  '被',
  '从',
  '到',
  '对',
  '为',
  '就',
  '都',
  '也',
  '还',
  '又',
  '很',
  '多',
  '算',
  '个',
  '吗',
].sort((a, b) => b.length - a.length);
const ASKING_WORDS = new RegExp([...new Set(ASKING)].join('|'), 'gu');

/** The parts of a question that name something, in order: `博士免考有什么政策 → [博士免考]`. */
export function contentParts(folded: string): string[] {
  const parts = folded.replace(ASKING_WORDS, ' ').split(/[\s\p{P}\p{S}]+/u);
  return parts.filter(
    (part) => part.length > 1 || (/^[a-z0-9]$/u.test(part) === false && part !== ''),
  );
}

/** Neighbouring pairs of characters of each part; a lone character is its own pair. */
export function pairsOf(parts: readonly string[]): string[] {
  return parts.flatMap((part) => {
    const characters = Array.from(part);
    if (/^[a-z0-9]+$/u.test(part) || characters.length === 1) return [part];
    return characters.slice(1).map((c, i) => `${characters[i]}${c}`);
  });
}
