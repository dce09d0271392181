/**
 * Everything an editor should mend in the content folder, and in the site's address, all at once; exit 1 while there is
 * something. Where there is nothing, what the tables of the search weigh. `--report`: what the office should look at.
 */
import { lastLookedAt } from '../src/content/read/content.ts';
import { upkeepOf } from '../src/content/upkeep/upkeep.ts';
import { tellTables } from '../src/finish/search-tables.ts';
import { travellingSize } from '../src/finish/weight.ts';
import { makeLibrary } from '../src/site/library.ts';
import { searchTable } from '../src/site/search-words.ts';
import { buildDay } from './lib/build-day.ts';
import { type LoadedContent, loadContent } from './lib/content.ts';
import { tellContent } from './lib/told-content.ts';
import { upkeepReport } from './lib/told-upkeep.ts';

const content = loadContent();
const { day, rest } = buildDay(process.argv.slice(2));
if (tellContent(content, day)) await tellWeights(content);
else process.exitCode = 1;
if (rest.includes('--report')) {
  const on = day ?? lastLookedAt(content);
  console.log(upkeepReport(upkeepOf(content, on), content, on));
}

async function tellWeights(checked: LoadedContent): Promise<void> {
  const { policies } = makeLibrary(checked);
  const sizes = await Promise.all(
    policies.map((policy) => travellingSize(Buffer.from(JSON.stringify(searchTable(policy))))),
  );
  tellTables(policies.map(({ id }, i) => [id, sizes[i] ?? 0]));
}
