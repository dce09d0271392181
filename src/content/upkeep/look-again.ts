import { formatDay } from '../../domain/day.ts';
import { compareEditions } from '../../domain/editions/compare.ts';
import { foldForm } from '../../domain/editions/fold-form.ts';
import { sentencesWent } from '../../domain/editions/sentences.ts';
import { formatPlace } from '../../domain/policy/citation.ts';
import { type Clause, sentencesOf } from '../../domain/policy/clause.ts';
import { changesHref, policyHref } from '../../routes.ts';
import type { Content } from '../read/content.ts';
import { editionsOf } from '../read/editions.ts';
import type { Policy, PolicyFolder } from '../read/policy.ts';
import { type Place, placesOf } from './places.ts';
import type { Upkeep } from './upkeep.ts';

/** What became of a sentence since the edition by which our words were read: its words are others, or its number is. */
type Became = 'changed' | 'renumbered';

/**
 * Places of ours that lean on what an edition changed: a sentence with other words; and, where no quote holds them to their
 * words, one that stands under another number. None once `reviewed` of `policy.yml` says that they were read again.
 */
export function lookAgain(folder: PolicyFolder, content: Content): Upkeep[] {
  const { id, info, policy } = folder;
  const editions = editionsOf(folder);
  const at = editions.findIndex(({ read }) => read === folder);
  const shown = editions[at];
  const reviewed = info.data?.reviewed;
  const before = editions.find(({ date }) => date === reviewed) ?? editions[at - 1];
  const old = before?.read.policy;
  if (!shown || !policy || !before || !old || before.date >= shown.date) return [];
  const became = becameSince(old, policy);
  const leaning = placesOf(folder, content).flatMap((place) => leaningOn(place, policy, became));
  const others = editions.length > 2 || reviewed ? `，与${formatDay(before.date)}的版本相比` : '';
  const isLast = before === editions[at - 1];
  return [...Map.groupBy(leaning, ({ clause }) => clause)].flatMap(([clause, all]) => {
    const [first] = all;
    if (!first) return [];
    const numbers = [...new Set(all.flatMap(({ changed }) => changed))].sort((a, b) => a - b);
    const place = `${formatPlace(policy, clause)}（${clause}）`;
    const what = numbers.length
      ? `${place}第${numbers.join('、')}句在${formatDay(shown.date)}的版本里变了${others}`
      : `${place}这个编号下面在${formatDay(shown.date)}的版本里是另外的话${others}`;
    return {
      kind: 'look-again' as const,
      policy: id,
      file: first.file,
      line: first.line,
      what: `${what}，依据它的有 ${all.length} 处。`,
      todo: `对着新旧对照重看、改好；都看过了，在 ${info.file} 写 reviewed: '${shown.date}'。`,
      href: isLast ? changesHref(id, shown.date) : policyHref(id),
      list: all.map(({ file, line, what: who }) => ({
        text: `${who}（${file.replace(folder.folder, '')}:${line}）`,
      })),
    };
  });
}

/** A place that has to be looked at again, and which of the sentences that it leans on have other words. */
interface Leaning extends Place {
  changed: number[];
}

function leaningOn(place: Place, policy: Policy, became: ReadonlyMap<string, Became>): Leaning[] {
  const clause = policy.clauses.find((one) => one.id === place.clause);
  const sentences = clause ? leantOn(place, clause) : [];
  const kinds = sentences.map((n) => became.get(`${place.clause}#s${n}`));
  const changed = place.pointer ? [] : sentences.filter((_, i) => kinds[i] === 'changed');
  const isElsewhere = place.quote === undefined && kinds.includes('renumbered');
  return changed.length || isElsewhere ? [{ ...place, changed }] : [];
}

/** Of each sentence that is not what and where it was, what became of it. */
function becameSince(old: Policy, policy: Policy): Map<string, Became> {
  const went = sentencesWent(compareEditions(old.clauses, policy.clauses));
  const from = new Map<string, { key: string; changed: boolean }>();
  for (const [key, { next, changed }] of went)
    if (next) from.set(`${next.clause}#s${next.n}`, { key, changed });
  const oldWords = wordsByPlace(old);
  const became = new Map<string, Became>();
  for (const [place, words] of wordsByPlace(policy)) {
    const was = from.get(place);
    // What stands above and below the text is compared by its place.
    const isSame = was ? was.key === place && !was.changed : oldWords.get(place) === words;
    if (isSame) continue;
    became.set(place, was && !was.changed ? 'renumbered' : 'changed');
  }
  return became;
}

function wordsByPlace({ clauses }: Policy): Map<string, string> {
  return new Map(
    clauses.flatMap((clause) =>
      sentencesOf(clause).map(({ n, text }) => [`${clause.id}#s${n}`, foldForm(text)] as const),
    ),
  );
}

/** The numbers of the sentences that a place leans on. */
function leantOn({ s, quote }: Place, clause: Clause): number[] {
  const all = sentencesOf(clause);
  if (s !== undefined) return [s];
  const quoted = all.filter(({ text }) => {
    const words = [foldForm(text), foldForm(quote ?? '')] as const;
    return quote !== undefined && (words[0].includes(words[1]) || words[1].includes(words[0]));
  });
  return (quoted.length ? quoted : all).map(({ n }) => n);
}
