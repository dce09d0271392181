/** Real web servers for tests: each started on a free port with a configuration and a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { forNginx } from '../src/finish/headers/nginx.ts';
import type { Host } from './hosts.ts';

/** A path of the domain under which the site stands too. */
const PATH = '/a/b/';

/** Where packages put servers, beside what PATH names. */
const PLACES = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
const APACHE_MODULES = [
  '/usr/lib/apache2/modules',
  '/usr/lib64/httpd/modules',
  '/etc/httpd/modules',
];

/** nginx with the lines of `npm run -s headers -- nginx`, once at the root of a port and once under a path. */
export async function nginx(site: string, policy: string): Promise<Host & { under: string }> {
  const program = found(['nginx'], 'nginx');
  const [port, second] = [await freePort(), await freePort()];
  const at = folders(site);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(join(at.home, 'site.conf'), forNginx(policy));
  writeFileSync(
    join(at.home, 'under.conf'),
    forNginx(policy).replace(' /404.html;', ` ${PATH}404.html;`),
  );
  const config = `
    daemon off; pid nginx.pid; error_log error.log;
    events { worker_connections 1024; }
    http {
      access_log off;
      ${temporary.map((name) => `${name}_temp_path ${name};`).join(' ')}
      server { listen 127.0.0.1:${port}; root ${at.site}; include ${at.home}/site.conf; }
      server { listen 127.0.0.1:${second}; root ${at.domain}; location ${PATH} { include ${at.home}/under.conf; } }
    }`;
  writeFileSync(join(at.home, 'nginx.conf'), config);
  const args = ['-p', at.home, '-e', 'error.log', '-c', join(at.home, 'nginx.conf')];
  return started(program, args, at.home, port, `http://127.0.0.1:${second}${PATH}`);
}

/** Apache with the `.htaccess` of the site and `AllowOverride FileInfo`, at the root of a port and under a path. */
export async function apache(site: string): Promise<Host & { under: string }> {
  const program = found(['apache2', 'httpd'], 'apache2');
  const modules = APACHE_MODULES.find((folder) => existsSync(folder));
  if (!modules) throw new Error(`Unexpected absence of Apache’s modules in ${APACHE_MODULES}`);
  const [port, second] = [await freePort(), await freePort()];
  const at = folders(site);
  const loaded = [
    'mpm_event',
    'authz_core',
    'alias',
    'dir',
    'mime',
    'headers',
    'filter',
    'deflate',
  ];
  const user = process.getuid?.() === 0 ? 'User nobody\nGroup #65534' : '';
  const config = `
    ServerRoot ${at.home}
    ServerName localhost
    Listen 127.0.0.1:${port}
    Listen 127.0.0.1:${second}
    PidFile apache.pid
    ErrorLog error.log
    Mutex file:${at.home}
    ${loaded.map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`).join('\n')}
    TypesConfig /dev/null
    ${user}
    <VirtualHost *:${port}>
      DocumentRoot ${at.site}
    </VirtualHost>
    <VirtualHost *:${second}>
      DocumentRoot ${at.domain}
      <Directory ${at.domain}>
        ErrorDocument 404 ${PATH}404.html
      </Directory>
    </VirtualHost>
    <Directory ${at.domain}>
      Require all granted
      AllowOverride FileInfo
      Options FollowSymLinks
    </Directory>
    <Files ".ht*">
      Require all denied
    </Files>`;
  writeFileSync(join(at.home, 'httpd.conf'), config.replace(/^ {4}/gmu, ''));
  const args = ['-D', 'FOREGROUND', '-f', join(at.home, 'httpd.conf')];
  return started(program, args, at.home, port, `http://127.0.0.1:${second}${PATH}`);
}

/** A program of the system. Its absence is an error that says how to get it: a test must not pass unseen. */
function found(names: string[], debianPackage: string): string {
  const program = names
    .flatMap((name) => PLACES.map((place) => join(place, name)))
    .find((file) => existsSync(file));
  if (program) return program;
  throw new Error(
    `Unexpected absence of ${names.join(', ')}, expected a web server to test with. On Debian: apt-get install -y --no-install-recommends ${debianPackage}`,
  );
}

/** A copy of the site that a server without rights can read, in a folder that goes away with the server. */
function folders(site: string): { home: string; domain: string; site: string } {
  const home = mkdtempSync(join(tmpdir(), 'web-server-'));
  const domain = join(home, 'domain');
  const copy = join(domain, PATH);
  mkdirSync(copy, { recursive: true });
  cpSync(site, copy, { recursive: true });
  for (const folder of [home, domain, join(domain, 'a'), copy]) chmodSync(folder, 0o755);
  return { home, domain, site: copy.replace(/\/$/u, '') };
}

async function started(
  program: string,
  args: string[],
  home: string,
  port: number,
  under: string,
): Promise<Host & { under: string }> {
  const url = `http://127.0.0.1:${port}/`;
  const server = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const said: Buffer[] = [];
  server.stderr.on('data', (part) => said.push(part));
  const close = async () => {
    if (server.exitCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    rmSync(home, { recursive: true, force: true });
  };
  if (await answers(url, server)) return { url, under, close };
  const log = join(home, 'error.log');
  const why = `${Buffer.concat(said)}${existsSync(log) ? readFileSync(log, 'utf8') : ''}`;
  await close();
  throw new Error(`Unexpected end of ${program}: ${why}`);
}

/** Whether the server answers before it ends or ten seconds have passed. */
async function answers(url: string, server: ChildProcess): Promise<boolean> {
  for (let tries = 0; tries < 100 && server.exitCode === null; tries++) {
    const up = await fetch(url).then(
      () => true,
      () => false,
    );
    if (up) return true;
    await setTimeout(100);
  }
  return false;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
