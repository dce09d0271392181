import { paragraphText } from '../policy/clause.ts';
import { datesIn } from '../policy/metadata.ts';
import { type SplitHints, splitPolicy } from '../policy/split.ts';

/** A note below the title with the amendment in it, or why a person has to write it. */
export interface AmendedNote {
  text: string;
  left: string | null;
}

/** The decision as a note names it. */
export interface Deciding {
  title: string;
  /** ISO 8601. */
  issued: string;
}

/**
 * Adds the amendment to the note below the title, where that is one line in brackets that tells of no amendment yet:
 * `（2024年5月20日印发） → （2024年5月20日印发 根据2025年3月12日《…的决定》修改）`
 */
export function amendNote(source: string, hints: SplitHints, deciding: Deciding): AmendedNote {
  const notes = splitPolicy(source, hints)
    .clauses.flatMap(({ paragraphs }) => paragraphs)
    .filter(({ role }) => role === 'note');
  const [note, ...more] = notes;
  if (!note) return { text: source, left: null };
  const printed = paragraphText(note);
  const [, inside, close] = /^(\s*[（(].*)([）)]\s*)$/su.exec(printed) ?? [];
  if (
    more.length > 0 ||
    !inside ||
    !close ||
    /修[改正订]/u.test(printed) ||
    datesIn(printed).length !== 1
  )
    return { text: source, left: '题注要按公布的样子补上这次修改。' };
  const [year, month, day] = deciding.issued.split('-').map(Number);
  const verb = /修正|修订/u.exec(deciding.title)?.[0] ?? '修改';
  const title = deciding.title.replaceAll('《', '〈').replaceAll('》', '〉');
  const words = ` 根据${year}年${month}月${day}日《${title}》${verb}`;
  const lines = source.split('\n');
  const [first, last] = note.lines;
  lines.splice(first - 1, last - first + 1, inside + words + close);
  return { text: lines.join('\n'), left: null };
}
