import { PLACES } from './decision-places.ts';
import { QUOTE } from './decision-words.ts';

/* Sources of regular expressions for the words that operations are written in, folded. */

export const AT = `(?<at>${PLACES})`;
/** 第一款中的, 末尾的, 规定的 */
export const IN = '(?:中|里|内|末尾|结尾|规定)?的?';
/** “甲”“乙”、“丙” */
export const LIST = `${QUOTE}(?:[、和及与]${QUOTE})*`;
/** 第二句, 后两句, 末句: where the old words stand. */
export const WHERE = '(?:[第前后最]+[一二三四五六七八九两末\\d]*句|末句|首句|[前后]段)?';
export const BECOMES = '(?:修改|修正|修订|改写|变更|更改|替换|调整|改)(?:为|成|如下)[,:]*';
export const WORDS = '(?:等?(?:的?(?:规定|内容|字样|表述|文字)|一词|一句|字))?';
export const ALL = '(?:[,、]?(?:均|统一|一律|分别|相应|全部|都|地|予以|应)*)';
export const ADDS = '(?:增加|增设|增写|增列|新增|补充|加上|添加|插入)';
export const CONTENT =
  '(?:[,;。]?(?:规定|具体内容|内容|条文|即|其内容)?(?:分别)?(?:为|如下|是)?)?[,:]*';
export const UNIT = '(?<unit>分编|编|章|节|条|款|项|目)';

/** 第一款中的“甲” */
export const PART = `${PLACES}${IN}${LIST}${WORDS}`;
const AND = '(?:[,、和及与]|以及)';
/** 第一款中的“甲”和第二款中的“乙” */
export const PARTS = `(?<parts>${PART}(?:${AND}${PART})+)`;
/** The whole text as decisions call it. */
export const WHOLE =
  '(?:(?:全文|文中|正文|条文|通篇)(?:中|里|内)?|本?(?:办法|条例|规定|细则|法|章程)(?:中|里|内))的?';
