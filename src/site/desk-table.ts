import type { DeskTable } from '../domain/citing/desk.ts';
import { formatDocumentOf } from '../domain/policy/citation.ts';
import { hasPage, paragraphText, sentencesOf } from '../domain/policy/clause.ts';
import { clausesIn, stretchesById } from '../domain/policy/stretch.ts';
import { filledOf, openOf } from './fills.ts';
import type { SiteClause, SitePolicy } from './policy.ts';

/** What the desk knows of a policy. */
export function deskTable({ id, title, number, gaps, clauses, replies }: SitePolicy): DeskTable {
  const citable = { id, title, number, clauses };
  const stretches = stretchesById(clauses);
  const within = new Set([...stretches.values()].flatMap(({ inner }) => inner.flatMap(clausesIn)));
  const printedTitle = clauses
    .filter(({ kind }) => kind === 'head')
    .flatMap(({ paragraphs }) => paragraphs)
    .filter(({ role }) => role === 'title');
  const whole = {
    id,
    parent: null,
    short: '全文',
    place: '',
    label: title,
    ours: false,
    paragraphs: printedTitle.map(paragraphText),
    sentences: [],
    unstated: [],
  };
  return {
    policy: { id, title, number },
    clauses: [
      whole,
      ...clauses.filter(hasPage).map((clause) => ({
        id: clause.id,
        // What an article's own text holds is not listed beside it.
        parent: within.has(clause) ? null : (clause.parent ?? id),
        short: clause.short,
        place: clause.place,
        label: clause.label,
        ours: clause.labelIsOurs,
        // Who passes on an article passes on all of its 款.
        paragraphs: clausesIn(stretches.get(clause.id) ?? { clause, inner: [] }).flatMap((one) =>
          one.paragraphs.map(paragraphText),
        ),
        ...(clause.id.startsWith('d') ? { of: formatDocumentOf(citable, clause.id) } : {}),
        ...(clause.ownPlace === clause.place
          ? {}
          : { first: clause.ownPlace.slice(clause.place.length) }),
        sentences: sentencesOf(clause).map(({ text }) => text),
        unstated: openOf(gaps, clause.words?.open ?? []).flatMap(({ question, title: open }) =>
          question ? open : [],
        ),
        ...filledIn(gaps, clause),
      })),
    ],
    replies,
  };
}

/** What other documents state of what a clause leaves open; absent where there is nothing. */
function filledIn(gaps: SitePolicy['gaps'], { words }: SiteClause): { filled?: string[] } {
  const filled = filledOf(gaps, words?.open ?? []).flatMap(({ by = [] }) =>
    by.map(({ place, text }) => `${place}：“${text}”`),
  );
  return filled.length ? { filled } : {};
}
