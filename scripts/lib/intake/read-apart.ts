import { Worker } from 'node:worker_threads';
import type { Format } from '../../../src/intake/format/detect.ts';
import { type Reading, Refusal } from '../../../src/intake/reading.ts';

/** What the reading thread says: how far it is, what it read, or why not. */
export type Said =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'read'; reading: Reading }
  | { kind: 'refused'; message: string }
  | { kind: 'failed'; message: string };

/**
 * How long reading a file may take, and how much memory for what it makes of it: a thousand pages of dense tables need
 * some seconds and 200 MB.
 */
const MOST_SECONDS = 60;
const MOST_MEGABYTES = 512;

/**
 * Reads bytes in a thread of its own, so that a file that was made to hang or to fill the memory ends as a `Refusal`.
 * Throws an error for a fault of ours.
 */
export async function readApart(
  format: Format,
  bytes: Uint8Array,
  progress: (done: number, total: number) => void,
  seconds = MOST_SECONDS,
): Promise<Reading> {
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    workerData: { format, bytes },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  try {
    return await new Promise((done, fail) => {
      const timer = setTimeout(() => fail(tooLong(seconds)), seconds * 1000);
      worker.on('message', (said: Said) => {
        if (said.kind === 'progress') return progress(said.done, said.total);
        clearTimeout(timer);
        if (said.kind === 'read') done(said.reading);
        else fail(said.kind === 'refused' ? new Refusal(said.message) : new Error(said.message));
      });
      worker.on('error', (error: Error & { code?: string }) => {
        clearTimeout(timer);
        fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : error);
      });
      worker.on('exit', () => {
        clearTimeout(timer);
        fail(new Error('Unexpected end of the reading thread'));
      });
    });
  } finally {
    await worker.terminate();
  }
}

const INSTEAD =
  '在 Word 或 WPS 里打开它，看是不是正常的文件；是的，复制全文，粘贴到新的文件，另存为 .docx，再收录。';

function tooLong(seconds: number): Refusal {
  return new Refusal(`读了 ${seconds} 秒还没有读完，停下了。${INSTEAD}`);
}

function tooMuch(): Refusal {
  return new Refusal(`这个文件展开以后太大，停下了。${INSTEAD}`);
}
