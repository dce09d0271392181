/** `npm run build [-- FOLDER]`: checks the content, writes the pages and makes them final, into dist/ or FOLDER. */
import { show } from './lib/run-command.ts';

const root = process.argv[2] ?? 'dist';
const done =
  (await show({ name: 'check', args: ['scripts/check-content.ts'] })) &&
  (await show({
    name: 'write',
    args: ['--max-semi-space-size=8', 'scripts/write-pages.ts', root],
  })) &&
  (await show({ name: 'finish', args: ['scripts/finish-pages.ts', root] }));
process.exitCode = done ? 0 : 1;
