import { nameBefore } from './names.ts';

const LONGEST = 24;
/** 办法 and 方法 end alike. */
const WITH_PLACE = /(?:(?<![办方做])法典?|条例)(?=第[〇一二三四五六七八九十百千\d]{1,8}条)/gu;
const BASIS = /(?:根据|依据|依照)([^,。;]{2,200}?)(?=[,。;]|制定本)/gu;
const NO_NAME = /(?:等.*|的?(?:有关|相关)?规定)$/u;
const ALSO = /、|和|与|以?及/u;
const STATUTE =
  /^(?!.*(?:有关|相关|其他|等|本|该))\p{Script=Han}{1,20}(?:(?<![办方做])法典?|条例)$/u;

/** Where names of statutes stand that no brackets set apart: 公司法第十六条, and what a text says it is made by: 根据劳动法和某法，制定本条例. */
export function statutesIn(
  text: string,
  known: ReadonlySet<string>,
): { from: number; to: number }[] {
  const placed = [...text.matchAll(WITH_PLACE)].flatMap(({ index, 0: kind }) => {
    const to = index + kind.length;
    // 本法第五条, 该条例第五条
    if (/[本该此其]/u.test(text.charAt(index - 1))) return [];
    return [{ from: knownBefore(text, to, known) ?? nameBefore(text, to, LONGEST), to }];
  });
  return [...placed, ...(text.includes('制定本') ? basisIn(text) : [])];
}

/** Where the longest name begins that has been cited before. */
function knownBefore(text: string, end: number, known: ReadonlySet<string>): number | null {
  for (let length = Math.min(LONGEST, end); length > 2; length--)
    if (known.has(text.slice(end - length, end))) return end - length;
  return null;
}

function basisIn(text: string): { from: number; to: number }[] {
  return [...text.matchAll(BASIS)].flatMap(({ index, 0: all, 1: list = '' }) => {
    let from = index + all.length - list.length;
    return list.split(ALSO).flatMap((written) => {
      const name = written.replace(NO_NAME, '');
      const at = text.indexOf(name, from);
      from = at + name.length;
      return STATUTE.test(name) ? [{ from: at, to: from }] : [];
    });
  });
}
