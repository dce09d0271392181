import type { Block } from '../content/read/clause-file.ts';
import type { PolicyFolder } from '../content/read/policy.ts';
import type { Aliases } from '../content/schemas/aliases.ts';
import type { Asks } from '../content/schemas/asks.ts';
import type { Audience } from '../content/schemas/audiences.ts';
import type { ClauseData } from '../content/schemas/clause.ts';
import type { PolicyData } from '../content/schemas/policy.ts';
import type { Replies } from '../content/schemas/replies.ts';
import type { Term } from '../content/schemas/terms.ts';
import type { Topic } from '../content/schemas/topics.ts';
import type { Citable } from '../domain/policy/citation.ts';
import type { Clause } from '../domain/policy/clause.ts';
import { type Status, statusOf } from '../domain/policy/status.ts';
import { type Addressed, folderOf } from '../routes.ts';
import { type EditionOf, makeEditions, type SiteEdition } from './editions.ts';
import { makeFaqs, type SiteFaq } from './faqs.ts';
import { makeFigures, type SiteFigure } from './figures.ts';
import { gapsOf, type SiteGap } from './fills.ts';
import { makeSelfcheck, type Selfcheck } from './selfcheck.ts';
import { makeText } from './text.ts';

/** What editors say of a clause: its settings, and the blocks of plain words. */
export interface SiteWords extends ClauseData {
  blocks: readonly Block[];
}

/** A clause with what the site says beside it. */
export interface SiteClause extends Clause {
  /** `七（二）` */
  short: string;
  /** `第七部分第（二）项` */
  place: string;
  /** Where its own sentences stand: `第五十二条第一款` where the article has several. */
  ownPlace: string;
  /** `null` where nobody has written yet. */
  words: SiteWords | null;
}

/** A policy as pages need it. */
export interface SitePolicy extends Citable, Addressed {
  /** What it is called where there is little room: its number, or its short title where it has none. */
  name: string;
  data: PolicyData;
  /** What is known of its being in force on the day of the build. */
  status: Status;
  /** `试行`, where its title says so. */
  trial: string;
  /** The text as received. */
  source: string;
  clauses: SiteClause[];
  audiences: readonly Audience[];
  topics: readonly Topic[];
  terms: readonly Term[];
  /** What the text does not say, by id, and what of it others do. */
  gaps: Readonly<Record<string, SiteGap>>;
  /** What people come to ask; those that are asked most first. */
  faqs: SiteFaq[];
  figures: readonly SiteFigure[];
  asks: Asks;
  replies: Replies;
  aliases: Aliases;
  /** `null` where it has none. */
  check: Selfcheck | null;
  /** Every text it has had, in the order of their days; none where nobody says of what day this one is. */
  editions: readonly SiteEdition[];
  /** Of an edition under its own address: which, and of what. */
  edition?: EditionOf;
  /** The edition that its permanent addresses show, where another applies already. */
  behind?: EditionOf;
}

/** A policy's folder as pages need it. Content is checked before, so nothing of it is missing. */
export function makePolicy(
  folder: PolicyFolder,
  {
    rootPolicy,
    day,
    folders,
  }: { rootPolicy: string; day: string; folders: readonly PolicyFolder[] },
): SitePolicy {
  const { id } = folder;
  const words = new Map(
    folder.clauses.map(({ id: clause, data: said, blocks }) => [
      clause,
      said && { ...said, blocks },
    ]),
  );
  const addressed = { id, folder: folderOf(id, rootPolicy) };
  const text = makeText(id, folder, words);
  const gaps = gapsOf(folder, folders, day);
  const policy: SitePolicy = {
    ...text,
    ...addressed,
    status: statusOf(text.data.events, day),
    audiences: folder.audiences.data ?? [],
    topics: folder.topics.data ?? [],
    terms: folder.terms.data ?? [],
    gaps,
    faqs: makeFaqs(addressed, folder.faqs.data ?? [], text.clauses),
    figures: makeFigures(folder, text.clauses, gaps),
    asks: folder.asks.data ?? {},
    replies: folder.replies.data ?? [],
    aliases: folder.aliases.data ?? { terms: [], notHere: [], ignored: [] },
    check: makeSelfcheck(folder),
    editions: [],
  };
  const editions = makeEditions(policy, folder, day);
  const behind = editions.find(({ shown, applies }) => shown && !applies);
  return Object.assign(policy, {
    editions,
    ...(behind ? { behind: { policy, date: behind.date } } : {}),
  });
}
