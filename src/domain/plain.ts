/** The three ways of saying what the text does: it lets somebody, it tells somebody to, or neither. A block has one. */
export const SAYS = ['can', 'must', 'what'] as const;
/** The parts of our plain words on a sentence, in the order they are read. */
export const PARTS = ['who', 'when', ...SAYS, 'note'] as const;

export type PartName = (typeof PARTS)[number];
export type PlainParts = Readonly<Partial<Record<PartName, string | undefined>>>;

const LABELS: Readonly<Record<PartName, string>> = {
  who: '谁',
  when: '什么情形',
  can: '能怎样',
  must: '要做什么',
  what: '写的是',
  note: '注意',
};

/** `{ who, when, can }` → 谁, 什么条件, 能怎样. Only what somebody may get or do hangs on a condition. */
export function plainRows(parts: PlainParts): { label: string; text: string }[] {
  return PARTS.flatMap((name) => {
    const text = parts[name];
    if (!text) return [];
    const label = name === 'when' && parts.can ? '什么条件' : LABELS[name];
    return [{ label, text }];
  });
}

/** Words that say it under a heading which has said it already. */
const FORMULA =
  /（本文件没有写明?）|[，,]?(?:本文件(?:也)?没有写明?|也没有写明?)(?=[。；，、）]|$)/gu;

/** A gap's words under the heading 「本文件没有写明」: what is open, without saying each time that it is. */
export function withoutFormula(text: string): string {
  const rest = text.replace(FORMULA, '').replace(/^[，,；;]/u, '');
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
}

/**
 * What a gap's words say of the text beside what it leaves open, which its question asks: `丙写的是“等”；乙有哪些，本文件没有写。 →
 * 丙写的是“等”。` What they say of the clause that is read anyway is left out.
 */
export function besideQuestion(text: string, read = ''): string {
  const said = text
    .split(/(?<=[；。])/u)
    .filter(
      (part) => !/本文件(?:也)?没有写|也没有写/u.test(part) && !(read && part.startsWith(read)),
    );
  return said.join('').replace(/；$/u, '。');
}
