import type { Status, Verdict } from '../../domain/selfcheck/rules.ts';

/** How a status is shown, in the fixed order of a result's rows, with what it means and does not. */
export const STATUS_WORDS: readonly { status: Status; name: string; means: string }[] = [
  {
    status: 'met',
    name: '与原文相符',
    means: '您回答的事实，与原文写明的条件都相符。原文写“可”“鼓励”的，仍只是可以、鼓励。',
  },
  {
    status: 'maybe',
    name: '取决于认定',
    means: '要由别人认定、遴选，或者要看您还没有确定、还没有发生的事。',
  },
  {
    status: 'silent',
    name: '文件未写明',
    means:
      '原文有不同的读法，没有写到您的情形，或者写的是筹备、建立而没有写是否建成；本站不替机关选择。',
  },
  {
    status: 'no',
    name: '与原文不符',
    means: '您回答的事实，与原文写明的条件有不相符的；这不等于禁止，其他文件也可能另有规定。',
  },
];

/** `met → 与原文相符` */
export function statusName(status: Status): string {
  return STATUS_WORDS.find((word) => word.status === status)?.name ?? '';
}

/** What a result comes to, in one line: `2 项与原文相符，1 项取决于认定`. */
export function verdictLine(verdicts: readonly Pick<Verdict, 'status'>[]): string {
  const counts = STATUS_WORDS.map(({ status, name }) => ({
    name,
    n: verdicts.filter((verdict) => verdict.status === status).length,
  }));
  return counts
    .filter(({ n }) => n > 0)
    .map(({ name, n }) => `${n} 项${name}`)
    .join('，');
}
