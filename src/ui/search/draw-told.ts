import type { Answer, Missing } from '../../domain/search/library-look-up.ts';
import { labelOf, type TableClause } from '../../domain/search/table.ts';
import { clauseHref, policyHref } from '../../routes.ts';
import { drawHit } from './draw-hit.ts';
import type { Engine } from './engine.ts';
import { make, makeLink } from './make.ts';

/** Of what was searched in vain so many documents are named. */
const MOST_NAMED = 8;

/** Who it is that has nothing: 本文件, one of several by its name, or how many were searched. */
function subjectOf({ library }: Engine, searched: readonly string[]): string {
  if (library.policies.length === 1) return '本文件';
  const [only = ''] = searched;
  if (searched.length === 1) return library.policies.find(({ id }) => id === only)?.name ?? '';
  const all = searched.length === library.policies.length;
  return `${all ? '收录的' : '最接近的'} ${searched.length} 份文件都`;
}

/** What is said where there are no hits to show. */
export function toldOf(engine: Engine, answer: Answer): string {
  const { missing, strange, folded, searched } = answer;
  if (missing.length) return missing.map((place) => missingOf(engine, answer, place)).join('；');
  return strange && isSpelt(folded)
    ? `没有认出${quoted(folded)}，请换成汉字再查`
    : `${subjectOf(engine, searched)}没有相关内容`;
}

function missingOf(engine: Engine, { searched }: Answer, { written, link }: Missing): string {
  const several = engine.library.policies.length > 1;
  if (link) return `这个链接不通向${several ? '收录的任何文件' : '本文件的任何一处'}`;
  return `${subjectOf(engine, searched)}没有${quoted(written)}这一处`;
}

/** That a place is not there, and what comes nearest. */
export function drawMissing(
  engine: Engine,
  answer: Answer,
  place: Missing,
  base: URL,
): HTMLElement {
  const told = make('strong', {}, `${missingOf(engine, answer, place)}。`);
  const { policy: id, nearest } = place;
  if (nearest === null) return make('p', {}, told);
  const clause = engine.lookUp.clause({ policy: id, clause: nearest });
  const link = clause
    ? linkTo(clause, id, base)
    : makeLink(base, policyHref(id), engine.policy(id)?.title ?? '');
  return make('p', {}, told, '最近的是：', link);
}

/** What else may be so, and whom to ask. Letters that were not read, nobody has looked for. */
function adviceOf(engine: Engine, { strange, folded, missing, searched }: Answer): string {
  if (missing.length) return '';
  const offices = new Set(searched.map((id) => engine.lookUp.table(id)?.policy.ask));
  const [office] = offices;
  const asked = offices.size === 1 && office ? office : '发文机关';
  const elsewhere = `其他文件可能有规定，可向${asked}询问。`;
  if (!strange) return elsewhere;
  return isSpelt(folded) ? '' : `也可能只是说法不同，可以换个词再查。${elsewhere}`;
}

/** Whether a query is in letters, without a character. */
function isSpelt(folded: string): boolean {
  return /[a-z]/u.test(folded) && !/\p{Script=Han}/u.test(folded);
}

/** That no document treats it: what comes nearest, else what the documents are about. */
export function drawTold(engine: Engine, answer: Answer, base: URL): HTMLElement {
  const { missing, hits, searched } = answer;
  const told = missing.length
    ? missing.map((place) => drawMissing(engine, answer, place, base))
    : [make('p', {}, make('strong', {}, `${toldOf(engine, answer)}。`))];
  const advice = adviceOf(engine, answer);
  const own = engine.library.policies.length === 1 ? '本文件' : '';
  const [only = ''] = searched;
  const more = hits.length
    ? [
        make('p', {}, `${advice}相近的，${own || '这些文件'}写到：`),
        make('ol', {}, ...hits.map((hit) => drawHit(engine, hit, answer, base))),
      ]
    : searched.length === 1
      ? [make('p', {}, `${advice}${own || '它'}写的是：`), drawParts(engine, only, base)]
      : [make('p', {}, `${advice}找过的文件：`), drawDocuments(engine, searched, base)];
  return make('div', { 'data-told': '', class: 'told' }, ...told, ...more);
}

function drawParts(engine: Engine, policy: string, base: URL): HTMLElement {
  const { clauses = [] } = engine.lookUp.table(policy) ?? {};
  const parts = clauses.filter(({ parent, marker }) => parent === null && marker);
  return make('ul', {}, ...parts.map((part) => make('li', {}, linkTo(part, policy, base))));
}

function linkTo(clause: TableClause, policy: string, base: URL): HTMLElement {
  const name = `${clause.short}${clause.kind === 'part' ? '、' : '　'}${labelOf(clause)}`;
  return makeLink(base, clauseHref(policy, clause.id), name);
}

function drawDocuments(engine: Engine, searched: readonly string[], base: URL): HTMLElement {
  const links = searched.slice(0, MOST_NAMED).map((id) => {
    const { title = '', number = '' } = engine.policy(id) ?? {};
    const name = [number, title].filter(Boolean).join('　');
    return make('li', {}, makeLink(base, policyHref(id), name));
  });
  const more = searched.length > MOST_NAMED ? [make('li', {}, '等')] : [];
  return make('ul', {}, ...links, ...more);
}

/** Quotation marks inside others are single ones (GB/T 15834): `“‘某某’卡”`. */
export function quoted(text: string): string {
  return `“${text.replace(/“/gu, '‘').replace(/”/gu, '’')}”`;
}
