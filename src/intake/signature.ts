import { readMarker } from '../domain/policy/marker.ts';
import { parseNumeral } from '../domain/policy/numeral.ts';
import type { Metadata, Told } from './guess.ts';

/** How the name of an office ends. */
export const OFFICE =
  /(?:府|院|局|委|厅|部|会|办|室|处|署|行|团|社|站|中心|公司|委员会|法院|检察院|大队|支队|总队)$/u;
/** A day as documents write it: year, month and date in groups of their own. */
export const DAY =
  '([0-9０-９]{4}|[〇○Ｏ零一二三四五六七八九]{4})\\s*年\\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})\\s*月\\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\\s*日';
export const DATE_LINE = new RegExp(`^\\s*${DAY}\\s*$`, 'u');
/** 署名 may stand on the line of the date. */
const SIGNED_DATE = new RegExp(`^(.*?)\\s*${DAY}\\s*$`, 'u');

/** Signature and date of the first document in the file: a date alone, offices on the lines above it. */
export function signatureIn(
  lines: readonly string[],
  from: number,
): Pick<Metadata, 'issuer' | 'issued'> {
  for (const [i, line] of lines.entries()) {
    if (i < from) continue;
    const signed = SIGNED_DATE.exec(line.trim());
    if (!signed || /[，。；：]/u.test(line)) continue;
    const [, own = '', ...parts] = signed;
    const day = dayOf(parts);
    const issuer = own ? told(officesIn(own), i + 1) : officesAbove(lines, i);
    // Between title and text a date belongs to the line of who passed it.
    if (!day || (own && !issuer)) continue;
    return { issuer, issued: { text: line.trim(), line: i + 1, day } };
  }
  return { issuer: null, issued: null };
}

function officesAbove(lines: readonly string[], dateAt: number): Told | null {
  const names: string[] = [];
  let at = dateAt - 1;
  for (; at >= 0; at--) {
    const found = officesIn(lines[at] ?? '');
    if (found.length === 0) break;
    names.unshift(...found);
  }
  return told(names, at + 2);
}

function told(names: readonly string[], line: number): Told | null {
  return names.length ? { text: names.join('、'), line } : null;
}

/** `甲局　　乙局 → 甲局、乙局`; nothing where the line is not made of offices alone. */
function officesIn(line: string): string[] {
  const text = line.trim();
  if (/[，。；：、（(]/u.test(text) || readMarker(text)) return [];
  const whole = text.replace(/\s+/gu, '');
  const names = text.split(/\s+/u);
  const named = names.every((name) => OFFICE.test(name) && name.length >= 3) ? names : [whole];
  return named.every((name) => OFFICE.test(name) && name.length >= 3 && name.length <= 40)
    ? named
    : [];
}

/** `['二〇一八', '10', '九'] → 2018-10-09`; `null` for a day that does not exist. */
export function dayOf(parts: readonly string[]): string | null {
  const [year, month, date] = parts.map((part) =>
    parseNumeral(part.normalize('NFKC').replace(/[○O]/gu, '〇')),
  );
  if (!year || !month || !date || month > 12 || date > daysIn(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
