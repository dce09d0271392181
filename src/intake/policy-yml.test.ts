import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readMetadata } from '../domain/policy/metadata.ts';
import { splitPolicy } from '../domain/policy/split.ts';
import { writePolicyYml } from './policy-yml.ts';

const metadataOf = (lines: string[]) => readMetadata(splitPolicy(lines.join('\n')).clauses);
const SUM = '0'.repeat(64);

test('what the text says stands there with the line that says it', () => {
  const lines =
    '某局发〔2020〕1号\n某局关于印发《某: 办法（试行）》的通知\n各单位：\n本办法由某局负责解释。\n某某局\n2020年3月5日'.split(
      '\n',
    );
  expect(writePolicyYml(metadataOf(lines), lines, SUM)).toMatchInlineSnapshot(`
    "# npm run intake 写的。带“猜的”的，都要对照原件看过；看过了，把备注删去。行号是 source.txt 的行号。
    title: 某局关于印发《某:办法（试行）》的通知 # 猜的：原文第2行“某局关于印发《某: 办法（试行）》的通知”
    shortTitle: 某:办法（试行） # 猜的：从标题里取的；改成人们平常说的
    number: 某局发〔2020〕1号 # 猜的：原文第1行“某局发〔2020〕1号”
    issuer: 某某局 # 猜的：原文第5行“某某局”
    issued: '2020-03-05' # 猜的：原文第6行“2020年3月5日”
    ask: 某局 # 猜的：原文第4行“某局”
    sha256: '0000000000000000000000000000000000000000000000000000000000000000' # source.txt 的校验值
    "
  `);
});

test('what it does not say is left out, and says so', () => {
  const yml = writePolicyYml(metadataOf(['一、甲。']), ['一、甲。'], SUM);
  expect(parse(yml)).toEqual({ title: null, sha256: SUM });
  expect(yml).toContain('# 要加时另写一行 issued：没有认出印发的日期');
});

test.each(['“某”办法', "某'办法", '# 办法', '某: 办法', '- 某办法'])(
  '%s is read back from YAML as it is',
  (title) => {
    const told = { value: title, text: title, line: 1 };
    const yml = writePolicyYml({ ...metadataOf([]), title: told }, [title], SUM);
    expect(parse(yml).title).toBe(title);
  },
);
