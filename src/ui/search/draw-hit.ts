import { exactly } from '../../domain/pattern.ts';
import { wordsOfLabel } from '../../domain/policy/label.ts';
import type { Answer } from '../../domain/search/library-look-up.ts';
import type { Hit } from '../../domain/search/look-up.ts';
import { labelOf, type TableClause } from '../../domain/search/table.ts';
import { clauseHref, placeHref, policyHref } from '../../routes.ts';
import type { Engine } from './engine.ts';
import { type Content, make, makeLink } from './make.ts';

/** Where a hit is, as its row says it, for who reads rows. */
export function placeOfRow(row: HTMLElement) {
  const { policy = '', hit: clause = '', sentence } = row.dataset;
  return { policy, clause, ...(sentence ? { sentence: Number(sentence) } : {}) };
}

/** A hit: a link with its number and name, its document and status, and the sentence that answers. */
export function drawHit(engine: Engine, hit: Hit, answer: Answer, base: URL): HTMLElement {
  const { policy: id, leads } = hit;
  const policy = engine.policy(id);
  const clause = engine.lookUp.clause(hit);
  const row = make('li', {
    'data-policy': id,
    'data-hit': hit.clause,
    'data-reason': hit.reason,
    ...(leads === null ? {} : { 'data-sentence': String(leads) }),
  });
  if (!policy) return row;
  const words = [...answer.terms, answer.meant ?? '', ...answer.parts];
  const several = engine.library.policies.length > 1;
  if (several && clause) row.dataset['document'] = policy.name;
  // Of one document alone the line on top of every page says it.
  const said = several ? [clause ? policy.name : '', policy.status].filter(Boolean) : [];
  const status = make('span', { class: 'quiet' }, said.join(' · '));
  if (!clause) {
    const [part, n, , text] = engine.lookUp.table(id)?.around[hit.shown - 1] ?? [];
    const whole = makeLink(
      base,
      part ? placeHref(id, part, n) : policyHref(id),
      [policy.number, policy.title].filter(Boolean).join('　'),
    );
    row.append(whole, ...(several ? [' ', status] : []), ...drawLaw(text, words));
    return row;
  }
  row.append(
    makeLink(base, clauseHref(id, clause.id, leads ?? undefined), ...nameOf(clause)),
    ' ',
    status,
    ...drawLaw(clause.sentences[hit.shown - 1], words),
  );
  return row;
}

/** The sentence that answers, the reader's words marked. */
function drawLaw(text: string | undefined, words: readonly string[]): Content[] {
  return text === undefined ? [] : [make('p', { class: 'law' }, ...marked(text, words))];
}

function nameOf(clause: TableClause): Content[] {
  const number = clause.marker ? [make('span', { class: 'number law' }, clause.short), ' '] : [];
  const label = labelOf(clause);
  return [...number, clause.ours ? make('span', { class: 'ours' }, label) : drawWords(label)];
}

/** A label in the words of the text, and the `…` of ours after them. */
function drawWords(label: string): HTMLElement {
  const [words, more] = wordsOfLabel(label);
  const law = make('span', { class: 'law' }, words);
  return more ? make('span', {}, law, more) : law;
}

/** A sentence with the reader's words marked. */
export function marked(text: string, words: readonly string[]): Content[] {
  const found = words
    .filter((word) => word.length > 1 && text.includes(word))
    .sort((a, b) => b.length - a.length);
  if (found.length === 0) return [text];
  const pattern = found.map(exactly).join('|');
  return text
    .split(new RegExp(`(${pattern})`, 'u'))
    .map((piece, i) => (i % 2 ? make('mark', {}, piece) : piece));
}
