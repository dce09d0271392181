import type { FaqData } from '../content/schemas/faqs.ts';
import { type Sentence, sentencesWithItems } from '../domain/policy/clause.ts';
import { type Addressed, faqHref, siteUrl } from '../routes.ts';
import type { SiteClause, SitePolicy } from './policy.ts';

/** What the text says to a question, in our words, with the sentences they lean on. */
interface FaqSaid {
  text: string;
  place: SiteClause;
  /** Its sentences; one that counts up items has them after it. */
  law: { clause: SiteClause; sentence: Sentence }[];
}

/** A question that people ask, with its answer. */
export interface SiteFaq extends Omit<FaqData, 'says' | 'see'> {
  /** Whose it is, as addresses name it. */
  policy: Addressed;
  says: FaqSaid[];
  see: SiteClause[];
}

/** The questions of a policy with the places their answers lean on. Content is checked before, so none is missing. */
export function makeFaqs(
  policy: Addressed,
  faqs: readonly FaqData[],
  clauses: readonly SiteClause[],
): SiteFaq[] {
  const find = (id: string) => clauses.filter((clause) => clause.id === id);
  return faqs.map((faq) => ({
    ...faq,
    policy,
    says: faq.says.flatMap(({ text, clause, s }) =>
      find(clause).map((place) => ({
        text,
        place,
        law: sentencesWithItems(place, s, clauses),
      })),
    ),
    see: faq.see.flatMap(find),
  }));
}

/** What people ask about a clause: questions whose answers lean on it, those that lean on it first of all before others. */
export function faqsOn({ faqs }: SitePolicy, clause: string): SiteFaq[] {
  const rank = ({ says }: SiteFaq) =>
    says.findIndex(({ law }) => law.some((one) => one.clause.id === clause));
  return faqs.filter((faq) => rank(faq) >= 0).sort((a, b) => rank(a) - rank(b));
}

/** As many questions stand on the home page. */
const ASKED_MOST = 6;

/** What is asked most: the first questions of each policy in turn, then their second ones. */
export function askedMost(policies: readonly SitePolicy[]): SiteFaq[] {
  const turns = Array.from({ length: ASKED_MOST }, (_, i) =>
    policies.flatMap(({ faqs }) => faqs.slice(i, i + 1)),
  );
  return turns.flat().slice(0, ASKED_MOST);
}

/** What is said to a question, in one. */
function answerOf({ says }: SiteFaq, most?: number): string {
  return says
    .slice(0, most)
    .map(({ text }) => text)
    .join('');
}

/** More would be longer than the answer. */
const MOST_BESIDE = 3;

/** Other questions about the clauses that an answer leans on. */
export function faqsBeside(policy: SitePolicy, faq: SiteFaq): SiteFaq[] {
  const about = faq.says.flatMap(({ place }) => faqsOn(policy, place.id));
  return [...new Set(about)].filter((one) => one !== faq).slice(0, MOST_BESIDE);
}

/**
 * Questions and answers as schema.org `FAQPage` (https://schema.org/FAQPage), each with as many of its answers as the page
 * shows; addresses only where the site knows its own.
 */
export function faqPage(
  policy: SitePolicy,
  faqs: readonly SiteFaq[],
  site: URL | undefined,
  shown?: number,
): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    inLanguage: 'zh-CN',
    mainEntity: faqs.map((faq) => ({
      '@type': 'Question',
      name: faq.question,
      ...(site ? { url: siteUrl(site, faqHref(policy, faq.id)) } : {}),
      acceptedAnswer: { '@type': 'Answer', text: answerOf(faq, shown) },
    })),
  };
}
