import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { fromDebian } from './debian.ts';
import type { Driver } from './driver.ts';
import { startWebDriver } from './webdriver.ts';

/** Starts WebKitGTK's own small browser on a screen that only it sees. */
export async function startWebKit(env: Record<string, string>): Promise<Driver> {
  const packages = ['webkit2gtk-driver', 'xvfb'];
  const server = fromDebian(packages, '/usr/bin/WebKitWebDriver');
  const binary = fromDebian(packages, '/usr/lib/*/webkit2gtk-4.*/MiniBrowser');
  const screen = spawn(
    fromDebian(packages, '/usr/bin/Xvfb'),
    ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const [display] = await once(screen.stdout, 'data', {
    signal: AbortSignal.timeout(10_000),
  });
  const port = await freePort();
  const driven = spawn(server, [`--port=${port}`], {
    env: { ...env, DISPLAY: `:${String(display).trim()}` },
    stdio: 'ignore',
  });
  const stop = () => stopAll([driven, screen]);
  try {
    await answering(`http://127.0.0.1:${port}/status`);
    const options = { binary, args: ['--automation'] };
    const driver = await startWebDriver(`http://127.0.0.1:${port}`, {
      'webkitgtk:browserOptions': options,
    });
    return { ...driver, close: () => driver.close().finally(stop) };
  } catch (error) {
    stop();
    throw error;
  }
}

function stopAll(processes: ChildProcess[]): void {
  for (const one of processes) one.kill();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function answering(url: string, tries = 50): Promise<void> {
  try {
    await fetch(url);
  } catch (error) {
    if (tries === 0) throw error;
    await new Promise((done) => setTimeout(done, 100));
    await answering(url, tries - 1);
  }
}
