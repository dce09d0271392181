import { Worker } from 'node:worker_threads';
import { type Reader, type Reading, Refusal } from '../reading.ts';
import type { Report } from './pdf-thread.ts';

/** No decent file takes so long; one made to do harm may take for ever. */
const MINUTES = 3;
const MEGABYTES = 1024;

/**
 * Reads a PDF file that has a text layer: printed lines joined to paragraphs, rows of tables, running heads and page
 * numbers dropped by evidence over pages. In a thread of its own, which can be stopped.
 */
export const readPdf: Reader = (bytes, progress) =>
  new Promise<Reading>((resolve, reject) => {
    const thread = new Worker(new URL('./pdf-thread.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
      execArgv: [],
    });
    const end = (settle: () => void) => {
      clearTimeout(timer);
      settle();
      void thread.terminate();
    };
    const timer = setTimeout(() => end(() => reject(tooLong())), MINUTES * 60_000);
    thread.on('message', (report: Report) => {
      if ('done' in report) progress(report.done, report.total);
      else if ('reading' in report) end(() => resolve(report.reading));
      else end(() => reject(new Refusal(report.refusal)));
    });
    thread.on('error', (error) => end(() => reject(refusalOf(error))));
  });

function tooLong(): Refusal {
  return new Refusal(
    `这个 PDF 读了 ${MINUTES} 分钟还没有读完，没有再读。请用“打印为 PDF”另存一份，或者拆成几个文件。`,
  );
}

function refusalOf(error: unknown): unknown {
  const code = (error as { code?: unknown }).code;
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new Refusal('这个 PDF 展开后太大，没有读。请用“打印为 PDF”另存一份，或者拆成几个文件。')
    : error;
}
