/** What to do instead with a file that is not read, for an editor. */

export const AS_DOCX = '用 Word 或 WPS 打开它，另存为 .docx，再收录。';
export const AS_PDF =
  '用它的阅读器打开，导出成带文字的 PDF，或者复制到 Word，另存为 .docx，再收录。';
export const TABLE = '本站收录文件的正文：把表格复制到 Word，另存为 .docx，再收录。';
export const SLIDES = '把里面的文件原文复制到 Word，另存为 .docx，再收录。';
export const PICTURE =
  '这是图片，里面的字读不出来。找发文机关要 Word 或者文本；没有的，用文字识别，逐字校对，存成 .docx，再收录。';
export const ARCHIVE = '这是压缩包。解开，把里面的文件一个一个收录。';
export const ENCRYPTED =
  '这个文件加了密码，打不开。向给文件的人要密码，用 Word 打开，去掉密码，另存为 .docx，再收录。';
