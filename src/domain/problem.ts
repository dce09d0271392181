/** The headings of `content/README.md`, the editors' handbook, that messages point to. */
export const SECTIONS = [
  '原文与分段',
  '分页与接行',
  '编号与地址',
  '引文',
  '数字',
  '条款文件',
  '对象',
  '主题',
  '没有写明',
  '词语表',
  '常见问题',
  '问法',
  '图',
  '答复',
  '政策信息',
  '效力',
  '文件的关系',
  '版本',
  '站点设置',
  '写法',
  '判断表',
  '要认定的事',
  '自查题目',
  '核对清单',
  '事例',
  '人们的说法',
  '官方用词',
] as const;

export type Section = (typeof SECTIONS)[number];

/**
 * A thing for an editor to mend. Pure data: checks make problems, reporters print them.
 * All three texts are Chinese, because editors read them.
 */
export interface Problem {
  /** Path with forward slashes; of content, from its folder. */
  file: string;
  /** Line in that file, from 1. */
  line: number;
  /** What stands there and what is wrong with it, in policy words. */
  problem: string;
  /** What to write instead, ready to copy where that can be known. */
  fix: string;
  /** Where the handbook explains the rule. */
  section: Section;
}

/** What is wrong and how to mend it, before the place is known. */
export type Advice = Pick<Problem, 'problem' | 'fix'>;

/** A problem found in a text whose file the finder does not know. */
export interface Finding extends Omit<Problem, 'file'> {
  /** Of a doubt about the text itself: what it is about. */
  kind?: 'order' | 'number' | 'break' | 'sign';
  /** Set where an editor's hint is at fault, not the text: the list in `policy.yml` and the entry in it. */
  hint?: readonly ['joins' | 'roles' | 'printed', number] | readonly ['labels', string];
}

/** Problems in reading order: by file, then line; equal ones once. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return [...problems]
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
    .filter((p) => {
      const key = JSON.stringify([p.file, p.line, p.problem]);
      return seen.has(key) ? false : seen.add(key);
    });
}

/** The house form of a message: place, what is wrong, how to mend it, where to read more. */
export function formatProblem({ file, line, problem, fix, section }: Problem): string {
  return `${file}:${line}\n  问题：${problem}\n  改法：${fix}\n  说明：content/README.md#${section}`;
}
