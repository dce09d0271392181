/** `npm run intake` as an editor runs it: what it writes, what it refuses, and that nothing is ever half written. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkContent } from '../src/content/check/content.ts';
import { readFolder } from '../src/content/read/folder.ts';

const TEXT = `某市某局文件

某局发〔2020〕7号

某市某局关于办事的通知

各单位：

现将办事的有关事项通知如下。

一、办事。各单位应当办事。

二、不推诿。各单位不得推诿。

某市某局
2020年3月5日
`;

let home: string;
let content: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'intake-test-'));
  content = join(home, 'content');
  mkdirSync(join(content, 'policies'), { recursive: true });
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const put = (name: string, bytes: string | Uint8Array): string => {
  const path = join(home, name);
  writeFileSync(path, bytes);
  return path;
};
const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/intake.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT: content },
  });
  return { status, stdout, stderr };
};
const policies = () => readdirSync(join(content, 'policies')).sort();
const written = (id: string, name: string) =>
  readFileSync(join(content, 'policies', id, name), 'utf8');
/** Nothing at all was written, beside the content neither. */
const nothingWritten = () => {
  expect(policies()).toEqual([]);
  expect(readdirSync(home).filter((name) => name.startsWith('.'))).toEqual([]);
};

describe('a file that can be read', () => {
  test('becomes a policy that passes the check, with the account of its characters beside it', () => {
    const { status, stdout, stderr } = run(put('通知.txt', TEXT));
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain('下一步：');
    expect(policies()).toEqual(['mjf-2020-7']);
    expect(written('mjf-2020-7', 'source.txt')).toBe(TEXT.replace(/\n\n/gu, '\n'));
    expect(written('mjf-2020-7', 'policy.yml')).toContain("issued: '2020-03-05' # 猜的：原文第9行");
    expect(written('mjf-2020-7', 'intake.md')).toContain('一个字也没有漏');
    const found = checkContent(readFolder(content)).filter(({ file }) =>
      file.startsWith('policies/'),
    );
    expect(found).toEqual([]);
  });

  test('gives the same bytes whenever and wherever it is read', () => {
    run(put('通知.txt', TEXT), '--id', 'a-1');
    const folder = join(home, 'elsewhere');
    mkdirSync(folder);
    writeFileSync(join(folder, '通知.txt'), TEXT);
    run(join(folder, '通知.txt'), '--id', 'a-2');
    for (const name of ['source.txt', 'policy.yml', 'intake.md'])
      expect(written('a-2', name)).toBe(written('a-1', name).replaceAll('a-1', 'a-2'));
  });

  test('is never written over one that is there: what would change is told', () => {
    const file = put('通知.txt', TEXT);
    run(file);
    const policy = join(content, 'policies/mjf-2020-7/policy.yml');
    const edited = readFileSync(policy, 'utf8').replace('title: 某', 'title: 甲');
    writeFileSync(policy, edited);
    const { status, stderr } = run(file);
    expect(status).toBe(1);
    expect(stderr).toMatch(/已经有 .*mjf-2020-7 这个文件夹，没有改它/u);
    expect(stderr).toContain('- title: 甲市');
    expect(stderr).toContain('+ title: 某市');
    expect(readFileSync(policy, 'utf8')).toBe(edited);
  });

  test('several files become a policy each, and one that is refused does not stop the others', () => {
    const other = TEXT.replace('7号', '8号');
    const { status, stderr } = run(
      put('甲.txt', TEXT),
      put('乙.png', Buffer.from('\x89PNG', 'latin1')),
      put('丙.txt', other),
    );
    expect(status).toBe(1);
    expect(stderr).toContain('乙.png\n  没有收录：');
    expect(policies()).toEqual(['mjf-2020-7', 'mjf-2020-8']);
  });
});

describe('refused with one sentence, and nothing is written', () => {
  test.each([
    ['../x'],
    ['/x'],
    ['a/b'],
    ['..'],
    ['A-1'],
    ['某'],
    ['index'],
    ['search'],
    ['pagefind'],
    [''],
  ])('--id %s', (id) => {
    const { status, stderr } = run(put('通知.txt', TEXT), `--id=${id}`);
    expect(status).toBe(1);
    expect(stderr).toContain('例如 --id abc-2020-1');
    nothingWritten();
    expect(existsSync(join(home, 'x'))).toBe(false);
  });

  test('a folder, a file that is not there, an empty one, one of 100 MB and more', () => {
    const large = put('大.docx', '');
    truncateSync(large, 100 * 1024 * 1024 + 1);
    const { status, stderr } = run(home, join(home, '没有.docx'), put('空.docx', ''), large);
    expect(status).toBe(1);
    for (const why of ['这是文件夹', '没有这个文件', '这个文件是空的', '超过 100 MB'])
      expect(stderr).toContain(why);
    expect(stderr.match(/没有收录/gu)).toHaveLength(4);
    nothingWritten();
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be opened', () => {
    const closed = put('锁.txt', TEXT);
    chmodSync(closed, 0);
    expect(run(closed)).toMatchObject({ status: 1, stderr: expect.stringContaining('打不开') });
    nothingWritten();
  });

  test('a text without number and title, until a name is given', () => {
    const file = put('一.txt', '一、办事。\n二、不推诿。\n');
    expect(run(file)).toMatchObject({ status: 1, stderr: expect.stringContaining('--id') });
    nothingWritten();
    expect(run(file, '--id', 'abc-2020-1').status).toBe(0);
  });

  test('a folder that is a link to nowhere', () => {
    symlinkSync(join(home, 'nowhere'), join(content, 'policies/abc-1'));
    const { status, stderr } = run(put('通知.txt', TEXT), '--id', 'abc-1');
    expect(status).toBe(1);
    expect(stderr).toContain('已经有');
    expect(existsSync(join(home, 'nowhere'))).toBe(false);
  });
});

test.each([
  [[], '没有写要收录哪个文件'],
  [['a.docx', '--force'], '不认识'],
  [['a.docx', 'b.docx', '--id', 'abc'], '一次只能收录一个文件'],
])('%j is wrong usage', (args, why) => {
  const { status, stderr } = run(...args);
  expect(status).toBe(2);
  expect(stderr).toContain(why);
});
