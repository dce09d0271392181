import { createHash } from 'node:crypto';
import { readMetadata } from '../domain/policy/metadata.ts';
import { splitPolicy } from '../domain/policy/split.ts';
import { type Detected, FORMAT_NAMES } from './format/detect.ts';
import { drawUpLedger } from './ledger.ts';
import { writePolicyYml } from './policy-yml.ts';
import { proposeId } from './propose-id.ts';
import { type Reading, Refusal } from './reading.ts';
import { writeReport } from './report.ts';

/** What is written into a policy's folder, and what it should be called. */
export interface TakenIn {
  id: string;
  /** By name: `source.txt`, `policy.yml`, `intake.md`. */
  files: Record<'source.txt' | 'policy.yml' | 'intake.md', string>;
  totals: ReturnType<typeof drawUpLedger>['totals'];
  doubts: number;
}

/**
 * The files of a policy's folder for a file as it was read. `id` is the folder's name, or `null` for one by the number
 * or the title. Throws a `Refusal` where none can be found, `Unbalanced` where the account is not even.
 */
export function takeIn(
  file: string,
  detected: Detected,
  reading: Reading,
  id: string | null,
): TakenIn {
  const ledger = drawUpLedger(reading);
  if (ledger.lines.length === 0) throw new Refusal('这个文件里没有文字。核对是不是选错了文件。');
  const found = readMetadata(splitPolicy(ledger.source).clauses);
  const name =
    id ??
    proposeId({
      title: found.title?.value ?? null,
      number: found.number?.value ?? null,
      issued: found.issued?.value ?? null,
    });
  if (!name)
    throw new Refusal(
      '原文里没有认出文号和标题，起不了文件夹的名字。在命令后面写 --id 和名字，例如 --id abc-2020-1。',
    );
  const sha256 = createHash('sha256').update(ledger.source).digest('hex');
  const notices = [...(detected.notice ? [detected.notice] : []), ...reading.notices];
  return {
    id: name,
    files: {
      'source.txt': ledger.source,
      'policy.yml': writePolicyYml(found, ledger.lines, sha256, ledger.notes),
      'intake.md': writeReport(
        { file, format: FORMAT_NAMES[detected.format], id: name, notices },
        ledger,
      ),
    },
    totals: ledger.totals,
    doubts: ledger.doubts.length,
  };
}
