/** Units by which legislation names places, outermost first. */
export const UNITS = ['编', '分编', '部分', '章', '节', '条', '款', '自然段', '项', '目'] as const;

export type Unit = (typeof UNITS)[number];

/** A level of a place: `第一百三十三条之二 → { unit: 条, number: 133, zhi: 2 }`. */
export interface PlaceStep {
  unit: Unit;
  number: number;
  zhi: number;
}

/** A place as a decision names it, by the numbers it had before. Without steps and part it is the whole text. */
export interface DecisionPlace {
  steps: readonly PlaceStep[];
  /** What of it is meant, where it is not all: its title, the heading of a chapter, the preamble, a sentence. */
  part?: 'title' | 'heading' | 'preamble';
  /** 第二句 → 2, 末句 → -1 */
  sentence?: number;
}

/** Words in quotation marks, a paragraph each. */
export type Quote = readonly string[];

/** What a decision does to a text, as legislation writes it. */
export type Operation =
  /** 将第六条修改为“…” */
  | { does: 'rewrite'; at: readonly DecisionPlace[]; quote: Quote; as: readonly DecisionPlace[] }
  /** 将第六条中的“甲”修改为“乙”; without `words` they are deleted */
  | {
      does: 'replace';
      at: readonly DecisionPlace[];
      pairs: readonly { old: Quote; words: Quote }[];
    }
  /** 在“甲”后增加“乙” */
  | {
      does: 'insert';
      at: readonly DecisionPlace[];
      anchor: Quote | null;
      side: 'before' | 'after';
      quote: Quote;
    }
  /** 增加一条，作为第七条：“…” */
  | {
      does: 'add';
      unit: Unit;
      /** What it is added to, or `null`: an article is added to the text. */
      at: DecisionPlace | null;
      /** Whether it goes right before or behind that place, and not into it. */
      beside: 'before' | 'after' | null;
      as: readonly DecisionPlace[];
      quote: Quote;
    }
  | { does: 'delete'; at: readonly DecisionPlace[] }
  /** 第七项至第九项相应改为第八项至第十项 */
  | { does: 'renumber'; from: readonly DecisionPlace[]; to: readonly DecisionPlace[] }
  /** 条文顺序作相应调整 */
  | { does: 'renumber-all' };

/** The item of a decision that says something, as the decision numbers it. */
export interface DecisionItem {
  /** `p1`, `t13`; of a decision on many documents the number inside the item of this one: `8`; `tail` of what has none. */
  id: string;
  /** The clause of the decision, by its id there: `p27-8`. */
  clause: string;
  /** As printed: `一、`, `第十三条`; empty where nothing is. */
  printed: string;
}

/** One thing that a decision says is to be done. */
export interface Instruction {
  item: DecisionItem;
  /** Its words, without what stands in the quotes: `将第二条第二项修改为“…”`. */
  words: string;
  /** What is to be done, or `null` where that is not mechanical. */
  operation: Operation | null;
  /** Why a person has to do it; empty where `operation` says what is to be done. */
  why: string;
}
