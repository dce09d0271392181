import type { Block } from '../content/read/clause-file.ts';
import type { PolicyFolder } from '../content/read/policy.ts';
import type { Aliases } from '../content/schemas/aliases.ts';
import type { Asks } from '../content/schemas/asks.ts';
import type { Audience } from '../content/schemas/audiences.ts';
import type { ClauseData } from '../content/schemas/clause.ts';
import type { Gap } from '../content/schemas/gaps.ts';
import type { PolicyData } from '../content/schemas/policy.ts';
import type { Replies } from '../content/schemas/replies.ts';
import type { Term } from '../content/schemas/terms.ts';
import type { Topic } from '../content/schemas/topics.ts';
import {
  type Citable,
  formatOwnPlace,
  formatPlace,
  formatShort,
} from '../domain/policy/citation.ts';
import type { Clause } from '../domain/policy/clause.ts';
import { type Addressed, folderOf } from '../routes.ts';
import { makeFaqs, type SiteFaq } from './faqs.ts';
import { makeFigures, type SiteFigure } from './figures.ts';
import { makeSelfcheck, type Selfcheck } from './selfcheck.ts';

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
  /** The text as received. */
  source: string;
  clauses: SiteClause[];
  audiences: readonly Audience[];
  topics: readonly Topic[];
  terms: readonly Term[];
  gaps: Readonly<Record<string, Gap>>;
  /** What people come to ask; those that are asked most first. */
  faqs: SiteFaq[];
  figures: readonly SiteFigure[];
  asks: Asks;
  replies: Replies;
  aliases: Aliases;
  /** `null` where it has none. */
  check: Selfcheck | null;
}

/** A policy's folder as pages need it. Content is checked before, so nothing of it is missing. */
export function makePolicy(folder: PolicyFolder, rootPolicy: string): SitePolicy {
  const { id, info, policy, source } = folder;
  const data = info.data;
  if (!data || !policy || !source)
    throw new Error(`Unexpected content of ${id}, expected what npm run check passes`);
  const { title, number, clauses } = policy;
  const citable = { id, title, number, clauses };
  const words = new Map(
    folder.clauses.map(({ id: clause, data: said, blocks }) => [
      clause,
      said && { ...said, blocks },
    ]),
  );
  const addressed = { id, folder: folderOf(id, rootPolicy) };
  const siteClauses = clauses.map((clause) => ({
    ...clause,
    short: formatShort(citable, clause.id),
    place: formatPlace(citable, clause.id),
    ownPlace: formatOwnPlace(citable, clause.id),
    words: words.get(clause.id) ?? null,
  }));
  return {
    ...citable,
    ...addressed,
    name: number || `《${data.shortTitle}》`,
    data,
    source: source.text,
    clauses: siteClauses,
    audiences: folder.audiences.data ?? [],
    topics: folder.topics.data ?? [],
    terms: folder.terms.data ?? [],
    gaps: folder.gaps.data ?? {},
    faqs: makeFaqs(addressed, folder.faqs.data ?? [], siteClauses),
    figures: makeFigures(folder, siteClauses),
    asks: folder.asks.data ?? {},
    replies: folder.replies.data ?? [],
    aliases: folder.aliases.data ?? { terms: [], notHere: [], ignored: [] },
    check: makeSelfcheck(folder),
  };
}
