import { type Clause, clauseText, sentencesOf } from '../../domain/policy/clause.ts';
import type { Advice, Problem, Section } from '../../domain/problem.ts';
import type { ClauseFile } from '../read/clause-file.ts';
import type { NamedClauseFile, Policy } from '../read/policy.ts';
import { type Names, pageOf, unknownClause, unknownName } from './names.ts';
import { checkPlain, lostStrength, toldGap } from './plain.ts';
import { checkQuote, noSuchSentence } from './quote.ts';
import { checkWords } from './words.ts';

/** Everything an editor should mend in what is written on one clause. */
export function checkClause(file: NamedClauseFile, policy: Policy, names: Names): Problem[] {
  const problems: Problem[] = [];
  const report = (line: number, section: Section, words: Advice) =>
    problems.push({ file: file.path, line, ...words, section });
  const clause = pageOf(file.id, policy);
  if (!clause) {
    report(1, '编号与地址', unknownClause(file.id, policy));
    return problems;
  }
  checkBlocks(file, clause, policy, report);
  if (!file.data) return problems;
  const { data, lineAt } = file;

  data.concerns.forEach((audience, i) => {
    const wrong = unknownName(audience, names.audiences, 'audiences.yml');
    if (wrong) report(lineAt(['concerns', i]), '对象', wrong);
  });
  data.topics.forEach((topic, i) => {
    const wrong = unknownName(topic, names.topics, 'topics.yml');
    if (wrong) report(lineAt(['topics', i]), '主题', wrong);
  });
  data.open.forEach((gap, i) => {
    const wrong = unknownName(gap, names.gaps, 'selfcheck/gaps.yml');
    if (wrong) report(lineAt(['open', i]), '没有写明', wrong);
  });
  data.related.forEach(({ clause: other, why }, i) => {
    const line = lineAt(['related', i, 'clause']);
    if (other === clause.id) {
      report(line, '条款文件', { problem: `相关条款 ${other} 就是本条。`, fix: '删去这一项。' });
    } else if (!pageOf(other, policy)) {
      report(line, '编号与地址', unknownClause(other, policy));
    }
    // What another clause holds may be said of it here.
    const both =
      clauseText(clause) + clauseText(policy.clauses.find((c) => c.id === other) ?? clause);
    const whyLine = lineAt(['related', i, 'why']);
    for (const [section, words] of checkWords(why, both, policy, '原文这一条'))
      report(whyLine, section, words);
    const told = toldGap(why);
    if (told) report(whyLine, '没有写明', told);
  });
  checkQuotes(file, clause, policy, report);
  return problems;
}

type Report = (line: number, section: Section, words: Advice) => void;

function checkQuotes(
  { data, blocks, complete, lineAt }: ClauseFile,
  clause: Clause,
  policy: Policy,
  report: Report,
): void {
  const used = new Set(blocks.flatMap((b) => b.sentences));
  // A block that cannot be read, or names a sentence that is not there, may have meant any.
  const certain = complete && [...used].every((s) => s <= sentencesOf(clause).length);
  data?.quotes.forEach(({ s, text }, i) => {
    const wrong = checkQuote(policy, clause, s, text, { whole: true });
    if (wrong) report(lineAt(['quotes', i, 'text']), '引文', wrong);
    if (data.quotes.findIndex((q) => q.s === s) !== i) {
      report(lineAt(['quotes', i, 's']), '引文', {
        problem: `第 ${s} 句在 quotes 里列了两次。`,
        fix: '删去其中一项。',
      });
    } else if (certain && !used.has(s)) {
      report(lineAt(['quotes', i, 's']), '引文', {
        problem: `quotes 列了第 ${s} 句，但正文没有一段以它为依据。`,
        fix: `删去这一项，或者在依据它的那段写上 s="${s}"。`,
      });
    }
  });
}

function checkBlocks(
  { data, blocks }: ClauseFile,
  clause: Clause,
  policy: Policy,
  report: Report,
): void {
  const listed = data && new Set(data.quotes.map(({ s }) => s));
  // Where a quote does not fit, the number may be wrong, and what is said of another sentence would only follow from it.
  const sure = sentencesOf(clause).filter(
    ({ n }) =>
      !data ||
      data.quotes.some(
        ({ s, text }) => s === n && !checkQuote(policy, clause, s, text, { whole: true }),
      ),
  );
  for (const block of blocks) {
    for (const s of block.sentences) {
      const sentence = sentencesOf(clause).find(({ n }) => n === s);
      if (!sentence) {
        report(block.line, '引文', noSuchSentence(clause, s));
      } else if (listed && !listed.has(s)) {
        report(block.line, '引文', {
          problem: `这一段以第 ${s} 句为依据，但 quotes 里没有列出这一句。`,
          fix: `在 quotes 里加上：- s: ${s}，text: '${sentence.text.trim()}'`,
        });
      }
    }
    for (const { text, line } of block.parts)
      for (const [section, words] of checkWords(text, clauseText(clause), policy, '原文这一条'))
        report(line, section, words);
    for (const [line, section, words] of checkPlain(block, sure)) report(line, section, words);
  }
  for (const [line, words] of lostStrength(blocks, sure)) report(line, '条款文件', words);
}
