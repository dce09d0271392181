/** The thread in which a PDF file is read: told the bytes, it reports each page, then the reading or why there is none. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Reading, Refusal } from '../reading.ts';
import { readPages } from './read-pages.ts';

/** What the thread tells. */
export type Report = { done: number; total: number } | { reading: Reading } | { refusal: string };

const report = (message: Report) => parentPort?.postMessage(message);

try {
  const reading = await readPages(workerData as Uint8Array, (done, total) =>
    report({ done, total }),
  );
  report({ reading });
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  report({ refusal: error.message });
}
