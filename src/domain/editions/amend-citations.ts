import { inHan } from '../policy/citation.ts';
import { NUMERAL, parseNumeral } from '../policy/numeral.ts';
import { type AmendText, bodyOf, type Node } from './amend-text.ts';

/** A citation of an article of the same text that has another number now. */
export interface Citation {
  /** Where it stands, by the number there now: `第二十一条`. */
  at: string;
  /** As it is written: `本办法第二十条`. */
  written: string;
  /** What that article is called now. */
  now: string;
}

const CITED = new RegExp(
  `(?<before>[^，。；：、“”]{0,12}?)第(?<n>${NUMERAL})条(?:之(?<zhi>${NUMERAL}))?`,
  'gu',
);
const KINDS = '(?:法|法典|条例|办法|规定|细则|解释|决定|规则|章程|规程)';
const OWN = new RegExp(`本${KINDS}$`, 'u');
/** Words after which an article is another document's. */
const OTHER = new RegExp(`》$|${KINDS}$`, 'u');

/** Citations in what nobody touched that name articles by numbers that have changed. */
export function citationsOf({ blocks }: AmendText, base: readonly Node[]): Citation[] {
  const moved = base.filter(({ kind, to, isDeleted }) => kind === 'article' && (to || isDeleted));
  if (moved.length === 0) return [];
  return blocks.flatMap((block) => {
    if (block.by.size > 0 || block.from === null) return [];
    let isOther = false;
    return [...bodyOf(block).matchAll(CITED)].flatMap(({ groups }): Citation[] => {
      const { before = '', n = '', zhi = '' } = groups ?? {};
      // 甲法第三条、第五条: the second is of the same law.
      isOther = before === '' ? isOther : OTHER.test(before) && !OWN.test(before);
      if (isOther) return [];
      const [number, behind] = [parseNumeral(n), zhi ? parseNumeral(zhi) : 0];
      const cited = moved.find((node) => node.number === number && node.zhi === behind);
      if (!cited) return [];
      const own = block.node;
      const now = cited.isDeleted ? '已经删去' : nameOf(cited);
      return [
        { at: nameOf(articleOf(own)), written: `${OWN.exec(before)?.[0] ?? ''}第${n}条`, now },
      ];
    });
  });
}

function articleOf(node: Node): Node {
  return node.kind === 'article' || node.parent === null ? node : articleOf(node.parent);
}

function nameOf({ kind, to, number, zhi }: Node): string {
  if (kind !== 'article') return '条文以外';
  const at = to ?? { number, zhi };
  return `第${inHan(at.number)}条${at.zhi ? `之${inHan(at.zhi)}` : ''}`;
}
