import type { What } from './change.ts';
import type { Item } from './units.ts';

const NUMBER = '[〇零一二三四五六七八九十百千两\\d]+';
/** 第五条第二款, 第(一)、(三)项, 前款, 前两款, 本条第一款至第三款 */
const CITED = new RegExp(
  `第?\\(?${NUMBER}\\)?(?:、\\(?${NUMBER}\\)?)*[编章节条款项目](?:之${NUMBER})?|前[两二三四]?[条款项]|第?\\(${NUMBER}\\)`,
  'gu',
);

/** What is other in a text: nothing but its stops, nothing but the places it names, or its words. */
export function whatDiffers(old: readonly Item[], next: readonly Item[]): What {
  const [a, b] = [old, next].map((items) => items.map(({ key }) => key).join('')) as [
    string,
    string,
  ];
  if (withoutStops(a) === withoutStops(b)) return 'punctuation';
  return withoutPlaces(a) === withoutPlaces(b) ? 'cross-reference' : 'words';
}

function withoutStops(text: string): string {
  return text.replace(/[\p{P}\p{S}\s]+/gu, '');
}

/** A list of places is one: 第三条、第五条和第六条. */
function withoutPlaces(text: string): string {
  return text.replace(CITED, '※').replace(/※(?:[、至和及与或]*※)*/gu, '※');
}
