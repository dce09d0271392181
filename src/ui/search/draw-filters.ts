import type { Answer } from '../../domain/search/library-look-up.ts';
import { readFilter } from '../../domain/search/narrowing.ts';
import type { SearchTable } from '../../domain/search/table.ts';
import type { Engine } from './engine.ts';
import { make } from './make.ts';

/** More documents stand in a list to choose from. */
const MOST_CHIPS = 6;

type Choice = readonly [word: string, name: string];

/** What hits can be narrowed to: a document, its status, whom they concern, and a part where one document is searched. */
export function drawFilters(engine: Engine, { searched }: Answer, filter: string): HTMLElement[] {
  const { library, lookUp } = engine;
  const { policies } = library;
  const chosen = readFilter(filter, library);
  const pressed = Object.values(chosen);
  const [only, ...others] = searched;
  const table = only !== undefined && others.length === 0 ? lookUp.table(only) : undefined;
  const documents = policies.map(({ id, name }): Choice => [id, name]);
  const both = policies.some(({ ended }) => ended) && policies.some((p) => !p.ended);
  const within: Choice[] = [
    ...(both
      ? ([
          ['current', '没有废止的'],
          ['repealed', '已废止、失效的'],
        ] as const)
      : []),
    ...library.audiences
      .filter(({ id }) => !table || table.audiences.includes(id))
      .map(({ id, name }): Choice => [id, name]),
    ...(table ? partsOf(table) : []),
  ];
  return [
    ...(policies.length === 1
      ? []
      : [
          policies.length > MOST_CHIPS
            ? drawSelect(documents, chosen.policy)
            : drawChips(documents, pressed),
        ]),
    ...(within.length ? [drawChips(within, pressed)] : []),
  ];
}

function drawChips(choices: readonly Choice[], pressed: readonly string[]): HTMLElement {
  const chips = choices.map(([word, name]) =>
    make(
      'button',
      {
        type: 'button',
        class: 'tag',
        'data-filter': word,
        'aria-pressed': String(pressed.includes(word)),
      },
      name,
    ),
  );
  return make('p', { class: 'chips' }, ...chips);
}

function drawSelect(choices: readonly Choice[], chosen = ''): HTMLElement {
  const options = [['', '全部文件'] as const, ...choices].map(([value, name]) =>
    make('option', value === chosen ? { value, selected: '' } : { value }, name),
  );
  const select = make('select', { class: 'tag', 'data-filter': chosen }, ...options);
  return make('p', { class: 'chips' }, make('label', {}, '只查 ', select));
}

/** The parts that have clauses of their own, as filters. */
function partsOf({ clauses }: SearchTable): Choice[] {
  const parents = new Set(clauses.map(({ parent }) => parent));
  return clauses
    .filter(({ id, kind, parent }) => parent === null && kind !== 'article' && parents.has(id))
    .map(({ id, short }) => [id, /^第|^附件/u.test(short) ? short : `第${short}部分`]);
}
