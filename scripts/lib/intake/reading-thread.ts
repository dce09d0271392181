/** The thread in which a file is read: see read-apart.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Format } from '../../../src/intake/format/detect.ts';
import { READERS } from '../../../src/intake/readers.ts';
import { Refusal } from '../../../src/intake/reading.ts';
import type { Said } from './read-apart.ts';

const { format, bytes }: { format: Format; bytes: Uint8Array } = workerData;
const say = (said: Said) => parentPort?.postMessage(said);

const read = READERS[format];
try {
  if (!read)
    throw new Refusal(
      '这种格式现在还读不了。用 Word 或 WPS 打开它，另存为 .txt（UTF-8），再收录。',
    );
  const reading = await read(bytes, (done, total) => say({ kind: 'progress', done, total }));
  say({ kind: 'read', reading });
} catch (error) {
  const { message, stack } = error as Error;
  if (error instanceof Refusal) say({ kind: 'refused', message });
  else say({ kind: 'failed', message: stack ?? message });
}
