import { SURE } from '../../domain/search/faqs.ts';
import type { Answer } from '../../domain/search/library-look-up.ts';
import { faqHref } from '../../routes.ts';
import { loadFaq } from '../device/faq-page.ts';
import type { Engine } from './engine.ts';
import { make, makeLink } from './make.ts';

/** A question of people with its answer, which comes from its own page; until it is there, or cannot be had, the question alone. */
export function drawFaq(engine: Engine, faq: NonNullable<Answer['faq']>, base: URL): HTMLElement {
  const policy = engine.policy(faq.policy);
  const card = make('article', { class: 'faq', 'data-faq': faq.id, 'data-policy': faq.policy });
  if (faq.share >= SURE) card.dataset['sure'] = '';
  if (!policy) return card;
  const says = make('div', { class: 'says' });
  const name =
    engine.library.policies.length > 1 ? [' ', make('span', { class: 'quiet' }, policy.name)] : [];
  const link = makeLink(base, faqHref(policy, faq.id), faq.question);
  card.append(make('h2', {}, link, ...name), says);
  const fill = (parts: readonly Element[]) =>
    says.replaceChildren(...parts.map((part) => document.importNode(part, true)));
  loadFaq(new URL(link.href)).then(fill, () => {});
  return card;
}
