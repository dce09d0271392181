import { documentNamed } from '../../domain/policy/relation.ts';
import { EVENT_NAMES, type StatusEvent } from '../../domain/policy/status.ts';
import type { Advice, Problem } from '../../domain/problem.ts';
import type { PolicyFolder } from '../read/policy.ts';

/** Events of `policy.yml` that cannot have been so: an end before the beginning, one told twice, a document that ends itself. */
export function checkEvents({ info, policy }: PolicyFolder): Problem[] {
  const events = info.data?.events ?? [];
  return events.flatMap((event, i) => {
    const wrong =
      wrongIn(event, events.slice(0, i), events) ?? (policy && endsItself(event, policy));
    return wrong
      ? { file: info.file, line: info.lineAt(['events', i]), ...wrong, section: '效力' as const }
      : [];
  });
}

const ENDS: ReadonlySet<string> = new Set(['expired', 'repealed', 'replaced']);

function wrongIn(
  { is, date }: StatusEvent,
  before: readonly StatusEvent[],
  all: readonly StatusEvent[],
): Advice | null {
  if (before.some((one) => one.is === is && one.date === date))
    return {
      problem: `${date} 的${EVENT_NAMES[is]}（${is}）写了两次。`,
      fix: '留一项，删去另一项。',
    };
  const first = (kind: string) =>
    all
      .filter((one) => one.is === kind)
      .map((one) => one.date)
      .sort()[0];
  const [issued, begun] = [first('issued'), first('in-force')];
  if (is !== 'issued' && issued && date < issued)
    return {
      problem: `${EVENT_NAMES[is]}（${is}）的日期 ${date} 早于印发（issued）的 ${issued}。`,
      fix: '核对原文，改正写错的一个日期。',
    };
  if (ENDS.has(is) && begun && date <= begun)
    return {
      problem: `${EVENT_NAMES[is]}（${is}）的日期 ${date} 不晚于施行（in-force）的 ${begun}。`,
      fix: '核对原文，改正写错的一个：施行写从哪一天起有效，废止、期满写从哪一天起不再有效。',
    };
  return null;
}

function endsItself({ by }: StatusEvent, policy: { title: string; number: string }): Advice | null {
  if (!by || !documentNamed(by, [policy])) return null;
  // The deciding document of an amendment may be called as its base is, never be it.
  return {
    problem: '这里写的是本文件自己。',
    fix: '写做这件事的那份文件的标题和文号；同名的两份文件，一定要写 number。',
  };
}
