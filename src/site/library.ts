import { type Content, lastLookedAt } from '../content/read/content.ts';
import type { AboutData } from '../content/schemas/about.ts';
import type { Lexicon } from '../content/schemas/lexicon.ts';
import type { SiteData } from '../content/schemas/site.ts';
import { type Upkeep, upkeepOf } from '../content/upkeep/upkeep.ts';
import { hasEnded } from '../domain/policy/status.ts';
import { audienceHref, HOME, policyHref, ROUTES } from '../routes.ts';
import { citationsOf, type SiteCitations } from './citations.ts';
import { askedMost, type SiteFaq } from './faqs.ts';
import { type Addressee, addressee, dutiesOf, type Offer } from './offers.ts';
import { makePolicy, type SitePolicy } from './policy.ts';
import { relationsOf, type SiteRelations, standsUnder } from './relations.ts';

/** An entry of the navigation. */
interface Link {
  href: string;
  label: string;
}

/** Where pages lead from everywhere. */
interface Navigation {
  /** What stands in the header where there is room, the text first; at most five. */
  entries: Link[];
  /** What the menu and the footer hold besides. */
  more: Link[];
}

/** A kind of reader, with what each policy says to it. */
export interface SiteAudience {
  id: string;
  name: string;
  door: string;
  view: 'list' | 'table' | 'desk';
  /** One for each policy that speaks to it. */
  entries: Addressee[];
}

/** What stands beside each other on a page of all policies: the policy and its own entries, none of them empty. */
export interface OfPolicy<T> {
  policy: SitePolicy;
  own: T[];
}

/** Everything that pages are made of. */
export interface Library extends SiteData {
  about: AboutData;
  /** Of the language, for the search; `null` where there is none. */
  lexicon: Lexicon | null;
  /** As they are listed. */
  policies: SitePolicy[];
  /** Whether there are several, so that pages say which one they speak of. */
  several: boolean;
  audiences: SiteAudience[];
  duties: OfPolicy<Offer>[];
  /** The questions that are asked most, for the home page. */
  asked: SiteFaq[];
  /** Facts of the self-check that mean the same in all policies, by id. */
  sharedFacts: ReadonlySet<string>;
  /** How each policy stands to others, by id. */
  relations: ReadonlyMap<string, SiteRelations>;
  /** What the texts cite, and who cites them. */
  citations: SiteCitations;
  /** The day that the site speaks of, ISO 8601: never the clock's. */
  day: string;
  /** What the office should look at. */
  upkeep: readonly Upkeep[];
  /** The navigation of pages that speak of all policies, and of those of one. */
  navigation: Navigation;
  navigationOf: ReadonlyMap<string, Navigation>;
}

/** More kinds of readers than fit between the text and the self-check stand on the home page only. */
const MOST_IN_HEADER = 3;

/** Makes of the content what pages need. Pure: the same content gives the same library. */
export function makeLibrary(content: Content, day = lastLookedAt(content)): Library {
  const { data } = content.site;
  const { data: about } = content.about;
  if (!data || !about)
    throw new Error('Unexpected site.yml or about.mdx, expected what npm run check passes');
  const policies = asListed(
    content.policies.map((folder) =>
      makePolicy(folder, { rootPolicy: data.rootPolicy, day, folders: content.policies }),
    ),
  );
  const audiences = audiencesOf(policies);
  const duties = ownOf(policies, dutiesOf);
  const several = policies.length > 1;
  const shared = { policies, several, audiences, duties };
  return {
    ...data,
    ...shared,
    lexicon: content.lexicon.data,
    asked: askedMost(policies),
    sharedFacts: new Set(Object.keys(content.facts.data ?? {})),
    about,
    relations: relationsOf(policies),
    citations: citationsOf(policies),
    day,
    // One page asks for it, and most commands none.
    get upkeep() {
      return upkeepOf(content, day);
    },
    navigation: navigation(shared),
    navigationOf: new Map(policies.map((policy) => [policy.id, navigation(shared, policy)])),
  };
}

/**
 * In the order in which they are listed: those in force before those repealed; what others stand on before these, and
 * the newest of such families first.
 */
function asListed(policies: readonly SitePolicy[]): SitePolicy[] {
  const family = (policy: SitePolicy, seen: readonly SitePolicy[] = []): SitePolicy => {
    const [basis] = standsUnder(policy, policies);
    return basis && !seen.includes(basis) ? family(basis, [...seen, policy]) : policy;
  };
  const keyOf = (policy: SitePolicy) => {
    const head = family(policy);
    const ended = hasEnded(policy.status) ? 'b' : 'a';
    return { ended, head, day: policy.data.issued };
  };
  return policies
    .map((policy) => ({ policy, ...keyOf(policy) }))
    .sort(
      (a, b) =>
        compare(a.ended, b.ended) ||
        compare(b.head.data.issued, a.head.data.issued) ||
        compare(a.head.id, b.head.id) ||
        Number(b.head === b.policy) - Number(a.head === a.policy) ||
        compare(b.day, a.day) ||
        compare(a.policy.id, b.policy.id),
    )
    .map(({ policy }) => policy);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What each policy has of something; those that have nothing of it are left out. */
export function ownOf<T>(
  policies: readonly SitePolicy[],
  read: (policy: SitePolicy) => readonly T[],
): OfPolicy<T>[] {
  return policies.flatMap((policy) => {
    const own = [...read(policy)];
    return own.length ? [{ policy, own }] : [];
  });
}

/** All audiences, in the order in which policies name them. What the first says stands on the home page. */
function audiencesOf(policies: readonly SitePolicy[]): SiteAudience[] {
  const audiences = new Map<string, SiteAudience>();
  for (const policy of policies)
    for (const audience of policy.audiences) {
      const { id, name, door, view } = audience;
      const known = audiences.get(id) ?? { id, name, door, view, entries: [] };
      known.entries.push(addressee(policy, audience));
      audiences.set(id, known);
    }
  // The desk is for those who answer others, so it comes last.
  return [...audiences.values()].sort(
    (a, b) => Number(a.view === 'desk') - Number(b.view === 'desk'),
  );
}

/**
 * Where pages lead from everywhere: nothing that is empty. On a page of one policy of several each entry leads to that
 * policy's part of the page, so that nobody lands on another document unawares.
 */
function navigation(
  {
    policies,
    several,
    audiences,
    duties,
  }: Pick<Library, 'policies' | 'several' | 'audiences' | 'duties'>,
  policy?: SitePolicy,
): Navigation {
  const [only] = policies;
  const of = policy ?? (several ? undefined : only);
  const within = (href: string) => (of && several ? `${href}#${of.id}` : href);
  const has = (own: (one: SitePolicy) => boolean) => (of ? own(of) : policies.some(own));
  const entry = ({ address, title }: { address: string; title: string }): Link => ({
    href: within(address),
    label: title,
  });
  const spoken = audiences.filter(({ entries }) => !of || entries.some((one) => one.policy === of));
  const [desks, doors] = [true, false].map((desk) =>
    spoken
      .filter(({ view }) => (view === 'desk') === desk)
      .map(({ id, name }) => ({ href: within(audienceHref(id)), label: name })),
  ) as [Link[], Link[]];
  return {
    entries: [
      of ? { href: policyHref(of.id), label: '全文' } : { href: `${HOME}#policies`, label: '文件' },
      ...(doors.length > MOST_IN_HEADER ? [{ href: `${HOME}#audiences`, label: '按身份' }] : doors),
      ...(has(({ check }) => check !== null) ? [entry(ROUTES.check)] : []),
      ...(has(({ faqs }) => faqs.length > 0) ? [entry(ROUTES.faqs)] : []),
    ],
    more: [
      ...(has(({ topics }) => topics.length > 0) ? [entry(ROUTES.topics)] : []),
      ...(has(({ terms }) => terms.length > 0) ? [entry(ROUTES.terms)] : []),
      ...(duties.some((one) => !of || one.policy === of) ? [entry(ROUTES.duties)] : []),
      ...desks,
    ],
  };
}
