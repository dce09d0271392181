/** `npm start`: serves dist/ on PORT, else on the first free port from 4321. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Handler, siteHandler } from './lib/site-handler.ts';

const FIRST_PORT = 4321;
const PORTS_TRIED = 20;

async function listen(handler: Handler, port: number): Promise<Server> {
  const server = createServer(handler).listen(port);
  await once(server, 'listening');
  return server;
}

/** The server on `port`, or nothing when another program has that port. */
async function listenIfFree(handler: Handler, port: number): Promise<Server | undefined> {
  try {
    return await listen(handler, port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return undefined;
  }
}

async function listenOn(handler: Handler, ports: number[]): Promise<Server> {
  for (const port of ports) {
    const server = await listenIfFree(handler, port);
    if (server) return server;
  }
  throw new Error(`Unexpected use of port ${ports.join(', ')}, expected a free one. Set PORT`);
}

function portsToTry(asked: string | undefined): number[] {
  if (!asked) return Array.from({ length: PORTS_TRIED }, (_, i) => FIRST_PORT + i);
  const port = Number(asked);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return [port];
  throw new Error(`Unexpected PORT "${asked}", expected a number from 0 to 65535`);
}

try {
  const handler = siteHandler('dist');
  const server = await listenOn(handler, portsToTry(process.env['PORT']));
  const { port } = server.address() as AddressInfo;
  console.log(`网站已在 http://localhost:${port}/ 打开，按 Ctrl+C 结束`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
