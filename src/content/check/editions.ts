import { documentNamed } from '../../domain/policy/relation.ts';
import type { Advice, Problem } from '../../domain/problem.ts';
import { editionsOf } from '../read/editions.ts';
import type { EditionFolder, PolicyFolder, ReadText } from '../read/policy.ts';
import { checkEditionRules } from './edition-rules.ts';
import { checkText } from './text.ts';

/** What is wrong with the editions beside a policy's text: their days, and each text and its rules by themselves. */
export function checkEditions(folder: PolicyFolder): Problem[] {
  const { info, editions } = folder;
  const shown = info.data?.edition;
  const own = [...unknownReview(folder), ...madeByItself(folder)];
  if (editions.length === 0) return own;
  const missing = {
    file: info.file,
    line: 1,
    problem: '有几个版本的，要写明外面这一份 source.txt 是哪一天的版本；这里没有写。',
    fix: `加一行 edition: '${info.data?.issued || '日期'}'，日期换成这一版印发的那一天；没有修改过的，就是第一次印发的那一天。`,
    section: '版本' as const,
  };
  return [
    ...(info.data && !shown ? [missing] : []),
    ...own,
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
        ...madeByItself(edition),
        ...saidInVain(edition, folder),
        ...checkEditionRules(edition, folder),
      ];
    }),
  ];
}

/** An edition that its own document is said to have made. */
function madeByItself({ info, policy }: ReadText): Problem[] {
  const { decision } = info.data ?? {};
  if (!decision || !policy || !documentNamed(decision, [policy])) return [];
  return [
    {
      file: info.file,
      line: info.lineAt(['decision']),
      problem: 'decision 写的是本文件自己。',
      fix: '写修改它的那份决定的标题和文号；第一次印发的版本不写 decision。',
      section: '版本',
    },
  ];
}

/** What is said in an edition of the document as a whole, where nobody reads it. */
function saidInVain({ info, date }: EditionFolder, folder: PolicyFolder): Problem[] {
  const { events = [], relations = [], edition, reviewed } = info.data ?? {};
  const keys = [
    ...(events.length ? ['events'] : []),
    ...(relations.length ? ['relations'] : []),
    ...(edition && edition !== date ? ['edition'] : []),
    ...(reviewed ? ['reviewed'] : []),
  ];
  return keys.map((key) => ({
    file: info.file,
    line: info.lineAt([key]),
    problem: `版本的 policy.yml 里写了 ${key}，网站不看。`,
    fix:
      key === 'edition'
        ? `删去这一行；这一版的日子就是文件夹的名字 ${date}。`
        : `移到 ${folder.info.file}，那里写的是整份文件的 ${key}；那里已经有的，删去这里的。`,
    section: '版本' as const,
  }));
}

/** A mark that words of ours were read through by an edition that there is not. */
function unknownReview(folder: PolicyFolder): Problem[] {
  const { info } = folder;
  const { reviewed } = info.data ?? {};
  const days = editionsOf(folder).map(({ date }) => date);
  if (!reviewed || days.includes(reviewed)) return [];
  return [
    {
      file: info.file,
      line: info.lineAt(['reviewed']),
      problem: `没有 ${reviewed} 的版本。`,
      fix: days.length
        ? `写重看时对照的那一版的日子：${days.join('、')}；没有重看过的，删去这一行。`
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
