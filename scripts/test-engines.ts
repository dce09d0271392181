/**
 * `npm run test:engines [-- id …]`: the built site in every engine that is promised, or in those named. An engine that
 * is not to be had fails, as does every check that does not hold in it.
 */
import { CHECKS } from '../tests/engines/checks.ts';
import type { Driver, Engine } from '../tests/engines/driver.ts';
import { ENGINES } from '../tests/engines/engines.ts';
import { startListeningSite } from '../tests/engines/listening-site.ts';

/** A row of an engine's table: whether the check held, and what it said. */
interface Row {
  ok: boolean;
  name: string;
  note: string;
}

async function test({ name, start }: Engine): Promise<Row[]> {
  const site = await startListeningSite();
  try {
    const driver = await start();
    console.log(`\n${name}: ${driver.version}`);
    return await checkAll(driver, site).finally(() => driver.close());
  } catch (error) {
    console.log(`\n${name}`);
    return [print({ ok: false, name: '这种浏览器能启动', note: (error as Error).message })];
  } finally {
    await site.close();
  }
}

async function checkAll(
  driver: Driver,
  site: Awaited<ReturnType<typeof startListeningSite>>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, run } of CHECKS) {
    try {
      rows.push(print({ ok: true, name, note: (await run(driver, site)) ?? '' }));
    } catch (error) {
      rows.push(print({ ok: false, name, note: (error as Error).message }));
    }
  }
  return rows;
}

function print(row: Row): Row {
  console.log(`${row.ok ? '✓' : '✗'} ${row.name}${row.note && `：${row.note}`}`);
  return row;
}

function enginesAsked(ids: string[]): Engine[] {
  const unknown = ids.filter((id) => !ENGINES.some((engine) => engine.id === id));
  if (unknown.length) {
    const known = ENGINES.map(({ id }) => id).join(', ');
    throw new Error(`Unexpected engine "${unknown.join(', ')}", expected of: ${known}`);
  }
  return ids.length ? ENGINES.filter(({ id }) => ids.includes(id)) : ENGINES;
}

try {
  const rows: Row[] = [];
  for (const engine of enginesAsked(process.argv.slice(2))) rows.push(...(await test(engine)));
  const failed = rows.filter(({ ok }) => !ok).length;
  console.log(`\n${rows.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
