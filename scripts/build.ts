/** `npm run build`: the site into dist/. Nothing is reported to anyone while it is built. */
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const { build } = await import('astro');

try {
  await build({});
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
