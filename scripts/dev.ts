/**
 * `npm run dev`: pages as one edits the content, each with what is wrong with it, on PORT, else on the first free port
 * from 4321. The terminal is told where, and then each time how many problems there are.
 */
import { contentFault, contentFolder } from '../src/content/read/folder.ts';
import { buildDay } from './lib/build-day.ts';
import { refuse } from './lib/evaluated-file.ts';
import { siteUrlFault } from './lib/site-url.ts';

const {
  day,
  rest: [unknown],
} = buildDay(process.argv.slice(2));
if (unknown)
  refuse(
    `不认识“${unknown}”。用法：npm run dev [-- --day 日期]；要换端口，写 PORT=4400 npm run dev`,
  );
const folder = contentFolder();
const fault = contentFault(folder) ?? siteUrlFault(process.env['SITE_URL']);
if (fault) refuse(fault);

// Pages and checks know their day by this.
if (day) process.env['DAY'] = day;
// Astro reports to nobody, and asks nobody for a newer version.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';

let said = '';
function say(line: string): void {
  if (line !== said) console.log(line);
  said = line;
}

try {
  const { dev } = await import('astro');
  const { workbench } = await import('./lib/dev/integration.ts');
  const tell = (all: number, address: string) =>
    say(all ? `${all} 个问题，见 ${new URL('problems.html', address)}` : '没有问题');
  const server = await dev({
    // Messages come with their place at this level only; what is no error goes nowhere.
    logLevel: 'debug',
    logger: { entrypoint: new URL('./lib/dev/log.ts', import.meta.url) },
    server: { port: Number(process.env['PORT'] || 4321) },
    integrations: [workbench(folder, tell)],
  });
  console.log(`网站已在 ${server.resolvedUrls.local[0]} 打开，按 Ctrl+C 结束`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
