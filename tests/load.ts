/** Many readers at once: every file of a site asked for over and over, each answer compared with its sum. */
import { createHash } from 'node:crypto';
import { Agent, get, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';

const CONNECTIONS = 100;

/** What came of it. */
export interface Load {
  requests: number;
  /** Connections that were really opened; more than were open at once, where the server closed some. */
  connections: number;
  seconds: number;
  bytes: number;
  /** Answers that came compressed. */
  compressed: number;
  /** Each answer that was not the file: which, and what was wrong. */
  wrong: string[];
}

/**
 * Asks for each file `times` times over 100 connections at once, every second time as a browser that takes gzip.
 * `url` ends in a slash; `sums` is file → SHA-256.
 */
export async function load(
  url: string,
  sums: ReadonlyMap<string, string>,
  times: number,
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const readers: Readers = { agent, sockets: new Set() };
  const seen: Load = {
    requests: 0,
    connections: 0,
    seconds: 0,
    bytes: 0,
    compressed: 0,
    wrong: [],
  };
  const files = Array.from({ length: times }, () => [...sums.keys()]).flat();
  const start = performance.now();
  const reader = async () => {
    for (let file = files.pop(); file !== undefined; file = files.pop()) {
      const turn = seen.requests++;
      try {
        const answer = await ask(new URL(file, url), readers, turn % 2 ? 'gzip' : 'identity');
        const sent = await buffer(answer);
        const zipped = answer.headers['content-encoding'] === 'gzip';
        const body = zipped ? gunzipSync(sent) : sent;
        seen.bytes += sent.length;
        if (zipped) seen.compressed++;
        const sum = createHash('sha256').update(body).digest('hex');
        if (answer.statusCode !== 200) seen.wrong.push(`${file}: ${answer.statusCode}`);
        else if (sum !== sums.get(file)) seen.wrong.push(`${file}: other bytes`);
      } catch (error) {
        seen.wrong.push(`${file}: ${(error as Error).message}`);
      }
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, reader));
  agent.destroy();
  return {
    ...seen,
    connections: readers.sockets.size,
    seconds: (performance.now() - start) / 1000,
  };
}

/** Readers that keep their connections, and the connections they have had. */
interface Readers {
  agent: Agent;
  sockets: Set<Socket>;
}

/** A server may close a connection that waits; what was asked over it just then is asked again, as browsers do. */
function ask(url: URL, readers: Readers, encoding: string): Promise<IncomingMessage> {
  return new Promise((answered, failed) => {
    const { agent, sockets } = readers;
    let kept = false;
    get(url, { agent, headers: { 'Accept-Encoding': encoding } }, answered)
      .on('socket', (socket) => {
        // Node's own `reusedSocket` does not see a connection that is handed over at once.
        kept = sockets.has(socket);
        sockets.add(socket);
      })
      .on('error', (error: NodeJS.ErrnoException) => {
        if (kept && error.code === 'ECONNRESET') ask(url, readers, encoding).then(answered, failed);
        else failed(error);
      });
  });
}

/** The figures in one line: `nginx: 6000 requests over 100 connections in 3.1 s, 120 MB, all intact`. */
export function figures(host: string, seen: Load): string {
  const { requests, connections, seconds, bytes, compressed, wrong } = seen;
  const state = wrong.length ? `${wrong.length} wrong` : 'all intact';
  return `${host}: ${requests} requests over ${connections} connections in ${seconds.toFixed(1)} s, ${(bytes / 1e6).toFixed(0)} MB, ${compressed} compressed, ${state}`;
}
