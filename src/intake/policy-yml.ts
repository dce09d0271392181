import { stringify } from 'yaml';
import type { Metadata, Stated } from '../domain/policy/metadata.ts';
import { shortTitle } from './short-title.ts';

/** One line of `policy.yml`, with why it says so. */
interface Entry {
  key: string;
  /** `null` where the text does not say it: then a comment alone says so, but for the title, which must not be missing. */
  value: string | null;
  why: string;
}

/** Quoted words of a comment are cut here. */
const QUOTED = 24;

/**
 * `policy.yml` for a text, with each guess and what it rests on in a comment. What the text does not say is left out.
 * `notes` are the lines that the file had as notes.
 */
export function writePolicyYml(
  found: Metadata,
  lines: readonly string[],
  sha256: string,
  notes: readonly number[] = [],
): string {
  const { title, number, issuer, issued } = found;
  const short = title && shortTitle(title.value);
  const entries: Entry[] = [
    entry('title', title, '没有认出标题：照原文里的写，不换行'),
    ...(short && short !== title.value
      ? [{ key: 'shortTitle', value: short, why: '猜的：从标题里取的；改成人们平常说的' }]
      : []),
    entry('number', number, '没有认出文号：印了的，照原文里的写'),
    entry('issuer', issuer, '没有认出发文机关：写了的，照原文里的写，几个的用“、”隔开'),
    entry('issued', issued, "没有认出印发的日期：写了的，写成 '2018-10-09' 的样子"),
    entry('ask', asksIn(lines), '没有认出由谁负责解释；要加就写可以向谁询问，不等于由它受理'),
    { key: 'sha256', value: sha256, why: 'source.txt 的校验值' },
  ];
  const roles = notes.map((line) => `  - { line: ${line}, role: footnote, reason: 文件里的脚注 }`);
  const hints = roles.length ? ['roles:', ...roles] : [];
  return `${[HEAD, ...entries.map(lineOf), ...hints].join('\n')}\n`;
}

const HEAD =
  '# npm run intake 写的。带“猜的”的，都要对照原件看过；看过了，把备注删去。行号是 source.txt 的行号。';

function entry(key: string, told: Stated | null, missing: string): Entry {
  return {
    key,
    value: told?.value ?? null,
    why: told ? because(told) : missing,
  };
}

function because({ text, line }: Stated): string {
  const words = text.replace(/\s+/gu, ' ');
  const cut = words.length > QUOTED ? `${words.slice(0, QUOTED)}……` : words;
  return `猜的：原文第${line}行“${cut}”`;
}

/** Who explains it, by the words 「由……负责解释」. */
function asksIn(lines: readonly string[]): Stated | null {
  for (const [i, line] of lines.entries()) {
    const text = line.replace(/\s+/gu, '');
    const name =
      /由(?![本我各其])([^，。；由]{2,40}?)(?:会同[^，。；]{2,40}?)?(?:负责|承担)[^，。；]{0,4}解释/u.exec(
        text,
      )?.[1];
    if (name) return { value: name, text: name, line: i + 1 };
  }
  return null;
}

function lineOf({ key, value, why }: Entry): string {
  const comment = why.replace(/[\r\n]+/gu, ' ');
  if (value !== null) return `${key}: ${quoted(key, value)} # ${comment}`;
  // Without the sign of a comment it must not pass for a value.
  return key === 'title' ? `title: # ${comment}` : `# 要加时另写一行 ${key}：${comment}`;
}

/** As YAML reads it back as the same text; days in quotes, as the handbook has it. */
function quoted(key: string, value: string): string {
  if (key === 'issued') return `'${value}'`;
  return stringify(value, { lineWidth: 0, singleQuote: true }).trimEnd();
}
