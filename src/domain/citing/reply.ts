/** The blanks that are filled in for a document. */
const DOCUMENT_SLOTS = ['标题', '文号'] as const;
/** What may stand before and after the clauses: the documents they are of, and the office's own last line. */
const FRAME_SLOTS = [...DOCUMENT_SLOTS, '结语'] as const;
/** Those that are filled in for each clause or sentence, beside its document. */
const OWN_SLOTS = [
  '引文',
  '编号',
  '简称',
  '名称',
  '原文',
  '各项',
  '网址',
  '没有写明',
  '另有写明',
] as const;

type DocumentSlots = Readonly<Record<(typeof DOCUMENT_SLOTS)[number], string>>;
export type PlaceSlots = DocumentSlots & Readonly<Record<(typeof OWN_SLOTS)[number], string>>;

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

/** What is written where no document says how. */
export const PLAIN: Reply = { id: 'plain', title: '', each: ['{引文}：\n{原文}\n{网址}'] };

export type ReplyPart = 'opening' | 'each' | 'closing';

const SLOT = /\{([^{}\n]*)\}/gu;

/** The blanks that may stand in a part of a reply. */
export function slotsFor(part: ReplyPart): readonly string[] {
  return part === 'each' ? [...FRAME_SLOTS, ...OWN_SLOTS] : FRAME_SLOTS;
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

/** A clause or sentence with the wordings it is said in, from the longest to the shortest. */
export interface Said {
  each: readonly string[];
  place: PlaceSlots;
}

/**
 * Words a reply for some clauses or sentences, each in the wording of its own document; opening, closing and limit are
 * those of one. Where there are several wordings, it is the longest that keeps the whole within `limit`, else the
 * shortest. One of `answers`, from the longest to the shortest, is said before the clauses; the last may be none. A line with a blank that stays empty is left out, but for the number of a document that has none.
 */
export function writeReply(
  { opening, closing, limit }: Omit<Reply, 'each'>,
  office: string,
  said: readonly Said[],
  answers: readonly string[] = [''],
): Written {
  const documents = [
    ...new Map(said.map(({ place }) => [place.标题 + place.文号, place])).values(),
  ];
  const frame = (wording = '') => fill(named(wording, documents), { 结语: office });
  const lengths = Math.max(1, ...said.map(({ each }) => each.length));
  const texts = answers.flatMap((first) =>
    Array.from({ length: lengths }, (_, i) => {
      const lines = said.map(({ each, place }) => {
        const wording = each[Math.min(i, each.length - 1)] ?? '';
        return fill(withoutNumber(wording, place), { ...place, 结语: office });
      });
      return [frame(opening), first, ...lines, frame(closing)].filter(Boolean).join('\n');
    }),
  );
  const text =
    texts.find((one) => limit === undefined || one.length <= limit) ?? texts.at(-1) ?? '';
  return { text, length: text.length };
}

/** From the first blank of a document in a line to the last, with the bracket that closes round it. */
const NAMING = /\{(?:标题|文号)\}(?:[^\n]*\{(?:标题|文号)\})?[）】]?/gu;

/**
 * A wording with its documents: where there are several, what names one is said of each in turn:
 * `{标题}（{文号}） → 《甲》（1号）、《乙》（2号）`.
 */
function named(wording: string, documents: readonly DocumentSlots[]): string {
  return wording.replace(NAMING, (naming) => {
    const closed = /[）】]$/u.test(naming) && !/[（【]/u.test(naming);
    const [one, after] = closed ? [naming.slice(0, -1), naming.slice(-1)] : [naming, ''];
    const each = documents.map((document) => fillAll(withoutNumber(one, document), document));
    return each.join('、') + after;
  });
}

/**
 * A wording for a document that may have no number: brackets or the stretch between commas that would hold it are left
 * out where its title stands beside, else the title stands for it.
 */
function withoutNumber(wording: string, { 标题, 文号 }: DocumentSlots): string {
  if (文号) return wording;
  const lines = wording.split('\n').map((line) => {
    const beside = /\{(?:标题|引文)\}/u.test(line);
    const rest = beside
      ? line.replace(/（[^（）]*\{文号\}[^（）]*）|，[^，。：；]*\{文号\}/gu, '')
      : line;
    return rest.replace(/\{文号\}/gu, () => (beside ? '' : 标题));
  });
  return lines.join('\n');
}

/** Fills blanks in, and leaves out a line with one that stays empty. */
function fill(wording: string, slots: Readonly<Record<string, string>>): string {
  return wording
    .split('\n')
    .filter((line) => [...line.matchAll(SLOT)].every(([, name = '']) => slots[name] !== ''))
    .map((line) => fillAll(line, slots))
    .join('\n');
}

function fillAll(wording: string, slots: Readonly<Record<string, string>>): string {
  return wording.replace(SLOT, (written, name: string) => slots[name] ?? written);
}

/** Into how many short messages a text of this length is cut: one of 70 characters, else parts of 67 (3GPP TS 23.040). */
export function shortMessages(length: number): number {
  return length <= 70 ? 1 : Math.ceil(length / 67);
}
