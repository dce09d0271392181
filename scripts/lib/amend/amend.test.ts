import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAsked } from './asked.ts';

let content = '';
beforeAll(() => {
  content = join(mkdtempSync(join(tmpdir(), 'amend-')), 'library');
  cpSync('examples/library', content, { recursive: true });
});
afterAll(() => rmSync(join(content, '..'), { recursive: true, force: true }));

function amend(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('node', ['scripts/amend.ts', ...args], {
    env: { ...process.env, CONTENT: content },
    encoding: 'utf8',
  });
  return { status, told: stdout + stderr };
}

describe('npm run amend', () => {
  it('proves an edition that has been received, and writes nothing', () => {
    const { status, told } = amend('housing-decision-2025-2');
    expect(told).toContain('一致：一字不差。什么也没有写。');
    expect(status).toBe(0);
  });

  it('names each difference from the received edition', () => {
    const file = join(content, 'policies/housing-2024-9/source.txt');
    const given = readFileSync(file, 'utf8');
    writeFileSync(file, given.replace('20个工作日内完成审核', '15个工作日内完成审核'));
    const { status, told } = amend('housing-decision-2025-2');
    writeFileSync(file, given);
    expect(told).toContain('收到的文本：第十三条 市住房保障中心应当自受理之日起15个工作日');
    expect(status).toBe(1);
  });

  it('writes the next edition where it has not been received, once', () => {
    const to = ['--to', '2025-01-01'];
    const folder = join(content, 'policies/housing-2024-9/editions/2025-01-01');
    expect(amend('housing-decision-2025-2', ...to).status).toBe(0);
    expect(readFileSync(join(folder, 'source.txt'), 'utf8')).toBe(
      readFileSync(join(content, 'policies/housing-2024-9/source.txt'), 'utf8'),
    );
    const info = readFileSync(join(folder, 'policy.yml'), 'utf8');
    expect(info).toContain('云泽政令〔2025〕2号');
    expect(info).toContain("issued: '2024-05-20'");
    expect(amend('housing-decision-2025-2', ...to).told).toContain('一致：一字不差');
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['an edition older than the first', ['--to', '2020-01-01'], 1, '收录的最早一版是 2024-05-20'],
    [
      'a text that has no such article',
      ['--policy', 'rent-plan-2025-20', '--to', '2026-01-01'],
      1,
      '上一版没有第六条第一项',
    ],
    ['a policy that is not held', ['--policy', 'nobody'], 2, '没有叫“nobody”的政策'],
  ])('refuses %s', (_, args, exit, words) => {
    const { status, told } = amend('housing-decision-2025-2', ...args);
    expect(told).toContain(words);
    expect(status).toBe(exit);
    expect(existsSync(join(content, 'policies/housing-2024-9/editions/2020-01-01'))).toBe(false);
  });

  it('refuses a decision that names none of the policies held', () => {
    const file = join(content, '..', 'decision.txt');
    writeFileSync(
      file,
      '云泽市人民政府关于修改《云泽市渔港办法》的决定\n一、删去第三条。\n2031年1月1日\n',
    );
    const { status, told } = amend(file);
    expect(told).toContain('改的文件没有收录：《云泽市渔港办法》');
    expect(status).toBe(1);
  });
});

it.each([
  [[], '没有写是哪份决定'],
  [['a', 'b'], '一次只能照一份决定改'],
  [['a', '--to', '2025'], '要写成 2025-03-12 的样子'],
  [['a', '--policy'], '--policy 后面没有写'],
  [['a', '--all'], '不认识“--all”'],
])('%j is wrong usage', (args, words) => {
  expect(readAsked(args)).toContain(words);
});
