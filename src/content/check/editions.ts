import type { Advice, Problem } from '../../domain/problem.ts';
import type { EditionFolder, PolicyFolder } from '../read/policy.ts';
import { checkEditionRules } from './edition-rules.ts';
import { checkText } from './text.ts';

/** What is wrong with the editions beside a policy's text: their days, and each text and its rules by themselves. */
export function checkEditions(folder: PolicyFolder): Problem[] {
  const { info, editions } = folder;
  if (editions.length === 0) return [];
  const shown = info.data?.edition;
  const missing = {
    file: info.file,
    line: 1,
    problem: 'editions 里有别的版本，这里没有写这一份原文是哪一天的版本。',
    fix: "加一行 edition: '日期'，写这一版印发的那一天。",
    section: '版本' as const,
  };
  return [
    ...(info.data && !shown ? [missing] : []),
    ...editions.flatMap((edition) => {
      const wrong = wrongDay(edition, folder);
      if (wrong)
        return {
          file: `${edition.folder.slice(0, -1)}`,
          line: 1,
          ...wrong,
          section: '版本' as const,
        };
      return [...checkText(edition), ...checkEditionRules(edition, folder)];
    }),
  ];
}

function wrongDay({ date }: EditionFolder, { info }: PolicyFolder): Advice | null {
  const written = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(written.getTime()) || written.toISOString().slice(0, 10) !== date)
    return {
      problem: `版本文件夹的名字“${date}”不是一个确实有的日子。`,
      fix: '用这一版印发的那一天作名字，例如 2018-10-09。',
    };
  const { edition, issued, events = [] } = info.data ?? {};
  if (date === edition)
    return {
      problem: `${date} 的版本就是 source.txt，editions 里又放了一份。`,
      fix: '留一份：现行的放在 source.txt，以前的放在 editions 里。',
    };
  const [first] = [
    ...events.filter(({ is }) => is === 'issued').map((one) => one.date),
    ...(issued && !edition ? [issued] : []),
  ].sort();
  if (first && date < first)
    return {
      problem: `这一版的日子 ${date} 早于文件第一次印发的 ${first}。`,
      fix: '核对这一版是哪一天印发的；文件印发得更早的，改 policy.yml 的 events。',
    };
  return null;
}
