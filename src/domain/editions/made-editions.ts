import fc from 'fast-check';
import { type Clause } from '../policy/clause.ts';
import { formatNumeral } from '../policy/numeral.ts';
import { splitPolicy } from '../policy/split.ts';

/** Made-up editions for tests: articles of a made-up 云泽市 whose words are drawn by their number. */
export interface MadeArticle {
  /** Its words, whatever number it has. */
  name: number;
  paragraphs: number;
  /** Whether its first paragraph has other words in the middle. */
  edited?: boolean;
}

const SIGNS = [...'申请受理窗口提交材料审核部门收到工作作出决定补贴标准按照面积购房户籍居住缴纳社会保险费用单位个人弄虚假追回资金责任建设规划土地住宅交通环境卫生教育文化档案公开监督检查'];

/** Words of a paragraph, always the same for the same numbers. */
export function wordsOf(name: number, paragraph: number): string {
  let seed = name * 7919 + paragraph * 104729 + 17;
  const draw = () => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return SIGNS[(seed >> 8) % SIGNS.length] ?? '';
  };
  const clause = () => Array.from({ length: 9 }, draw).join('');
  return `${clause()}，${clause()}，${clause()}。${clause()}，${clause()}。`;
}

function paragraphOf({ name, edited }: MadeArticle, n: number): string {
  const words = wordsOf(name, n);
  return edited && n === 0 ? words.replace('。', '，云泽市另有规定的除外。') : words;
}

/** The text of an edition; a number begins a new chapter. */
export function madeText(articles: readonly MadeArticle[], chapters: readonly number[] = []): string {
  const lines = ['云泽市示例办法'];
  for (const [at, article] of articles.entries()) {
    const chapter = chapters.indexOf(at);
    if (chapter >= 0) lines.push(`第${formatNumeral(chapter + 1)}章 ${wordsOf(900 + chapter, 0).slice(0, 5)}`);
    const [first = '', ...rest] = Array.from({ length: article.paragraphs }, (_, n) => paragraphOf(article, n));
    lines.push(`第${formatNumeral(at + 1)}条 ${first}`, ...rest);
  }
  return lines.join('\n');
}

export function clausesOf(text: string): readonly Clause[] {
  return splitPolicy(text).clauses;
}
