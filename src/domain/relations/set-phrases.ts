/* Set phrases round a citation, in folded text: what is before and after it, other citations of its list left out. */

const BRACKETED = '(?:《[^《》]{1,120}》|\\([^()]{0,60}\\))';
const LIST_BEFORE = new RegExp(`(?:${BRACKETED}|、|和|与|以?及|等|原)+$`, 'u');
const LIST_AFTER = new RegExp(`^(?:${BRACKETED}|、|和|与|以?及|等)+`, 'u');
/** Longer lists are cut off. */
const WINDOW = 400;

/** The text before the list of citations that one at `at` belongs to. */
export function beforeList(text: string, at: number): string {
  return text.slice(Math.max(0, at - WINDOW), at).replace(LIST_BEFORE, '');
}

/** The text after the list of citations that one that ends at `at` belongs to. */
export function afterList(text: string, at: number): string {
  return text.slice(at, at + WINDOW).replace(LIST_AFTER, '');
}

const ENDS =
  /^[,，]?(?:自.{2,24}?起|从.{2,24}?起)?[,，]?(?:也|均|即|同时|即行|一并|予以|相应|停止|宣布|全部|随之){0,2}(?:废止|停止执行|停止使用|失效|不再执行)/u;
const ENDED_BEFORE = /(?:废止|停止执行)(?:了|以下|下列)?[:：]?$/u;

/** Whether a citation is of what is repealed: 《甲》《乙》同时废止, 废止《甲》. */
export function isRepealed(text: string, from: number, to: number): boolean {
  return ENDS.test(afterList(text, to)) || ENDED_BEFORE.test(beforeList(text, from));
}
