import { formatDay } from '../domain/day.ts';
import type { Change } from '../domain/editions/change.ts';
import { formatDocument } from '../domain/policy/citation.ts';
import { DONE_BY, EVENT_NAMES, type StatusEvent } from '../domain/policy/status.ts';
import {
  changesHref,
  feedHref,
  HOME,
  LIBRARY_FEED,
  statusHref,
  topicFeedHref,
  topicHref,
} from '../routes.ts';
import { changesOf } from './changes.ts';
import { saidOfChanges } from './changes-html.ts';
import type { SiteEdition } from './editions.ts';
import { escapeText } from './escape.ts';
import type { Library } from './library.ts';
import type { SitePolicy } from './policy.ts';

/** Something that happened to a document. */
export interface FeedEntry {
  /** Root-absolute, with what tells it from others of its page; it never changes. */
  id: string;
  /** Its page, root-absolute. */
  href: string;
  title: string;
  /** ISO 8601. Of what is still to come the day on which that was found. */
  updated: string;
  /** HTML: ours, and of an edition what it changed. */
  content: string;
}

/** What a reader's program asks for again and again. */
export interface Feed {
  /** Its own address, and that of the page beside which it stands; root-absolute. */
  address: string;
  href: string;
  title: string;
  updated: string;
  /** The newest first. */
  entries: FeedEntry[];
}

/** So many stand in the feed of all documents; each document's own holds all. */
const MOST = 100;

/** The feeds of a site: of all documents, of each, and of each topic. Nothing in them depends on the clock. */
export function feedsOf(library: Library): Feed[] {
  const { name, policies, day } = library;
  const make = (address: string, href: string, title: string, found: FeedEntry[]): Feed => {
    const entries = found.sort((a, b) =>
      a.updated === b.updated ? (a.id < b.id ? -1 : 1) : a.updated < b.updated ? 1 : -1,
    );
    return { address, href, title, updated: entries[0]?.updated ?? day, entries };
  };
  const all = make(
    LIBRARY_FEED,
    HOME,
    `${name}：效力和修改`,
    policies.flatMap((policy) => entriesOf(policy, day)),
  );
  return [
    { ...all, entries: all.entries.slice(0, MOST) },
    ...policies.flatMap((policy) => [
      make(
        feedHref(policy.id),
        statusHref(policy.id),
        `${policy.data.shortTitle}：效力和修改`,
        entriesOf(policy, day),
      ),
      ...policy.topics.map(({ id, title }) =>
        make(
          topicFeedHref(policy, id),
          topicHref(policy, id),
          `${title}（${policy.data.shortTitle}）：效力和修改`,
          entriesOf(policy, day, topicClauses(policy, id)),
        ),
      ),
    ]),
  ];
}

/** What happened to a policy; with `clauses` only what did to these, and to the document as a whole. */
function entriesOf(policy: SitePolicy, day: string, clauses?: ReadonlySet<string>): FeedEntry[] {
  const editions = policy.editions.flatMap((edition, i) => {
    const before = policy.editions[i - 1];
    if (!before) return [];
    const entry = editionEntry(policy, before, edition, clauses && clausesIn(policy, clauses, i));
    return [{ edition, entry }];
  });
  const untouched = editions.filter(({ entry }) => !entry).map(({ edition }) => edition);
  return [
    ...policy.data.events
      .filter((event) => !untouched.some((edition) => isOf(event, edition)))
      .map((event) => eventEntry(policy, event, day)),
    ...editions.flatMap(({ entry }) => entry ?? []),
  ];
}

/** Whether an event is the amendment that made an edition. */
function isOf({ is, date }: StatusEvent, { from, decision }: SiteEdition): boolean {
  return is === 'amended' && decision !== undefined && date === from;
}

function eventEntry(policy: SitePolicy, event: StatusEvent, day: string): FeedEntry {
  const { date, is, by, source, checked } = event;
  const isAhead = date > day;
  const href = statusHref(policy.id);
  const said = by ? `由${formatDocument(by)}${DONE_BY[is]}。` : '';
  return {
    id: `${href}#${is}-${date}`,
    href,
    title: `${policy.data.shortTitle}：${formatDay(date)}${EVENT_NAMES[is]}${isAhead ? '（还没有到）' : ''}`,
    updated: isAhead && checked < date ? checked : date,
    content: `<p>${escapeText(`${formatDocument(policy)}：${formatDay(date)}${EVENT_NAMES[is]}。${said}写在：${source}。`)}</p>`,
  };
}

/** What an edition changed; none where it changed nothing of what is asked for. */
function editionEntry(
  policy: SitePolicy,
  before: SiteEdition,
  edition: SiteEdition,
  within?: Within,
): FeedEntry | null {
  const { comparison } = edition;
  if (!comparison) return null;
  const changes = comparison.changes.filter((change) => !within || touches(change, within));
  if (within && !changes.some(({ kind }) => kind !== 'form')) return null;
  const { said, html } = saidOfChanges(
    changesOf(before, { ...edition, comparison: { ...comparison, changes } }),
  );
  const href = changesHref(policy.id, edition.date);
  return {
    id: href,
    href,
    title: `${policy.data.shortTitle}：${formatDay(edition.date)}的版本，${said}`,
    updated: edition.date,
    content: `<p>${escapeText(`${formatDocument(policy)}：${formatDay(edition.date)}的版本与${formatDay(before.date)}的版本相比，${within ? '这个主题下' : ''}${said}。${edition.from ? `${formatDay(edition.from)}起施行。` : ''}`)}</p>${html}`,
  };
}

/** Clauses of an edition and what they were in the one before, by id. */
interface Within {
  old: ReadonlySet<string>;
  next: ReadonlySet<string>;
}

function touches({ old, next }: Change, within: Within): boolean {
  return (
    next.some(({ clause }) => within.next.has(clause)) ||
    old.some(({ clause }) => within.old.has(clause))
  );
}

/** The clauses of a topic in the text that is shown, with what stands in them. */
function topicClauses({ clauses }: SitePolicy, topic: string): Set<string> {
  const ids = new Set<string>();
  for (const { id, parent, words } of clauses)
    if (words?.topics.includes(topic) || (parent && ids.has(parent))) ids.add(id);
  return ids;
}

/** Clauses of the text that is shown as they stand in another edition, and in the one before that. */
function clausesIn({ editions }: SitePolicy, ids: ReadonlySet<string>, at: number): Within {
  const shown = editions.findIndex((one) => one.shown);
  let next = ids;
  for (let i = shown; i > at; i--) next = follow(next, editions[i]?.comparison?.was);
  for (let i = shown; i < at; i++) next = follow(next, editions[i + 1]?.comparison?.went);
  return { next, old: follow(next, editions[at]?.comparison?.was) };
}

function follow(ids: ReadonlySet<string>, to?: ReadonlyMap<string, readonly string[]>) {
  return new Set([...ids].flatMap((id) => to?.get(id) ?? []));
}
