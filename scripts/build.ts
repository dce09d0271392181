/**
 * `npm run build [-- FOLDER --day DAY]`: checks the content, writes the pages and makes them final, into dist/ or FOLDER. Exit
 * 2 on a wrong day.
 */
import { buildDay } from './lib/build-day.ts';
import type { LoadedContent } from './lib/content.ts';
import { startWriter } from './lib/writer.ts';

const {
  day,
  rest: [root = 'dist'],
} = buildDay(process.argv.slice(2));
// Astro takes a second to get ready, in which all else is loaded and the content is checked.
const writer = startWriter(root, day);
try {
  const { loadContent } = await import('./lib/content.ts');
  const { tellContent } = await import('./lib/told-content.ts');
  const content = loadContent();
  if (tellContent(content, day)) await build(content);
  else fail();
} catch (error) {
  fail();
  console.error(error instanceof Error ? error.message : error);
}

async function build(content: LoadedContent): Promise<void> {
  const written = writer.write();
  const { tellUpkeep } = await import('./lib/told-upkeep.ts');
  const { upkeepOf } = await import('../src/content/upkeep/upkeep.ts');
  const { lastLookedAt } = await import('../src/content/read/content.ts');
  tellUpkeep(upkeepOf(content, day ?? lastLookedAt(content)), content.folder);
  const { tellChanges } = await import('./lib/told-changes.ts');
  tellChanges(content.policies);
  const { lawsOf } = await import('./lib/content.ts');
  const { finishSite } = await import('../src/finish/finish-site.ts');
  if (await written) await finishSite(root, lawsOf(content), process.env['SITE_URL']);
  else fail();
}

function fail(): void {
  writer.stop();
  process.exitCode = 1;
}
