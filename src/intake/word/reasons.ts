/** Reasons of pieces that several files give or look for. */
export const DELETED = '修订中删去的文字';
export const HIDDEN = '隐藏文字';
export const COMMENT = '批注';
export const BOX_DOUBT = '文本框里的字，读在哪里请看原件';
export const LOST_BOX = '文本框里的字，不知道在哪一段，放在了最后，请看原件';
export const WORD_ART = '艺术字';
export const STRUCK = '印有删除线';
export const RAISED = '原件印作上标';
/** What a cell still holds that another one covers. */
export const COVERED = '合并的单元格里还留着的字，不一定印出来';
export const INNER_TABLE = '表格里的表格';
export const FIELD_RESULT = '域的结果';
export const NUMBER_ALONE = '只有编号，后面没有字';
/** Of the mark of a note whose number the file does not tell. */
export const BY_PAGE = '注的编号每页重排，文件里没有分页，这里的编号请对照原件';

/** Why text of a note without a mark is doubted. */
export function unreferred(kind: string): string {
  return `正文里没有注号的${kind}`;
}
