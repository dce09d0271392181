/** The second half of `npm run build` by itself: makes the pages in dist/, or in the folder that is named, final. */
import { finishSite } from '../src/finish/finish-site.ts';
import { lawsOf, loadContent } from './lib/content.ts';

try {
  await finishSite(process.argv[2] ?? 'dist', lawsOf(loadContent()), process.env['SITE_URL']);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
