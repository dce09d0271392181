/** Reasons of pieces that several files give or look for. */
export const DELETED = '修订中删去的文字';
export const HIDDEN = '隐藏文字';
export const COMMENT = '批注';
export const HEADER = '页眉/页脚';
export const BOX_DOUBT = '文本框里的字，读在哪里请看原件';
export const WORD_ART = '艺术字';
