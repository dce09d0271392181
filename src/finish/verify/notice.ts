/** Something about a deployed copy for its operator to mend or to know. Both texts are Chinese. */
export interface Notice {
  /** Path in the site; with the place, where that is known: `index.html:1:204`. */
  file: string;
  /** What differs. */
  problem: string;
  /** What to do about it. */
  fix: string;
}

/** The house form of a message: place, what is wrong, how to mend it, where to read more. */
export function formatNotice({ file, problem, fix }: Notice): string {
  return `${file}\n  问题：${problem}\n  改法：${fix}\n  说明：README.md#核对`;
}

/** Notices that say the same of several files, once each, with how many and which: hosts err by the hundred. */
export function formatReminders(notices: readonly Notice[]): string {
  const groups = Map.groupBy(notices, ({ problem }) => problem);
  return [...groups]
    .map(([problem, same]) => {
      const files = same.map(({ file }) => file);
      const more = files.length > 3 ? `等 ${files.length} 个文件` : '';
      return `提醒：${problem}\n  文件：${files.slice(0, 3).join('、')}${more}\n  改法：${same[0]?.fix}`;
    })
    .join('\n\n');
}
