import { countCharacters, textOf, visible } from './pieces.ts';
import type { Fate, Reading } from './reading.ts';

/** A stretch that a person should look at. */
export interface Doubt {
  /** The line of `source.txt`, from 1. */
  line: number;
  /** Where in the file: 第2页第14行. */
  place: string;
  reason: string;
  /** As it can be printed. */
  text: string;
  before: string;
  after: string;
}

/** What was left out for one reason, or printed for one. */
export interface Heap {
  reason: string;
  /** Characters, white space aside. */
  characters: number;
  /** How many stretches. */
  times: number;
  /** Some of them, as they can be printed. */
  examples: { place: string; text: string }[];
}

/** The account of a reading: what became of each character of the file. */
export interface Ledger {
  /** All of `source.txt`. */
  source: string;
  /** Its lines, without their ends. */
  lines: string[];
  /** The lines, from 1, that are notes of the file: 脚注1, 尾注2. */
  notes: number[];
  /** Characters of the file, white space aside, and what became of them; `added` are none of the file's. */
  totals: Record<Fate, number> & { characters: number };
  doubts: Doubt[];
  dropped: Heap[];
  added: Heap[];
}

/** A fault of ours: the reading does not account for every character of the file. Nothing may be written. */
export class Unbalanced extends Error {}

/** Characters of context on each side of a doubt, and examples of a heap. */
const CONTEXT = 12;
const EXAMPLES = 5;

/** Draws up the account of a reading; throws `Unbalanced` where kept, dropped and uncertain are not all. */
export function drawUpLedger({ lines: read, characters }: Reading): Ledger {
  const lines: string[] = [];
  const notes: number[] = [];
  const doubts: Doubt[] = [];
  const heaps = { dropped: new Map<string, Heap>(), added: new Map<string, Heap>() };
  const totals = { kept: 0, dropped: 0, uncertain: 0, added: 0, characters };
  for (const line of read) {
    const text = textOf(line);
    // A line that nothing but what was dropped stands on is none.
    if (text.trim() !== '') {
      lines.push(text);
      if (/^[脚尾]注/u.test(line.place)) notes.push(lines.length);
    }
    let at = 0;
    for (const { text: stretch, fate, reason } of line.pieces) {
      totals[fate] += countCharacters(stretch);
      const end = fate === 'dropped' ? at : at + stretch.length;
      if (fate === 'uncertain')
        doubts.push({
          line: lines.length,
          place: line.place,
          reason,
          text: shown(stretch),
          before: visible(text.slice(Math.max(0, at - CONTEXT), at)),
          after: visible(text.slice(end, end + CONTEXT)),
        });
      else if (fate !== 'kept') heap(heaps[fate], reason, line.place, stretch);
      at = end;
    }
  }
  assertBalance(totals);
  const [dropped, added] = [[...heaps.dropped.values()], [...heaps.added.values()]];
  return { source: `${lines.join('\n')}\n`, lines, notes, totals, doubts, dropped, added };
}

function assertBalance({ kept, dropped, uncertain, characters }: Ledger['totals']): void {
  if (kept + dropped + uncertain === characters) return;
  throw new Unbalanced(
    `账不平：文件里有 ${characters} 个字，收进 ${kept} 个，舍去 ${dropped} 个，存疑 ${uncertain} 个，合计 ${kept + dropped + uncertain} 个。这是程序的错，不是文件的错，什么也没有写；请把文件和这句话交给负责技术的人。`,
  );
}

function heap(heaps: Map<string, Heap>, reason: string, place: string, stretch: string): void {
  const known = heaps.get(reason) ?? { reason, characters: 0, times: 0, examples: [] };
  known.characters += countCharacters(stretch);
  known.times++;
  if (known.examples.length < EXAMPLES) known.examples.push({ place, text: shown(stretch) });
  heaps.set(reason, known);
}

/** A stretch as one short line. */
function shown(stretch: string): string {
  const text = visible(stretch.replace(/[^\S\uFEFF]+/gu, ' ').trim());
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}……` : text;
}

const LONGEST = 60;
