import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import QRCode from 'qrcode';
import { codeHref, siteUrl } from '../routes.ts';

/** Writes the code of every page as an SVG under `qr/`, for a site that knows its own address. */
export async function writeCodes(
  root: string,
  pages: readonly string[],
  site: string,
): Promise<void> {
  for (const page of pages) {
    const href = `/${page}`;
    const file = join(root, codeHref(href));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await QRCode.toString(siteUrl(site, href), { type: 'svg', margin: 4 }));
  }
}
