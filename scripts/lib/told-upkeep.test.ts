import { afterEach, expect, test, vi } from 'vitest';
import type { Upkeep, UpkeepKind } from '../../src/content/upkeep/upkeep.ts';
import { tellUpkeep, upkeepReport } from './told-upkeep.ts';

const item = (kind: UpkeepKind, line: number, policy = 'a'): Upkeep => ({
  kind,
  policy,
  file: `policies/${policy}/policy.yml`,
  line,
  what: `第 ${line} 行。`,
  todo: '看一看。',
  href: `/${policy}.html`,
});
const made = (...ids: string[]) => ({
  folder: 'content',
  policies: ids.map((id) => ({ id, policy: null })) as never,
});

afterEach(() => {
  vi.restoreAllMocks();
});

test('the report counts each kind, and lists policy by policy and kind by kind', () => {
  const all = [item('stale', 3), item('stub', 5), item('stub', 6), item('stale', 2, 'b')];
  const lines = upkeepReport(all, made('a', 'b'), '2025-06-01').split('\n');
  expect(lines[0]).toBe('按2025年6月1日看，要看一看的 4 件：很久没有核对 2，没有收录的文件 2。');
  expect(lines.filter((line) => /：\d+(?: 件)?$/u.test(line) && !line.includes('yml'))).toEqual([
    'content/policies/a：3 件',
    '  很久没有核对：1',
    '  没有收录的文件：2',
    'content/policies/b：1 件',
    '  很久没有核对：1',
  ]);
  expect(lines).toContain('    content/policies/b/policy.yml:2');
  expect(upkeepReport([], made('a'), '2025-06-01')).toBe('按2025年6月1日看，没有要看一看的。');
});

test('the build names at most ten of what it warns of, and counts all', () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  const said = () => log.mock.calls.map(([line]) => String(line));
  tellUpkeep([], 'content');
  expect(said()).toEqual([]);
  const stale = Array.from({ length: 12 }, (_, i) => item('stale', i + 1));
  tellUpkeep([...stale, item('stub', 20)], 'content');
  expect(said()[0]).toBe('要看一看的：13 件，见 /office.html');
  expect(said().slice(1, -1)).toHaveLength(10);
  expect(said().at(-1)).toContain('2');
  expect(said().join('')).not.toContain('第 20 行');
});

test('the build warns where the text shown may not be the one that applies', () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  tellUpkeep([item('edition-behind', 7), item('open', 8)], 'content');
  const said = log.mock.calls.map(([line]) => String(line)).join('');
  expect(said).toContain('第 7 行');
  expect(said).not.toContain('第 8 行');
});

test('of what is made of several each counts, as on the page for the office', () => {
  const list = [{ text: '第二条' }, { text: '第四条' }];
  const lines = upkeepReport([{ ...item('wordless', 3), list }], made('a'), '2025-06-01');
  expect(lines).toContain('要看一看的 2 件：没有说明的条款 2。');
  expect(lines).toContain('content/policies/a：2 件\n  没有说明的条款：2');
});
