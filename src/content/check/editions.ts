import type { Advice, Problem } from '../../domain/problem.ts';
import type { EditionFolder, PolicyFolder } from '../read/policy.ts';
import { checkEditionRules } from './edition-rules.ts';
import { checkText } from './text.ts';

/** What is wrong with the editions beside a policy's text: their days, and each text and its rules by themselves. */
export function checkEditions(folder: PolicyFolder): Problem[] {
  const { info, editions } = folder;
  const shown = info.data?.edition;
  if (editions.length === 0) return unknownReview(folder);
  const missing = {
    file: info.file,
    line: 1,
    problem: '有几个版本的，要写明外面这一份 source.txt 是哪一天的版本；这里没有写。',
    fix: `加一行 edition: '${info.data?.issued || '日期'}'，日期换成这一版印发的那一天；没有修改过的，就是第一次印发的那一天。`,
    section: '版本' as const,
  };
  return [
    ...(info.data && !shown ? [missing] : []),
    ...unknownReview(folder),
    ...editions.flatMap((edition) => {
      const wrong = wrongDay(edition, folder);
      if (wrong)
        return {
          file: `${edition.folder.slice(0, -1)}`,
          line: 1,
          ...wrong,
          section: '版本' as const,
        };
      return [
        ...checkText(edition),
        ...ofTheWhole(edition, folder),
        ...checkEditionRules(edition, folder),
      ];
    }),
  ];
}

/** What is said once, of the document, and is not read beside an edition: a swap of two files would lose it unseen. */
function ofTheWhole({ info }: EditionFolder, folder: PolicyFolder): Problem[] {
  const { events = [], relations = [], edition, reviewed } = info.data ?? {};
  const said = Object.entries({
    events: events.length > 0,
    relations: relations.length > 0,
    edition,
    reviewed,
  }).flatMap(([name, is]) => (is ? [name] : []));
  const [first] = said;
  if (!first) return [];
  return [
    {
      file: info.file,
      line: info.lineAt([first]),
      problem: `${said.join('、')} 说的是整份文件，写在版本的文件夹里不起作用。`,
      fix: `移到 ${folder.info.file}；那里已经写了的，把这里的删去。`,
      section: '版本',
    },
  ];
}

/** A mark that words of ours were read through by an edition that there is not. */
function unknownReview({ info, editions }: PolicyFolder): Problem[] {
  const { reviewed, edition, issued } = info.data ?? {};
  const days = [edition || issued || '', ...editions.map(({ date }) => date)].filter(Boolean);
  if (!reviewed || days.includes(reviewed)) return [];
  return [
    {
      file: info.file,
      line: info.lineAt(['reviewed']),
      problem: `没有 ${reviewed} 的版本。`,
      fix: days.length
        ? `写重看时对照的那一版的日子：${days.sort().join('、')}；没有重看过的，删去这一行。`
        : '删去这一行。',
      section: '版本',
    },
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
