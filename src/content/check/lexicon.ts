import type { Problem } from '../../domain/problem.ts';
import type { Content } from '../read/content.ts';
import { formsOf, unstarred } from '../schemas/lexicon.ts';

/** What speaks of one document, or of a place in it, and not of the language. */
const OF_ONE_DOCUMENT = /[〔〕《》]|^[a-z]+\d+-\d+$/u;
const PROMISES = /包过|包批|一定能|肯定能/u;

/**
 * Whether each word says one thing, or says by a `*` that it says more; none is about a single document, and none
 * promises anything.
 */
export function checkLexicon({ lexicon: { file, data, problems, lineAt } }: Content): Problem[] {
  const found = [...problems];
  const homes = homesOf(data?.words ?? {});
  for (const [group, entries] of Object.entries(data?.words ?? {})) {
    for (const [official, said] of Object.entries(entries)) {
      const report = (problem: string, fix: string) =>
        found.push({
          file,
          line: lineAt(['words', group, official]),
          problem,
          fix,
          section: '官方用词',
        });
      const forms = formsOf(official);
      const all = [...forms, ...said.map(unstarred)];
      for (const word of new Set(all.filter((one, i) => all.indexOf(one) !== i)))
        report(`“${word}”在这一行里写了两次。`, '删去一个。');
      for (const word of all) {
        if (OF_ONE_DOCUMENT.test(word))
          report(
            `“${word}”只属于一份文件。`,
            '这里写任何文件都用的词；一份文件自己的说法写在它的 aliases.yml 里。',
          );
        if (PROMISES.test(word)) report(`“${word}”是许诺。`, '换成人们问这件事时用的词。');
      }
      for (const word of said.filter((one) => !one.endsWith('*'))) {
        const other = homes.get(word)?.find((home) => home !== official);
        if (other)
          report(
            `“${word}”在“${other}”那一行也有。`,
            '只留一处；人们确实两样都说的，两处都在后面加 *。',
          );
      }
    }
  }
  const asking = Object.entries(data?.asking ?? {}).map(([kind, ways]) => ({
    path: ['asking', kind],
    ways: ways ?? [],
  }));
  for (const { path, ways } of [...asking, { path: ['empty'], ways: data?.empty ?? [] }]) {
    for (const way of ways.filter((one) => homes.has(one)))
      found.push({
        file,
        line: lineAt(path),
        problem: `“${way}”已经写成“${homes.get(way)?.[0]}”的说法，读者说到它就不算在问。`,
        fix: '只留一处。',
        section: '官方用词',
      });
  }
  return found;
}

/** Of each word the entries in which it stands. */
function homesOf(words: NonNullable<Content['lexicon']['data']>['words']): Map<string, string[]> {
  const homes = new Map<string, string[]>();
  for (const entries of Object.values(words)) {
    for (const [official, said] of Object.entries(entries)) {
      for (const word of new Set([...formsOf(official), ...said.map(unstarred)]))
        homes.set(word, [...(homes.get(word) ?? []), official]);
    }
  }
  return homes;
}
