import { damaged } from '../word/refusals.ts';

/** A field ([MS-DOC] 2.8.25): its code is never read as text, its result is. Positions in the text of a story. */
export interface Field {
  begin: number;
  /** Where the result begins; the same as `end` where there is none. */
  separator: number;
  end: number;
}

const BEGIN = '\x13';
const SEPARATOR = '\x14';
const END = '\x15';
const MARKS = new RegExp(`[${BEGIN}${SEPARATOR}${END}]`, 'g');

/** Fields within fields; a handful is met. */
export const MAX_NESTING = 50;

/** The whole fields of a story, inner ones before those around them. Marks without their partners are no fields. */
export const findFields = (text: string): Field[] => {
  const open: { begin: number; separator: number | null }[] = [];
  const fields: Field[] = [];
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    const inner = open.at(-1);
    if (open.length > MAX_NESTING) throw damaged('域套得太深');
    if (mark === BEGIN) open.push({ begin: index, separator: null });
    else if (mark === SEPARATOR && inner) inner.separator ??= index;
    else if (mark === END && inner) {
      open.pop();
      fields.push({ begin: inner.begin, separator: inner.separator ?? index, end: index });
    }
  }
  return fields;
};

/** What the characters of a story are: text; the code of a field; the end of a field that stands in text itself. */
export const ROLE = { text: 0, code: 1, end: 2 };

export const rolesOf = (length: number, fields: Field[]): Uint8Array => {
  const steps = new Int32Array(length + 1);
  for (const { begin, separator, end } of fields) {
    steps[begin] = (steps[begin] ?? 0) + 1;
    const after = Math.min(separator + 1, end);
    steps[after] = (steps[after] ?? 0) - 1;
  }
  let depth = 0;
  const roles = Uint8Array.from({ length }, (_, i) => {
    depth += steps[i] ?? 0;
    return depth > 0 ? ROLE.code : ROLE.text;
  });
  for (const { end } of fields) roles[end] ||= ROLE.end;
  return roles;
};
