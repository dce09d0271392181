/** `npm run build`: the site into dist/. Astro reports nothing to anyone while it is built. */
import { build } from 'astro';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

try {
  await build({});
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
