import { type Clause, paragraphText, type Role } from '../../domain/policy/clause.ts';
import { withoutSpace } from '../../domain/policy/equality.ts';
import { datesIn } from '../../domain/policy/metadata.ts';
import type { Advice } from '../../domain/problem.ts';
import type { PolicyData } from '../schemas/policy.ts';

/** What `policy.yml` says of a document and its text says, too. */
export type Metadata = Pick<PolicyData, 'title' | 'number' | 'issuer' | 'issued'>;

/** What does not stand in the text, by the key of `policy.yml` that says it. */
export interface MetadataAdvice extends Advice {
  key: keyof Metadata;
}

/** A paragraph of the text. */
interface Line {
  /** Its line in the source. */
  line: number;
  role: Role;
  text: string;
  /** Without any white space. */
  bare: string;
}

/**
 * Title, document number, issuer and date that are not those of the text: of another document, mistyped, or with
 * another kind of brackets. White space does not count. A document without a number is as good as any.
 */
export function checkMetadata(data: Metadata, clauses: readonly Clause[]): MetadataAdvice[] {
  const lines = clauses
    .flatMap(({ paragraphs }) => paragraphs)
    .map((paragraph): Line => {
      const text = paragraphText(paragraph);
      return { line: paragraph.lines[0], role: paragraph.role, text, bare: withoutSpace(text) };
    });
  const found = {
    title: checkTitle(data.title, lines),
    number: checkNumber(data.number, lines),
    // What is left out is read from the text, or is not spoken of.
    issuer: data.issuer ? checkIssuer(data.issuer, lines) : null,
    issued: data.issued ? checkIssued(data.issued, lines) : null,
  };
  return (['title', 'number', 'issuer', 'issued'] as const).flatMap((key) =>
    found[key] ? { key, ...found[key] } : [],
  );
}

function checkTitle(title: string, lines: readonly Line[]): Advice | null {
  if (standsAsLines(title, lines)) return null;
  const printed = lines.filter(({ role }) => role === 'title');
  const there = printed.map(({ bare }) => bare).join('');
  return {
    problem: `标题“${title}”与原文里的不一样。`,
    fix:
      there && standsAsLines(there, lines)
        ? `写成 title: ${there}`
        : '照原文里标题的那一行或几行写，不要换行。',
  };
}

/** Whether some lines, one after another, are this text; the last may go on in brackets or after a blank: 某条例（2020年…通过）. */
function standsAsLines(wanted: string, lines: readonly Line[]): boolean {
  const bare = withoutSpace(wanted);
  return lines.some((_, start) => {
    let rest = bare;
    for (const { text, bare: line } of lines.slice(start, start + MOST_LINES)) {
      if (line.startsWith(rest)) return rest === line || /^[\s（(]/u.test(after(text, rest));
      if (!rest.startsWith(line)) return false;
      rest = rest.slice(line.length);
    }
    return false;
  });
}

/** No title is set in more lines. */
const MOST_LINES = 8;

/** What of a line follows its first characters, white space aside. */
function after(text: string, bare: string): string {
  let at = 0;
  for (let seen = 0; seen < bare.length; at++) if (!/\s/u.test(text.charAt(at))) seen++;
  return text.slice(at);
}

function checkNumber(number: string, lines: readonly Line[]): Advice | null {
  const bare = withoutSpace(number);
  const printed = lines.filter(({ role }) => role === 'number');
  const there = printed.map((line) => line.bare).join('');
  if (there) {
    if (bare === there || isOrderNumber(bare, there, lines)) return null;
    const problem = bare
      ? `文号“${number}”与原文里的不一样。`
      : `没有写文号，但原文第 ${printed[0]?.line} 行印着“${there}”。`;
    return { problem, fix: `写成 number: ${there}` };
  }
  const front = lines.filter(({ role }) => role === 'letterhead' || role === 'title');
  const stands = front.some((line) => line.bare.includes(bare)) || standsAsLines(bare, lines);
  if (!bare || stands) return null;
  return {
    problem: `文号“${number}”在原文里没有。`,
    fix: '原文没有印文号的，删去 number 这一行；印了的，照原文里的写，括号也一样。',
  };
}

/** `国令第707号` for 第707号 below 中华人民共和国国务院令: the sign of an order, with its number. */
function isOrderNumber(bare: string, there: string, lines: readonly Line[]): boolean {
  const letterhead = lines.find(({ bare: head, role }) => head.endsWith('令') && role !== 'body');
  if (!letterhead || !bare.endsWith(there)) return false;
  let at = -1;
  return Array.from(bare.slice(0, -there.length)).every((sign) => {
    at = letterhead.bare.indexOf(sign, at + 1);
    return at >= 0;
  });
}

function checkIssuer(issuer: string, lines: readonly Line[]): Advice | null {
  const text = lines.map(({ bare }) => bare).join('\n');
  const missing = issuer.split(/[、，,\s]+/u).find((one) => !text.includes(one));
  if (missing === undefined) return null;
  const there = printedIssuer(lines);
  return {
    problem: `发文机关“${missing}”在原文里没有。`,
    fix: there
      ? `核对原文；是原文里印着的这一个，就写成 issuer: ${there}`
      : '照原文里的写；几个机关联合发文的，用“、”隔开。',
  };
}

/** Whose document it looks like: by its letterhead, else by its title or its last lines. */
function printedIssuer(lines: readonly Line[]): string | undefined {
  const first = (...roles: Role[]) => lines.filter(({ role }) => roles.includes(role));
  const letterhead = first('letterhead').map(({ bare }) => bare.replace(/文件$/u, ''));
  const title = first('title')
    .map(({ bare }) => bare)
    .join('');
  const [, before = ''] = /^(.{2,30}?)关于/u.exec(title) ?? [];
  const signed = first('signature', 'imprint').filter(({ bare }) =>
    /[府院局委厅部会办室]$/u.test(bare),
  );
  return [...letterhead, before, ...signed.map(({ bare }) => bare)].find((name) => name !== '');
}

function checkIssued(issued: string, lines: readonly Line[]): Advice | null {
  const all = lines.flatMap(({ line, role, bare }) => {
    const isSentence = /[。；：]/u.test(bare) && !/^[（(]/u.test(bare);
    return datesIn(bare).map((day) => ({ day, line, role, isSentence }));
  });
  // A date in a sentence is when something else happens: 自2019年1月1日起施行.
  const stated = all.filter(({ isSentence }) => !isSentence);
  const dates = stated.length ? stated : all;
  if (dates.length === 0 || dates.some(({ day }) => day === issued)) return null;
  const [likely] = [
    ...dates.filter(({ role }) => role === 'imprint' || role === 'date').reverse(),
    ...dates,
  ];
  const days = [...new Map(dates.map((one) => [one.day, one])).values()];
  const listed = days.map(({ day, line }) => `${day}（第 ${line} 行）`).join('、');
  return {
    problem: `印发日期“${issued}”与原文里的不一样，原文写明的是 ${listed}。`,
    fix: `${days.length > 1 ? '写其中印发或者公布的那一天，例如' : '写成'} issued: '${likely?.day}'`,
  };
}
