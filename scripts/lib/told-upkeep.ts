import type { Content } from '../../src/content/read/content.ts';
import {
  mattersIn,
  UPKEEP,
  type Upkeep,
  type UpkeepKind,
  WARNED,
} from '../../src/content/upkeep/upkeep.ts';
import { formatDay } from '../../src/domain/day.ts';
import { nameOf } from '../../src/domain/policy/citation.ts';
import { OFFICE } from '../../src/routes.ts';

/** So many lines of the build's output, the rest is counted. */
const MOST = 10;

/** The whole list, by policy and kind, as plain text: what `npm run check -- --report` prints. */
export function upkeepReport(
  all: readonly Upkeep[],
  { policies, folder }: Pick<Content, 'policies'> & { folder: string },
  day: string,
): string {
  if (all.length === 0) return `按${formatDay(day)}看，没有要看一看的。`;
  const parts = policies.flatMap(({ id, policy }) => {
    const own = all.filter((one) => one.policy === id);
    if (own.length === 0) return [];
    const kinds = [...Map.groupBy(own, ({ kind }) => kind)];
    return [
      `${policy ? `${nameOf(policy)}　` : ''}${folder}/policies/${id}：${mattersIn(own)} 件`,
      ...kinds.flatMap(([kind, items]) => [
        `  ${UPKEEP[kind]}：${mattersIn(items)}`,
        ...items.flatMap((one) => linesOf(one, folder)),
      ]),
      '',
    ];
  });
  const counts = Object.keys(UPKEEP).flatMap((kind) => {
    const count = mattersIn(all.filter((one) => one.kind === kind));
    return count ? `${UPKEEP[kind as UpkeepKind]} ${count}` : [];
  });
  return [
    `按${formatDay(day)}看，要看一看的 ${mattersIn(all)} 件：${counts.join('，')}。`,
    '',
    ...parts,
  ].join('\n');
}

function linesOf({ file, line, what, todo, list = [] }: Upkeep, folder: string): string[] {
  return [
    `    ${folder}/${file}:${line}`,
    `      ${what}${list.length ? list.map(({ text }) => text).join('、') : ''}`,
    `      ${todo}`,
  ];
}

/** What the build says of it: how much there is, and what it warns of. */
export function tellUpkeep(all: readonly Upkeep[], folder: string): void {
  if (all.length === 0) return;
  console.log(`要看一看的：${mattersIn(all)} 件，见 ${OFFICE}`);
  const warned = all.filter(({ kind }) => WARNED.has(kind));
  for (const { file, line, what } of warned.slice(0, MOST))
    console.log(`  ${folder}/${file}:${line}　${what}`);
  if (warned.length > MOST) console.log(`  还有 ${warned.length - MOST} 件这样的。`);
}
