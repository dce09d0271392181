import { join } from 'node:path';
import { detectFormat } from '../../../src/intake/format/detect.ts';
import { drawUpLedger } from '../../../src/intake/ledger.ts';
import { READERS } from '../../../src/intake/readers.ts';
import { Refusal } from '../../../src/intake/reading.ts';
import { openFile } from '../intake/open-file.ts';
import { readApart } from '../intake/read-apart.ts';
import { median } from '../median.ts';
import { type Compared, compare, type Difference } from './compare.ts';
import type { Listed } from './manifest.ts';

/** What one file came to. */
export interface Judged extends Compared {
  file: string;
  word: boolean;
  refused: boolean;
  uncertain: number;
  seconds: number;
}

/** The figures over a folder. */
export interface Figures {
  files: number;
  /** Files of which everything that is known to be true was read so, or that were rightly refused. */
  equal: number;
  /** Characters lost without being dropped for a reason or marked uncertain. */
  silentLosses: number;
  /** Places for a person to look at. */
  uncertain: number;
  /** Files rightly refused. */
  refused: number;
  /** Of the Word files with automatic numbers the share in which all are right; 1 where there are none. */
  numbersRight: number;
  secondsMedian: number;
}

/** No file may hold the others up. */
const MOST_SECONDS = 30;

/** Reads one file of a folder and holds it against what is true of it. */
export async function judge(folder: string, listed: Listed): Promise<Judged> {
  const begun = performance.now();
  const result = await readAndCompare(folder, listed);
  const word = /^docx?$/u.test(listed.format);
  return { file: listed.file, word, seconds: (performance.now() - begun) / 1000, ...result };
}

async function readAndCompare(
  folder: string,
  listed: Listed,
): Promise<Omit<Judged, 'file' | 'word' | 'seconds'>> {
  const shouldRefuse = listed.truth.expect.startsWith('refuse');
  const failed = (expected: string, got: string, refused: boolean) => ({
    differences: shouldRefuse && refused ? [] : [{ field: 'expect', expected, got }],
    silent: 0,
    numbers: listed.truth.numbers_automatic ? false : null,
    refused,
    uncertain: 0,
  });
  try {
    const bytes = openFile(join(folder, listed.file));
    const { format } = detectFormat(bytes, listed.file);
    // A format that nobody reads yet is not rightly refused.
    if (!READERS[format]) return failed(listed.truth.expect, '没有读这种格式的程序', false);
    const reading = await readApart(format, bytes, () => {}, MOST_SECONDS);
    const ledger = drawUpLedger(reading);
    const uncertain = ledger.doubts.length;
    if (shouldRefuse) return { ...failed('refuse', '读了', false), uncertain };
    return { ...compare(listed, reading, ledger), refused: false, uncertain };
  } catch (error) {
    const { message } = error as Error;
    const refused = error instanceof Refusal;
    return failed(
      listed.truth.expect,
      `${refused ? '拒收' : '出错'}：${firstLine(message)}`,
      refused,
    );
  }
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? '';
}

/** The figures over all files. */
export function figuresOf(judged: readonly Judged[]): Figures {
  const numbered = judged.filter(({ word, numbers }) => word && numbers !== null);
  const right = numbered.filter(({ numbers }) => numbers).length;
  const sum = (of: (one: Judged) => number) => judged.reduce((all, one) => all + of(one), 0);
  return {
    files: judged.length,
    equal: judged.filter(({ differences }) => differences.length === 0).length,
    silentLosses: sum(({ silent }) => silent),
    uncertain: sum(({ uncertain }) => uncertain),
    refused: judged.filter(({ refused, differences }) => refused && differences.length === 0)
      .length,
    numbersRight: numbered.length ? round(right / numbered.length) : 1,
    secondsMedian: judged.length ? round(median(judged.map(({ seconds }) => seconds))) : 0,
  };
}

function round(figure: number): number {
  return Math.round(figure * 1000) / 1000;
}

/** All that differs, one line each: file, field, expected, got. */
export function differencesOf(judged: readonly Judged[]): ({ file: string } & Difference)[] {
  return judged.flatMap(({ file, differences }) =>
    differences.map((difference) => ({ file, ...difference })),
  );
}
