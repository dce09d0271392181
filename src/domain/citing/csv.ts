/**
 * A table as RFC 4180 writes it. It begins with a byte order mark, by which Excel and WPS know UTF-8. What a program
 * would take for a formula is set off by an apostrophe.
 */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/**
 * What spreadsheets take for the beginning of a formula: their four signs, wide or narrow (`＝`) or the true minus,
 * behind blanks and signs that are not seen, which some of them pass over. A tab or line break at the beginning ends
 * the cell in others.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{C}]*[=+\-@\u2212])/u;

/** A cell that no spreadsheet takes for a formula, in a file or pasted. */
export function setOff(text: string): string {
  return FORMULA.test(text.normalize('NFKC')) ? `'${text}` : text;
}

function cell(text: string): string {
  const safe = setOff(text);
  return /[",\r\n]/u.test(safe) ? `"${safe.replace(/"/gu, '""')}"` : safe;
}
