/**
 * `npm run -s eval:editions -- FOLDER [--json]`: the editions of FOLDER/manifest.json compared, their decisions applied, their
 * citations linked. Exit 0 whatever the figures; exit 2 if the folder cannot be used.
 */
import { judgeDecisions } from './lib/editions-eval/decisions.ts';
import { type Editions, readEditions } from './lib/editions-eval/manifest.ts';
import { judgePairs } from './lib/editions-eval/pairs.ts';
import { judgeRelations } from './lib/editions-eval/relations.ts';
import { refuse } from './lib/evaluated-file.ts';

const args = process.argv.slice(2);
const folder = args.find((arg) => !arg.startsWith('--'));
if (!folder) refuse('用法：npm run -s eval:editions -- 文件夹 [--json]');
const editions = read(folder);
const { pairs, ...parts } = judge();
const figures = {
  ...pairs.figures,
  ...Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.figures])),
};
if (args.includes('--json')) console.log(JSON.stringify(figures, null, 2));
else {
  for (const line of [pairs, ...Object.values(parts)].flatMap(({ differs }) => differs))
    console.log(line);
  console.log(JSON.stringify(figures));
}

function judge() {
  try {
    return {
      pairs: judgePairs(editions),
      decisions: judgeDecisions(editions),
      relations: judgeRelations(editions),
    };
  } catch (error) {
    // A text that the manifest names and that is not there.
    refuse((error as Error).message);
  }
}

function read(from: string): Editions {
  try {
    return readEditions(from);
  } catch (error) {
    refuse(`读不了 ${from} 里的 manifest.json：${(error as Error).message}`);
  }
}
