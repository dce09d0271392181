import { sentencesOf } from '../policy/clause.ts';
import { foldLine } from '../policy/fold.ts';
import { amendedByTitle, isAmending } from './amended-document.ts';
import type { CitationInText } from './citation-in-text.ts';
import { foldForReading } from './folded-text.ts';
import type { HeldDocument, HeldDocuments } from './held-documents.ts';
import { foldNumber, foldTitle } from './names.ts';
import { type CitingDocument, readCitations } from './read-citations.ts';
import { afterList, beforeList, isRepealed } from './set-phrases.ts';

type SuggestedKind = 'basis' | 'implements' | 'amends' | 'repeals' | 'replaces' | 'cites';

/** A relation that a sentence speaks of: for an editor to take or leave. */
export interface SuggestedRelation {
  is: SuggestedKind;
  /** The document as it is named there. */
  target: { title: string | null; number: string | null };
  /** Its id where it is held. */
  held: string | null;
  clause: string;
  /** The number of the sentence in its clause. */
  n: number;
  /** The sentence, as issued. */
  quote: string;
}

/** Strongest first: who is the basis is cited, too, and needs not be told so. */
const KINDS: readonly SuggestedKind[] = [
  'replaces',
  'repeals',
  'amends',
  'implements',
  'basis',
  'cites',
];

/** What a text does by the documents it names: 制定本办法, 现就……通知如下. */
const MADE =
  /(?:制定|制订|修订|拟定|拟订)了?本|(?:现就|现将|现对).{0,60}(?:通知|通告|公告|意见|规定)?|(?:提出|作出|制定)(?:以下|如下|本)|(?:通知|决定|规定|通告|批复)如下/u;
const BASIS_BEFORE = /(?:根据|依据|依照|按照|遵照)[^。;,]{0,60}$/u;
const IMPLEMENTS_BEFORE =
  /(?:为|为了)(?:[^。;,]{0,12})?(?:贯彻|落实|实施|执行|施行)(?:[^。;,]{0,12})?$/u;
const AMENDED_AFTER =
  /^[^。;]{0,30}?(?:作|做|进行)(?:如下|出|以下|相应)?的?(?:修改|修正|修订)|^(?:修改如下|予以修改)/u;
const AMENDED_BEFORE = /(?:修改|修订|修正)$/u;

/** What a document is to others, as its set phrases say: each once, by the strongest of them, with the sentence as evidence. */
export function suggestRelations(
  document: CitingDocument,
  held: HeldDocuments | readonly HeldDocument[],
  citations: readonly CitationInText[] = readCitations(document, held),
): SuggestedRelation[] {
  const titles = titlesOf(held);
  const byClause = new Map(document.clauses.map((clause) => [clause.id, clause]));
  const found = citations.flatMap((citation) => {
    const { target, clause: id, n } = citation;
    const clause = byClause.get(id);
    if (target.is === 'own' || !clause) return [];
    const quote = sentencesOf(clause).find((sentence) => sentence.n === n)?.text;
    if (quote === undefined) return [];
    const isHeld = target.is === 'held';
    const named = isHeld ? titles.get(target.document) : target;
    if (!named) return [];
    const { title, number } = named;
    const is = kindOf(document, citation, quote, title, clause.kind === 'preamble');
    const own = { title: title || null, number: number || null };
    return [{ is, target: own, held: isHeld ? target.document : null, clause: id, n, quote }];
  });
  return strongest(found);
}

function titlesOf(
  held: HeldDocuments | readonly HeldDocument[],
): ReadonlyMap<string, Pick<HeldDocument, 'title' | 'number'>> {
  const all = 'documents' in held ? held.documents : held;
  return new Map(all.map(({ id, title, number }) => [id, { title, number }]));
}

function kindOf(
  document: CitingDocument,
  citation: CitationInText,
  quote: string,
  title: string | null,
  opening: boolean,
): SuggestedKind {
  const { text, starts, ends } = foldForReading(quote);
  const from = starts.indexOf(citation.from);
  const to = ends.lastIndexOf(citation.to) + 1;
  const own = foldTitle(document.title);
  const name = foldTitle(title ?? '');
  if (isRepealed(text, from, to)) return name === own ? 'replaces' : 'repeals';
  const [before, after] = [beforeList(text, from), afterList(text, to)];
  const ownTitle = foldLine(document.title);
  const isAmended =
    amendedByTitle(ownTitle) === name || AMENDED_BEFORE.test(before) || AMENDED_AFTER.test(after);
  if (isAmending(ownTitle)) return isAmended ? 'amends' : 'cites';
  if (AMENDED_AFTER.test(after) && /(?:对|将)$/u.test(before)) return 'amends';
  const isMade = MADE.test(text.slice(to));
  const lead = text
    .slice(0, from)
    .replace(/《[^》]*》|\([^()]*\)/gu, '')
    .replace(/,(?=以及|和)/gu, '');
  if (isMade && IMPLEMENTS_BEFORE.test(lead)) return 'implements';
  if (name.length > 2 && isRuleOf(own, name)) return 'implements';
  if (isMade && BASIS_BEFORE.test(lead)) return 'basis';
  if (opening && /^(?:根据|依据|按照)[^。;,]{0,60}$/u.test(lead)) return 'basis';
  return 'cites';
}

/** 某市实施《某法》办法, 《某条例》实施细则: by its title alone. */
function isRuleOf(own: string, name: string): boolean {
  const at = own.indexOf(name);
  if (at < 0) return false;
  const [before, after] = [own.slice(0, at), own.slice(at + name.length)];
  return /(?:实施|贯彻|执行)$/u.test(before) || /^(?:\([^()]*\))?(?:实施|施行)/u.test(after);
}

/** Each document once, by the strongest relation that is said of it; the first sentence that says so. */
function strongest(found: readonly SuggestedRelation[]): SuggestedRelation[] {
  const best = new Map<string, SuggestedRelation>();
  for (const one of found) {
    const named = foldTitle(one.target.title ?? '');
    // Decisions that change a document bear one title again and again.
    const key =
      one.held && isAmending(named) ? one.held : `${named}|${foldNumber(one.target.number ?? '')}`;
    const before = best.get(key);
    if (!before || KINDS.indexOf(one.is) < KINDS.indexOf(before.is)) best.set(key, one);
  }
  return [...best.values()];
}
