import type { Problem, Section } from '../../domain/problem.ts';
import type { Policy, PolicyFolder } from '../read/policy.ts';
import { gapsOfFigure } from '../schemas/figures.ts';
import { checkAgreement } from './agreement.ts';
import { checkAliases } from './aliases.ts';
import { checkAsks } from './asks.ts';
import { checkAudiences } from './audiences.ts';
import { checkClause } from './clause.ts';
import { checkEditions } from './editions.ts';
import { checkEvents } from './events.ts';
import { checkFaqs } from './faqs.ts';
import { checkFigures } from './figures.ts';
import { type Names, repeatedIds } from './names.ts';
import { checkRelations } from './relations.ts';
import { checkReplies } from './replies.ts';
import { checkSelfcheck } from './selfcheck.ts';
import { checkTerms } from './terms.ts';
import { checkText } from './text.ts';
import { checkWords } from './words.ts';

/** Everything an editor should mend in one policy's folder. */
export function checkPolicy(folder: PolicyFolder): Problem[] {
  const { policy, audiences, topics, terms, gaps, clauses, selfcheck } = folder;
  const problems = [
    ...checkText(folder),
    ...checkEvents(folder),
    ...checkRelations(folder),
    ...checkEditions(folder),
    ...[topics, terms, gaps, ...clauses].flatMap((file) => file.problems),
    ...missingLists(folder),
    ...repeatedIds(topics.file, topics, '主题'),
    ...repeatedIds(terms.file, terms, '词语表'),
    ...unusedTopics(folder),
  ];
  if (!policy) return problems;
  const names: Names = {
    // A list that is not there is told of once, by missingLists.
    audiences: audiences.data?.map(({ id }) => id) ?? null,
    topics: topics.data?.map(({ id }) => id) ?? null,
    gaps: gaps.data && Object.keys(gaps.data),
    people: selfcheck.unread.has('people') ? null : Object.keys(selfcheck.data.people),
  };
  return [
    ...problems,
    ...checkAudiences(folder, policy),
    ...clauses.flatMap((file) => checkClause(file, policy, names)),
    ...checkTerms(terms.file, terms, policy, names),
    ...checkFaqs(folder, policy, names),
    ...checkAsks(folder, policy),
    ...checkReplies(folder, policy),
    ...checkFigures(folder, policy, names),
    ...checkAliases(folder),
    ...checkSelfcheck(folder, policy, names),
    ...checkAgreement(clauses, selfcheck.data, folder.folder),
    ...checkOurWords(folder, policy),
  ];
}

/** Lists that are not there and whose entries others use. */
function missingLists({
  folder,
  audiences,
  topics,
  terms,
  gaps,
  asks,
  figures,
  clauses,
  selfcheck,
}: PolicyFolder): Problem[] {
  const missing = (file: string, section: Section, slug: string | undefined): Problem => ({
    file,
    line: 1,
    problem: `没有这个文件${slug ? `，但别的文件用到了里面的代号，例如 ${slug}` : ''}。`,
    fix: `放入 ${file.slice(folder.length)}，写上用到的代号；本来有的，把它找回来。`,
    section,
  });
  const { outcomes, people } = selfcheck.data;
  const audience = [
    ...clauses.flatMap((c) => c.data?.concerns ?? []),
    ...Object.keys(asks.data ?? {}),
    ...(figures.data ?? []).flatMap((figure) => figure.audiences),
    ...Object.values(outcomes).flatMap(({ concerns }) => concerns),
    ...Object.values(people).map((person) => person.audience),
  ][0];
  const topic = clauses.flatMap((c) => c.data?.topics ?? [])[0];
  const gap = [
    ...clauses.flatMap((c) => c.data?.open ?? []),
    ...(terms.data ?? []).flatMap((term) => term.gap ?? []),
    ...(figures.data ?? []).flatMap(gapsOfFigure),
  ][0];
  return [
    ...(audience !== undefined && !audiences.there
      ? [missing(audiences.file, '对象', audience)]
      : []),
    ...(topic !== undefined && !topics.there ? [missing(topics.file, '主题', topic)] : []),
    ...((gap !== undefined || selfcheck.there.size > 0) && !gaps.there
      ? [missing(gaps.file, '没有写明', gap)]
      : []),
  ];
}

/** Topics under which no clause stands. */
function unusedTopics({ topics, clauses }: PolicyFolder): Problem[] {
  // While some file cannot be read, what it would have used cannot be counted.
  if (!clauses.every((c) => c.data)) return [];
  const used = new Set(clauses.flatMap((c) => c.data?.topics ?? []));
  return (topics.data ?? []).flatMap(({ id }, index) =>
    used.has(id)
      ? []
      : {
          file: topics.file,
          line: topics.lineAt([index, 'id']),
          problem: `主题“${id}”下面一条条款也没有。`,
          fix: `在相关条款文件的 topics 里加上 ${id}，或者删去这个主题。`,
          section: '主题' as const,
        },
  );
}

/** Our own words outside the clauses' files: gaps, topics and the labels of `policy.yml`. */
function checkOurWords({ info, topics, gaps }: PolicyFolder, policy: Policy): Problem[] {
  const said = [
    ...Object.entries(gaps.data ?? {}).flatMap(([gap, words]) =>
      (['title', 'text', 'question'] as const).map(
        (key) => [gaps.file, gaps.lineAt([gap, key]), words[key] ?? ''] as const,
      ),
    ),
    ...(topics.data ?? []).flatMap((topic, i) =>
      (['title', 'summary'] as const).map(
        (key) => [topics.file, topics.lineAt([i, key]), topic[key]] as const,
      ),
    ),
    ...Object.entries(info.data?.labels ?? {}).map(
      ([clause, label]) => [info.file, info.lineAt(['labels', clause]), label] as const,
    ),
  ];
  return said.flatMap(([file, line, words]) =>
    checkWords(words, policy.text, policy, '原文').map(([section, advice]) => ({
      file,
      line,
      ...advice,
      section,
    })),
  );
}
