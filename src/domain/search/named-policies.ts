import { exactly } from '../pattern.ts';
import type { ListedPolicy } from './library-table.ts';

/** What of a query names documents. */
export interface NamedPolicies {
  /** Their ids; none where it names none, or what it names is called alike in too many. */
  policies: string[];
  /** The query without their name. */
  rest: string;
}

type Named = Pick<ListedPolicy, 'id' | 'title' | 'shortTitle' | 'number' | 'attached'>;

/** What more are called alike says nothing of which is meant: 实施方案. */
const MOST_ALIKE = 3;
/** A shorter end of a title is no name: 办法. */
const SHORTEST_END = 4;
const TRIAL = /\((?:试行|暂行)\)$/u;

/**
 * The documents that a query names: by a link to them, their number (`某政〔2020〕1号`, 1号文), their title or its end
 * (节水办法 of 某市节水办法). The longest name counts.
 */
export function policiesNamed(raw: string, policies: readonly Named[]): NamedPolicies {
  const text = foldName(raw);
  const linked = policies.filter(({ id }) => isLinked(text, id)).map(({ id }) => id);
  // The link leads to the place, too.
  if (linked.length) return { policies: linked, rest: raw };
  // A title of what another document issues leads to the place, too.
  const issuing = policies.filter(({ attached = [] }) =>
    attached.some((title) => text.includes(foldName(title))),
  );
  if (issuing.length) return { policies: issuing.map(({ id }) => id), rest: raw };
  const found = policies.map((policy) => ({ id: policy.id, name: longestNameIn(text, policy) }));
  const longest = found.reduce((most, { name }) => Math.max(most, name.length), 0);
  const named = found.filter(({ name }) => name !== '' && name.length === longest);
  const [first] = named;
  if (!first || named.length > MOST_ALIKE) return { policies: [], rest: raw };
  const [before = '', ...after] = text.split(first.name);
  const rest = `${before} ${after.join(' ').replace(/^文?件?[里中的,:、]*/u, '')}`;
  return { policies: named.map(({ id }) => id), rest: /[\p{L}\p{N}]/u.test(rest) ? rest : '' };
}

function isLinked(text: string, id: string): boolean {
  return new RegExp(`(?:^|[^a-z0-9-])${exactly(id)}(?![a-z0-9-])`, 'u').test(text);
}

function longestNameIn(text: string, { title, shortTitle, number }: Named): string {
  const names = [...formsOf(foldName(number)), ...endsOf(title), foldName(shortTitle)];
  return names.reduce(
    (longest, name) => (name.length > longest.length && stands(text, name) ? name : longest),
    '',
  );
}

/** Whether a name stands in a text. 1号 is not in 11号, 第1号 and 5月1号. */
function stands(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return at >= 0 && !(/^\d/u.test(name) && /[\d第月]/u.test(text.charAt(at - 1)));
}

/** A document number as people write it: `某政(2020)1号`, `(2020)1号`, 2020年1号, 1号. */
function formsOf(number: string): string[] {
  const [, year, serial] = /\((\d{4})\)第?(\d+)号$/u.exec(number) ?? [];
  return serial
    ? [number, `(${year})${serial}号`, `${year}年${serial}号`, `${year}-${serial}号`, `${serial}号`]
    : number
      ? [number]
      : [];
}

/** A title and what it ends in, the longest first. */
function endsOf(title: string): string[] {
  const whole = foldName(title);
  const bare = whole.replace(TRIAL, '');
  const ends = Array.from({ length: Math.max(0, bare.length - SHORTEST_END + 1) }, (_, i) =>
    bare.slice(i),
  );
  return [whole, ...ends];
}

/** For reading only: width, brackets and quotation marks are made alike. */
function foldName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[〔[【](?=\d{4}[〕\]】])/gu, '(')
    .replace(/(\(\d{4})[〕\]】]/gu, '$1)')
    .replace(/[《》〈〉“”"]/gu, '');
}
