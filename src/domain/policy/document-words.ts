import { exactly } from '../pattern.ts';
import type { Citable } from './citation.ts';
import { foldCitation } from './cited-words.ts';

/* What is said of the document in a citation: its name, and words that add nothing. */

/** Words round a citation that add nothing to it. */
const DOCUMENT = '(?:本|该|此)?(?:原文|文件|方案|办法|条例|规定|通知|政策|条款|条文)';
export const BEFORE = new RegExp(`^(?:请?(?:见|看|查))?(?:${DOCUMENT})*[的里中]?[,:、]?`, 'u');
export const AFTER = new RegExp(`(?:的?(?:${DOCUMENT}|内容))?[。.?!,;、:]*$`, 'u');

/**
 * The document's name at the start of a citation, with or without its number: 某发(2020)1号, 某发2020-1,
 * (2018)156, 2018年156号, 156号. 国务院令第687号 and the like have no year in brackets: only the whole number is meant then.
 */
export function namesOf({ id, title, number }: Citable): RegExp {
  const [name, no] = [title, number].map((text) => exactly(foldCitation(text)));
  const [, agency = '', year, serial] =
    /^(.*)\((\d{4})\)第?(\d+)号$/u.exec(foldCitation(number)) ?? [];
  const written = `第?${serial}(?:号|(?!\\d))`;
  const forms = serial
    ? [
        `\\(${year}\\)${written}`,
        `(?:${year}[年-])?${serial}号`,
        ...(agency ? [`${exactly(agency)}(?:\\(${year}\\)|${year}[年-]?)?${written}`] : []),
      ]
    : [no];
  return new RegExp(
    `^(?:《${name}》|${name})?(?:\\(${no}\\)|${forms.join('|')})?(?:${exactly(id)}/?)?(?:文件?)?[的,:、]?`,
    'u',
  );
}
