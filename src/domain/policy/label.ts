import { type Clause, clauseText, paragraphText } from './clause.ts';

const HEADING_MAX = 30;
/** A heading of two lines, with text below it. */
const LINE_MAX = 48;
const LABEL_MAX = 16;

/* A numbered line is a heading by itself where it holds no comma, and over text without a number even with one. */

/** A numbered line that is a heading by itself: short, without a full stop or comma. `四、保障措施` */
export function isHeadingLine(body: string): boolean {
  return body.length <= HEADING_MAX && body.trim() !== '' && !/[，。；：！？,;:]/u.test(body);
}

/** A numbered line that is a heading because text without a number follows: it may hold a comma. `四、政策衔接，三医联动` */
export function isHeadingOverText(body: string): boolean {
  return body.length <= LINE_MAX && body.trim() !== '' && !/[。；！？;：:]|[，,、]\s*$/u.test(body);
}

/** Gives a clause its heading, where the text has one, and its label: the heading, a name of ours, or its first words. */
export function labelClause(clause: Clause, labels: Readonly<Record<string, string>>): void {
  const sentences = clause.paragraphs.flatMap((p) => p.sentences);
  const first = sentences[0]?.text ?? '';
  if (TITLED.has(clause.kind)) clause.heading = titleIn(clause);
  if (
    clause.heading === null &&
    clause.marker &&
    clause.kind !== 'article' &&
    clause.kind !== 'paragraph'
  ) {
    const short = first.trim().replace(/。$/u, '');
    const alone = clause.paragraphs[0]?.role === 'heading';
    const leads = first.trim().endsWith('。') && sentences.length > 1 && isHeadingLine(short);
    if (alone || leads) clause.heading = short;
  }
  const ours = labels[clause.id];
  clause.labelIsOurs = clause.heading === null && ours !== undefined;
  clause.label = clause.heading ?? ours ?? firstWords(first || clauseText(clause));
}

/** Kinds that may have a title in lines of its own. */
export const TITLED: ReadonlySet<Clause['kind']> = new Set(['document', 'annex', 'list']);

/** A title in one or more lines, as it is read: without their breaks. */
function titleIn({ paragraphs }: Clause): string | null {
  const [first] = paragraphs;
  // 附件1 甲: the number's own line begins it.
  const beside = first?.marker ? first.sentences.map(({ text }) => text).join('') : '';
  // A further document may have a letterhead and a number of its own above its title.
  const from = first?.marker ? 1 : paragraphs.findIndex(({ role }) => role === 'title');
  const rest = from < 0 ? [] : paragraphs.slice(from);
  const end = rest.findIndex(({ role }) => role !== 'title');
  const titles = (end < 0 ? rest : rest.slice(0, end)).map(paragraphText);
  if (titles.length === 0) return isHeadingLine(beside) ? beside.trim() : null;
  const title = [beside, ...titles].join('').trimEnd();
  return (first?.marker ? title : title.trimStart()) || null;
}

const MORE = '…';

/** A label that is not ours as it is shown: its words, which stand in the text, and apart from them the `…` that we put. */
export function wordsOfLabel(label: string): [words: string, more: string] {
  return label.endsWith(MORE) ? [label.slice(0, -MORE.length), MORE] : [label, ''];
}

/** The first words of a text and `…`; the whole of it when it is short. */
function firstWords(text: string): string {
  // Enough for one character more, be each of two code units.
  const characters = Array.from(
    text
      .trimStart()
      .slice(0, LABEL_MAX * 2 + 2)
      .trim(),
  );
  if (characters.length <= LABEL_MAX) return characters.join('');
  const cut = characters.slice(0, LABEL_MAX).join('');
  return cut.replace(/[，。；、：“《（(]+$/u, '') + MORE;
}
