import { getEntry } from 'astro:content';
import type { Replies } from '../content/schemas/replies.ts';
import type { DeskTable } from '../domain/citing/desk.ts';
import { hasPage, paragraphText, sentencesOf } from '../domain/policy/clause.ts';
import { clausesIn, stretchesById } from '../domain/policy/stretch.ts';
import { getDefaultPolicy } from './policy.ts';
import { getSite } from './site.ts';

/** A kind of reply, as the page lists it. */
export type SiteReply = Replies[number];

/** `replies.yml` of the policy that the site opens with; empty where there is none. */
export async function getReplies(): Promise<Replies> {
  const { id } = await getDefaultPolicy();
  return (await getEntry('replies', id))?.data ?? [];
}

/** What the staff desk knows. */
export async function getDeskTable(): Promise<DeskTable> {
  const policy = await getDefaultPolicy();
  const { id, title, number, gaps } = policy;
  const stretches = stretchesById(policy.clauses);
  const within = new Set([...stretches.values()].flatMap(({ inner }) => inner.flatMap(clausesIn)));
  const printedTitle = policy.clauses
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
    closing: (await getSite()).closing.trim(),
    clauses: [
      whole,
      ...policy.clauses.filter(hasPage).map((clause) => ({
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
        ...(clause.ownPlace === clause.place
          ? {}
          : { first: clause.ownPlace.slice(clause.place.length) }),
        sentences: sentencesOf(clause).map(({ text }) => text),
        unstated: (clause.words?.open ?? []).flatMap((gap) =>
          gaps[gap]?.ask ? gaps[gap].title : [],
        ),
      })),
    ],
    replies: await getReplies(),
  };
}
