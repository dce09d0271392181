import { foldLaw } from './query.ts';
import type { SearchTable } from './table.ts';
import type { SaidClause } from './text-index.ts';

/** What people call the parts above and below a text (GB/T 9704). */
const AROUND: Readonly<Record<string, string>> = {
  letterhead: '发文机关标志',
  number: '发文字号|文号',
  title: '标题',
  note: '题注|通过日期|公布日期|施行日期|实施日期',
  addressee: '主送机关',
  signature: '署名|发文机关|发布机关|印发机关',
  date: '成文日期|发布日期|公布日期|印发日期',
  imprint: '版记|印发机关|印发日期',
};

/** The kinds of statement in them (statement.ts). */
const SAID_AROUND: Readonly<Record<string, string>> = {
  note: 'tv',
  signature: 'b',
  date: 't',
  imprint: 't',
};

/** What stands above and below the text, as one clause that leads to the whole of it. */
export function aroundClause({ policy, around }: SearchTable): SaidClause {
  return {
    id: policy.id,
    kind: 'preamble',
    parent: null,
    said: ['', ...around.map(([, , role, text]) => `${foldLaw(text)}|${AROUND[role] ?? ''}`)],
    kinds: ['', ...around.map(([, , role]) => SAID_AROUND[role] ?? '')],
  };
}
