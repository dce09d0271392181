import type { DeskTable } from '../domain/citing/desk.ts';
import { hasPage, paragraphText, sentencesOf } from '../domain/policy/clause.ts';
import type { SitePolicy } from './policy.ts';

/** What the desk knows of a policy. */
export function deskTable({ id, title, number, gaps, clauses, replies }: SitePolicy): DeskTable {
  const printedTitle = clauses
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
        parent: clause.parent ?? id,
        short: clause.short,
        place: clause.place,
        label: clause.label,
        ours: clause.labelIsOurs,
        paragraphs: clause.paragraphs.map(paragraphText),
        sentences: sentencesOf(clause).map(({ text }) => text),
        unstated: (clause.words?.open ?? []).flatMap((gap) =>
          gaps[gap]?.ask ? gaps[gap].title : [],
        ),
      })),
    ],
    replies,
  };
}
