/** The blanks of a reply that are filled in for the document, and what each holds. */
const DOCUMENT_SLOTS = ['标题', '文号', '结语'] as const;
/** Those that are filled in for each clause or sentence. */
const PLACE_SLOTS = ['引文', '编号', '简称', '名称', '原文', '各项', '网址', '没有写明'] as const;

export type DocumentSlots = Readonly<Record<(typeof DOCUMENT_SLOTS)[number], string>>;
export type PlaceSlots = Readonly<Record<(typeof PLACE_SLOTS)[number], string>>;

/** A kind of reply as `replies.yml` words it. */
export interface Reply {
  id: string;
  title: string;
  /** Said once, before and after the clauses. */
  opening?: string | undefined;
  closing?: string | undefined;
  /** Said for each clause; where there are several wordings, from the longest to the shortest. */
  each: readonly string[];
  /** Characters that the whole should keep to. */
  limit?: number | undefined;
}

export type ReplyPart = 'opening' | 'each' | 'closing';

const SLOT = /\{([^{}\n]*)\}/gu;

/** The blanks that may stand in a part of a reply. */
export function slotsFor(part: ReplyPart): readonly string[] {
  return part === 'each' ? [...DOCUMENT_SLOTS, ...PLACE_SLOTS] : DOCUMENT_SLOTS;
}

/** The blanks in a wording that nothing fills, as they are written: `{姓名}`; a brace without its fellow, too. */
export function unknownSlots(wording: string, part: ReplyPart): string[] {
  const known = slotsFor(part);
  const unknown = [...wording.matchAll(SLOT)].flatMap(([written, name = '']) =>
    known.includes(name) ? [] : [written],
  );
  const loose = wording.replace(SLOT, '').match(/[{}]/gu) ?? [];
  return [...new Set([...unknown, ...loose])];
}

/** A reply, ready to send. */
export interface Written {
  text: string;
  /** In characters, as a short message counts them: UTF-16 units. */
  length: number;
}

/**
 * Words a reply for some clauses or sentences. Where it has several wordings, it is the longest that keeps the whole
 * within `limit`, else the shortest. A line with a blank that stays empty is left out.
 */
export function writeReply(
  { opening, each, closing, limit }: Reply,
  document: DocumentSlots,
  places: readonly PlaceSlots[],
): Written {
  const whole = (wording: string) => {
    const lines = places.map((place) => fill(wording, { ...document, ...place }));
    return [opening && fill(opening, document), ...lines, closing && fill(closing, document)]
      .filter(Boolean)
      .join('\n');
  };
  const texts = each.map(whole);
  const text =
    texts.find((one) => limit === undefined || one.length <= limit) ?? texts.at(-1) ?? '';
  return { text, length: text.length };
}

function fill(wording: string, slots: Readonly<Record<string, string>>): string {
  return wording
    .split('\n')
    .filter((line) => [...line.matchAll(SLOT)].every(([, name = '']) => slots[name] !== ''))
    .map((line) => line.replace(SLOT, (written, name: string) => slots[name] ?? written))
    .join('\n');
}

/** Into how many short messages a text of this length is cut: one of 70 characters, else parts of 67 (3GPP TS 23.040). */
export function shortMessages(length: number): number {
  return length <= 70 ? 1 : Math.ceil(length / 67);
}
