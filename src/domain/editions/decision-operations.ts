import { NUMERAL } from '../policy/numeral.ts';
import {
  ADDS,
  ALL,
  AT,
  BECOMES,
  CONTENT,
  IN,
  LIST,
  PARTS,
  UNIT,
  WHERE,
  WHOLE,
  WORDS,
} from './decision-patterns.ts';
import { PLACES } from './decision-places.ts';
import {
  add,
  addNumbered,
  addSaid,
  deletePlaces,
  deleteWords,
  type Groups,
  insert,
  insertAtEnd,
  insertAtSentence,
  type Read,
  type Reading,
  renumber,
  renumberQuoted,
  replace,
  replaceInAll,
  replaceParts,
  retitle,
  rewrite,
  rewriteAround,
  rewriteAs,
} from './decision-readers.ts';
import { QUOTE } from './decision-words.ts';

/** A form in which legislation writes an operation: a pattern of words, and what it says. */
interface Form {
  pattern: RegExp;
  read: (groups: Groups, reading: Reading) => Read | null;
}

const form = (pattern: string, read: Form['read']): Form => ({
  pattern: new RegExp(pattern, 'uy'),
  read,
});

const NUMBERED_AS = '(?:相应地?)?(?:修改为|改为|调整为|变更为)';
const NUMERAL_OF = `\\(?${NUMERAL}\\)?`;
/** 第八条第三款单列一条 */
const APART = '(?:单列|单独列|单独|独立)(?:为|成|作为)?一[条款项]';
const DELETE = '(?:删去|删除|去掉|取消)';

/** Tried in turn at each place of the words. */
const FORMS: readonly Form[] = [
  form(`${PARTS}${ALL}${BECOMES}(?<quote>${QUOTE})${WORDS}`, replaceParts),
  form(`${DELETE}${PARTS}(?!${ALL}${BECOMES})`, replaceParts),
  form(`${PARTS}${ALL}${DELETE}`, replaceParts),
  form(
    `${WHOLE}(?<old>${LIST})${WORDS}${ALL}${BECOMES}(?<quote>${LIST})(?!${WORDS}${ALL}${BECOMES})${WORDS}`,
    replaceInAll,
  ),
  form(`这一?(?:自然段|条|款|项)(?:相应地?)?,?${BECOMES}(?<quote>${QUOTE})`, rewriteAround),
  form(
    `(?:${AT}的?)?(?:《[^《》]+》的?)?(?<part>题目|标题|名称|章名|节名|编名|条标)(?:(?:由)?(?<old>${QUOTE}))?,?${BECOMES}(?<quote>${QUOTE})`,
    retitle,
  ),
  form(
    `${AT}(?:(?:分为|分成|修改为|改为)[二两三四五]个?[条款项])?,?(?:合并)?(?:${APART}|为一?[条款项])?,?(?:${ALL}(?:改为|作为|列为|变更为|修改为|调整为|为)(?<to>${PLACES}))[,;]?(?:并|且|内容|同时|将其)?${ALL}(?:${BECOMES}|:)(?<quote>${QUOTE})`,
    rewriteAs,
  ),
  form(`${AT}合并(?:为|成)?(?:一?[条款项])?,?(?:${BECOMES})?(?<quote>${QUOTE})`, rewriteAs),
  form(
    `(?:${AT}${IN})?${WHERE}:?(?<old>${LIST})${WORDS}${ALL}${BECOMES}(?<quote>${LIST})(?!${WORDS}${ALL}${BECOMES})${WORDS}`,
    replace,
  ),
  form(
    `(?:${AT})?(?:的?(?:规定|内容|全文))?(?<sentence>${WHERE})${ALL}${BECOMES}(?<quote>${QUOTE})`,
    rewrite,
  ),
  form(
    `(?:${AT})?的?(?:之)?[后前]?,?${ADDS}(?:规定)?(?<quote>${QUOTE}),?(?:作为|列为)(?<as>第${NUMERAL_OF}[条款项](?:之${NUMERAL})?)`,
    addNumbered,
  ),
  form(
    `${AT}的?(?<sentence>第[一二三四五六七八九]句|末句|最后一句)(?:之)?(?<side>后|前)面?,?${ADDS}(?:规定|一句)?${CONTENT}(?<quote>${QUOTE})`,
    insertAtSentence,
  ),
  form(
    `(?:${AT}${IN})?${WHERE}(?<anchor>${QUOTE})(?:之)?(?<side>后|前)面?,?${ADDS}(?:规定|一句|一段|内容)?${CONTENT}(?<quote>${QUOTE})${WORDS}`,
    insert,
  ),
  form(
    `(?:${AT})?的?(?:末尾|最后|结尾|句末|末|后)(?:${ADDS}(?:规定)?|${ADDS}一句)${CONTENT}(?<quote>${QUOTE})`,
    insertAtEnd,
  ),
  form(
    `(?:${AT}(?:${IN}${QUOTE})?(?<beside>之?[前后])?(?:中|里|内)?,?)?${ADDS}(?<count>${NUMERAL})个?${UNIT}(?:规定|内容)?,?(?:(?:分别|依次|相应)*(?:作为|列为|编为|为)(?:该条|本条|该款)?的?(?<as>${PLACES}))?${CONTENT}(?<quote>${QUOTE})`,
    add,
  ),
  form(`${AT}${ADDS}(?<kind>规定|一句|内容)?${CONTENT}(?<quote>${QUOTE})`, addSaid),
  form(
    `(?:${AT})?${ADDS}(?<as>第${NUMERAL}[条款项](?:之${NUMERAL})?)${CONTENT}(?<quote>${QUOTE})`,
    addNumbered,
  ),
  form(`${DELETE}(?:${AT}${IN}|其中的?)?(?<old>${LIST})${WORDS}`, deleteWords),
  form(`${DELETE}(?<at>${PLACES}(?:,${PLACES})+)(?=[。;]|$)`, deletePlaces),
  form(`${DELETE}${AT}`, deletePlaces),
  form(`(?:${AT}${IN})?(?<old>${LIST})${WORDS}${ALL}${DELETE}`, deleteWords),
  form(`${AT}${ALL}${DELETE}`, deletePlaces),
  form(
    `${AT}(?:${APART})?(?:的?(?:序号|顺序))?(?:相应|依次|分别|顺序|顺次|顺延|地|,)*(?:修改为|改为|调整为|变更为|作为|顺延为|顺延至|列为)(?<to>${PLACES})`,
    renumber,
  ),
  form(
    `[^,;。]{0,24}(?:顺序|序号)[^,;。]{0,12}调整:(?<pairs>${QUOTE}${NUMBERED_AS}${QUOTE}(?:[,、]${QUOTE}${NUMBERED_AS}${QUOTE})*)`,
    renumberQuoted,
  ),
  form(
    `《[^》]{2,80}》[^,;。]{0,4}根据本决定[^。;]{0,20}?条[文款]的?(?:顺序|序号)[^,;。]{0,6}?调整`,
    () => ({ operations: [{ does: 'renumber-all' }], around: null }),
  ),
  form(
    '(?:[^,;。]{0,24})(?:顺序|序号|次序)[^,;。]{0,12}?(?:调整|变动|顺延)(?:[^,;。]{0,4})',
    () => ({ operations: [{ does: 'renumber-all' }], around: null }),
  ),
];

/** Reads the operation that the words have at a place; `end` is where it ends. */
export function readOperation(
  words: string,
  index: number,
  reading: Reading,
): (Read & { end: number }) | null {
  for (const { pattern, read } of FORMS) {
    pattern.lastIndex = index;
    const match = pattern.exec(words);
    const found = match && read(match.groups ?? {}, reading);
    if (found) return { ...found, end: index + match[0].length };
  }
  return null;
}
