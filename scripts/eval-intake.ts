/**
 * `npm run -s eval:intake -- FOLDER [--json]`: reads every file that FOLDER/manifest.json lists, as `npm run intake` does,
 * and holds each against what is true of it. Prints the figures, and what differs. Exit 0 whatever the figures; exit 2
 * if the folder cannot be used.
 */
import { table } from './lib/bench/table.ts';
import { refuse } from './lib/evaluated-file.ts';
import {
  differencesOf,
  type Figures,
  figuresOf,
  type Judged,
  judge,
} from './lib/intake-eval/evaluate.ts';
import { type Listed, readManifest } from './lib/intake-eval/manifest.ts';

const args = process.argv.slice(2);
const [folder, ...others] = args.filter((arg) => arg !== '--json');
if (!folder || others.length) refuse('用法：npm run -s eval:intake -- 文件夹 [--json]');

const judged: Judged[] = [];
for (const listed of manifestOf(folder)) judged.push(await judge(folder, listed));
const figures = figuresOf(judged);
if (args.includes('--json')) console.log(JSON.stringify(figures, null, 2));
else print(figures, judged);

function manifestOf(from: string): Listed[] {
  try {
    return readManifest(from);
  } catch (error) {
    return refuse(`${from}：manifest.json 读不了。${(error as Error).message}`);
  }
}

function print(of: Figures, all: readonly Judged[]): void {
  console.log(
    table(
      ['', ''],
      Object.entries(of).map(([name, figure]) => [name, String(figure)]),
    ),
  );
  const rows = all.map(({ file, differences, silent, uncertain, refused, seconds }) => [
    file,
    refused ? 'refused' : differences.length ? String(differences.length) : '=',
    String(silent),
    String(uncertain),
    seconds.toFixed(2),
  ]);
  console.log(`\n${table(['file', 'differences', 'silent', 'uncertain', 'seconds'], rows)}`);
  for (const { file, field, expected, got } of differencesOf(all))
    console.log(`\n${file}  ${field}\n  应当 ${expected}\n  得到 ${got}`);
}
