import type { Advice, Problem, Section } from '../../domain/problem.ts';
import type { ReadText } from '../read/policy.ts';
import { notUtf8 } from '../read/yaml-file.ts';
import { checkMetadata } from './metadata.ts';

/** Whether the text is there, is the one received, and can be split; and what `policy.yml` says of it. */
export function checkText(folder: ReadText): Problem[] {
  const { info, source, policy, empty, findings } = folder;
  const file = `${folder.folder}source.txt`;
  const told = (words: Advice, section: Section): Problem[] => [
    { file, line: 1, ...words, section },
  ];
  if (!source)
    return [
      ...info.problems,
      ...told({ problem: '没有这个文件。', fix: '放入 source.txt，也就是原文。' }, '政策信息'),
    ];
  const garbled = notUtf8(file, source.text);
  const nothing = {
    problem: '除了标题和落款，原文里没有文字。',
    fix: '核对 source.txt 是不是这份政策的全文。',
  };
  return [
    ...info.problems,
    ...(garbled ? [garbled] : checkSource(folder)),
    ...(empty ? told(nothing, '原文与分段') : []),
    ...(policy ? findings : []).map(({ hint, ...finding }) =>
      hint ? { ...finding, file: info.file, line: info.lineAt(hint) } : { ...finding, file },
    ),
  ];
}

function checkSource({ info, source, policy }: ReadText): Problem[] {
  const problems: Problem[] = [];
  const report = (key: string, words: Advice) =>
    problems.push({ file: info.file, line: info.lineAt([key]), ...words, section: '政策信息' });
  if (info.data && source && source.sha256 !== info.data.sha256) {
    report('sha256', {
      problem: 'source.txt 的内容与登记的 sha256 不一致，原文可能被改动过。',
      fix: `先找回收到的原文：刚改过的撤销；用 npm run intake 收录来的，再运行一次，会列出差在哪几行；确实换了新的原文，才写 sha256: ${source.sha256}`,
    });
  }
  if (!policy) return problems;
  if (info.data)
    for (const { key, ...words } of checkMetadata(info.data, policy.clauses)) report(key, words);
  return problems;
}
