/** `npm run build [-- FOLDER]`: checks the content, writes the pages and makes them final, into dist/ or FOLDER. */
import { type LoadedContent, lawsOf, loadContent } from './lib/content.ts';
import { tellChanges } from './lib/told-changes.ts';
import { tellContent } from './lib/told-content.ts';
import { startWriter } from './lib/writer.ts';

const root = process.argv[2] ?? 'dist';
// Astro takes a second to get ready, in which the content is checked.
const writer = startWriter(root);
try {
  const content = loadContent();
  if (tellContent(content)) await build(content);
  else fail();
} catch (error) {
  fail();
  console.error(error instanceof Error ? error.message : error);
}

async function build(content: LoadedContent): Promise<void> {
  const written = writer.write();
  tellChanges(content.policies);
  // What the second half needs is read while the first is at work.
  const { finishSite } = await import('../src/finish/finish-site.ts');
  if (await written) await finishSite(root, lawsOf(content), process.env['SITE_URL']);
  else fail();
}

function fail(): void {
  writer.stop();
  process.exitCode = 1;
}
