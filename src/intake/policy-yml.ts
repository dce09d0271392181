import { stringify } from 'yaml';
import type { Metadata, Told } from './guess.ts';
import { shortTitle } from './short-title.ts';

/** One line of `policy.yml`, with why it says so. */
interface Entry {
  key: string;
  /** `null` where the text does not say it: the key stands there empty, for a person to fill in. */
  value: string | null;
  why: string;
}

/** Quoted words of a comment are cut here. */
const QUOTED = 24;

/**
 * `policy.yml` for a text, with each guess and what it rests on in a comment. What the text does not say is left empty,
 * or left out where a document need not have it.
 */
export function writePolicyYml(found: Metadata, lines: readonly string[], sha256: string): string {
  const { title, number, issuer, issued } = found;
  const asked = asksIn(lines);
  const entries: Entry[] = [
    entry('title', title, '原文里没有认出标题：照原文里的写，不换行'),
    {
      key: 'shortTitle',
      value: title ? shortTitle(title.text) : null,
      why: title ? '猜的：从标题里取的；改成人们平常说的' : '短标题',
    },
    ...(number ? [entry('number', number, '')] : []),
    entry('issuer', issuer, '原文里没有认出发文机关：照原文里的写，几个的用“、”隔开'),
    {
      key: 'issued',
      value: issued?.day ?? null,
      why: issued
        ? because(issued)
        : "原文里没有认出印发的日期：照原文里印发或者公布的那一天写，例如 '2018-10-09'",
    },
    statusOf(title),
    { key: 'validity', value: '是否仍然有效请向发文机关核实', why: '没有推断；核实了再改' },
    {
      key: 'ask',
      value: (asked ?? issuer)?.text ?? null,
      why: asked
        ? because(asked)
        : issuer
          ? '猜的：发文机关；可以向它询问，不等于由它受理'
          : '可以向谁询问',
    },
    { key: 'sha256', value: sha256, why: 'source.txt 的校验值' },
  ];
  const head = [
    '# npm run intake 写的。带“猜的”的，都要对照原件看过；看过了，把备注删去。行号是 source.txt 的行号。',
    ...(number ? [] : ['# 原文里没有认出文号；印了的，加一行 number: 照原文里的写']),
  ];
  return `${[...head, ...entries.map(lineOf)].join('\n')}\n`;
}

function entry(key: string, told: Told | null, missing: string): Entry {
  return {
    key,
    value: told?.text.replace(/\s+/gu, ' ') ?? null,
    why: told ? because(told) : missing,
  };
}

function because({ text, line }: Told): string {
  const words = text.replace(/\s+/gu, ' ');
  const cut = words.length > QUOTED ? `${words.slice(0, QUOTED)}……` : words;
  return `猜的：原文第${line}行“${cut}”`;
}

function statusOf(title: Told | null): Entry {
  const [word] = /试行|暂行/u.exec(title?.text ?? '') ?? [];
  if (word && title) return { key: 'status', value: word, why: because(title) };
  return { key: 'status', value: '待核实', why: '原文没有写；核实了再改' };
}

/** Who explains it, by the words 「由……负责解释」. */
function asksIn(lines: readonly string[]): Told | null {
  for (const [i, line] of lines.entries()) {
    const text = line.replace(/\s+/gu, '');
    const name =
      /由(?![本我各其])([^，。；由]{2,40}?)(?:会同[^，。；]{2,40}?)?(?:负责|承担)[^，。；]{0,4}解释/u.exec(
        text,
      )?.[1];
    if (name) return { text: name, line: i + 1 };
  }
  return null;
}

function lineOf({ key, value, why }: Entry): string {
  const written = value === null ? '' : ` ${quoted(key, value)}`;
  return `${key}:${written} # ${why.replace(/[\r\n]+/gu, ' ')}`;
}

/** As YAML reads it back as the same text; days in quotes, as the handbook has it. */
function quoted(key: string, value: string): string {
  if (key === 'issued') return `'${value}'`;
  return stringify(value, { lineWidth: 0, singleQuote: true }).trimEnd();
}
