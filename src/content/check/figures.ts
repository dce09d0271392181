import type { Advice, Problem, Section } from '../../domain/problem.ts';
import type { Policy, PolicyFolder } from '../read/policy.ts';
import type { Path } from '../read/yaml-file.ts';
import { type Figure, type FigurePart, type FigureRow, quotedAt } from '../schemas/figures.ts';
import { type Names, pageOf, repeatedIds, unknownClause, unknownName } from './names.ts';
import { checkQuote } from './quote.ts';
import { checkWords } from './words.ts';

/** Says what is wrong at a place below one figure. */
type Report = (path: Path, advice: Advice, section?: Section) => void;

/** Words of the text, and where in the figure they stand. */
interface Quoted {
  quote: string;
  path: Path;
}

/** What a figure is held against. */
interface Ground {
  folder: PolicyFolder;
  policy: Policy;
  names: Names;
}

/** Everything an editor should mend in `figures.yml`: whatever is drawn solid is written, whatever dashed is a known gap. */
export function checkFigures(folder: PolicyFolder, policy: Policy, names: Names): Problem[] {
  const { file, data, problems, lineAt } = folder.figures;
  const found = [...problems, ...repeatedIds(file, folder.figures, '图')];
  for (const [i, figure] of (data ?? []).entries()) {
    const report: Report = (path, advice, section = '图') =>
      found.push({ file, line: lineAt([i, ...path]), ...advice, section });
    const ground = { folder, policy, names };
    checkPages(figure, ground, report);
    say(figure.title, ['title'], ground, report);
    if (figure.kind === 'matrix') checkMatrix(figure, ground, report);
    else checkSteps(figure, ground, report);
  }
  return found;
}

/** Whether the figure stands on pages that there are. */
function checkPages({ id, audiences, clauses }: Figure, ground: Ground, report: Report): void {
  const { folder, policy, names } = ground;
  if (audiences.length + clauses.length === 0)
    report(['id'], {
      problem: `图“${id}”没有写画在哪里。`,
      fix: '加一行 clauses: [条款的代号]，或者 audiences: [对象的代号]。',
    });
  for (const [i, audience] of audiences.entries()) {
    const unknown = unknownName(audience, names.audiences, 'audiences.yml');
    const view = folder.audiences.data?.find((one) => one.id === audience)?.view;
    if (unknown) report(['audiences', i], unknown, '对象');
    else if (view && view !== 'list')
      report(['audiences', i], {
        problem: `对象“${audience}”的 view 是 ${view}，这一页不画图；图画在 view 是 list 的对象那里。`,
        fix: `从 audiences 里删去 ${audience}。`,
      });
  }
  for (const [i, clause] of clauses.entries())
    if (!pageOf(clause, policy))
      report(['clauses', i], unknownClause(clause, policy), '编号与地址');
}

function checkSteps(figure: Figure & { kind: 'flow' | 'time' }, ground: Ground, report: Report) {
  const { steps } = figure;
  const first = steps.findIndex(({ as }) => as === 'branch');
  if (first === 0 || (first > 0 && steps.slice(first).some(({ as }) => as !== 'branch')))
    report(['steps', first, 'as'], {
      problem: '分支（branch）只能排在最后，前面至少有一步。',
      fix: '把写了 as: branch 的几步移到 steps 的末尾。',
    });
  for (const [i, step] of steps.entries()) {
    const path = ['steps', i];
    if (step.name) say(step.name, [...path, 'name'], ground, report);
    for (const [j, open] of step.open.entries())
      checkGap(open, [...path, 'open', j], ground, report);
    checkPart(figure, step, path, ground, report);
  }
}

/** A part shows words of the text, or says what is not written. */
function checkPart(
  figure: Figure,
  step: FigurePart,
  path: Path,
  ground: Ground,
  report: Report,
): void {
  const { quote, items, open } = step;
  if (quote === undefined && items.length > 0)
    report([...path, 'items'], {
      problem: '写了 items，没有写 quote；items 排在 quote 下面。',
      fix: '加一行 quote，照抄同一句里引出这几样的字。',
    });
  if (quote === undefined && open.length === 0)
    report(path, {
      problem: '这一步既没有引原文，也没有说什么没有写明。',
      fix: '加 quote，照抄原文；原文没有写的，加 open，写 selfcheck/gaps.yml 里的代号。',
    });
  const quotes: Quoted[] = [
    ...(quote === undefined ? [] : [{ quote, path: [...path, 'quote'] }]),
    ...items.map((item, i) => ({ quote: item, path: [...path, 'items', i] })),
  ];
  checkQuotes(figure, step, path, quotes, ground, report);
}

function checkMatrix(figure: Figure & { kind: 'matrix' }, ground: Ground, report: Report): void {
  const { columns, rows } = figure;
  for (const [i, column] of columns.entries()) say(column, ['columns', i], ground, report);
  for (const [i, row] of rows.entries()) {
    const path = ['rows', i];
    say(row.name, [...path, 'name'], ground, report);
    if (row.cells.length !== columns.length)
      report([...path, 'cells'], {
        problem: `这一行有 ${row.cells.length} 格，columns 有 ${columns.length} 列。`,
        fix: "一列一格，顺序与 columns 一样；没有写到的写 ''。",
      });
    const quotes = row.cells.flatMap((cell, j): Quoted[] => {
      const at = [...path, 'cells', j];
      if (typeof cell === 'string') return cell === '' ? [] : [{ quote: cell, path: at }];
      checkGap(cell, at, ground, report);
      return cell.quote === undefined ? [] : [{ quote: cell.quote, path: [...at, 'quote'] }];
    });
    checkQuotes(figure, row, path, quotes, ground, report);
  }
}

/** Whether words stand in the sentence that the part names. */
function checkQuotes(
  figure: Figure,
  part: FigurePart | FigureRow,
  path: Path,
  quotes: readonly Quoted[],
  { policy }: Ground,
  report: Report,
): void {
  if (quotes.length === 0) return;
  const at = quotedAt(figure, part);
  const own = (key: 'clause' | 's') => (part[key] === undefined ? [key] : [...path, key]);
  if (at.clause === undefined || at.s === undefined) {
    report(path, {
      problem: `没有写引的是${at.clause === undefined ? '哪一条' : ''}第几句。`,
      fix: '在这一项里写 clause 和 s；整张图都引同一句的，写在图的 title 旁边。',
    });
    return;
  }
  const clause = pageOf(at.clause, policy);
  if (!clause) {
    report(own('clause'), unknownClause(at.clause, policy), '编号与地址');
    return;
  }
  for (const { quote, path: where } of quotes) {
    const wrong = checkQuote(policy, clause, at.s, quote);
    if (wrong) report(where, wrong, '引文');
  }
}

/** Whether what is drawn dashed is a known gap, with a question to take along. */
function checkGap(
  { gap, ask }: { gap: string; ask?: string | undefined },
  path: Path,
  ground: Ground,
  report: Report,
): void {
  const { folder, names } = ground;
  const unknown = unknownName(gap, names.gaps, 'selfcheck/gaps.yml');
  if (unknown) report(path, unknown, '没有写明');
  else if (ask !== undefined) say(ask, [...path, 'ask'], ground, report);
  else if (folder.gaps.data && folder.gaps.data[gap]?.question === undefined)
    report(path, {
      problem: `selfcheck/gaps.yml 的“${gap}”没有 question，图上没有话可写。`,
      fix: `写成 { gap: ${gap}, ask: 一句短的问话？ }`,
    });
}

/** Our own words, held against the whole text. */
function say(words: string, path: Path, { policy }: Ground, report: Report): void {
  for (const [section, advice] of checkWords(words, policy.text, policy, '原文'))
    report(path, advice, section);
}
