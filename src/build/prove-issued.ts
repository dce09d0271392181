import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { firstDifference } from '../domain/policy/equality.ts';

/**
 * Proves on the pages as built that published = issued: the text of the elements marked `data-issued` on the
 * whole-text page, in order, is that of `source.txt` beside it, line breaks aside; and each clause page shows a
 * stretch of it. Throws with the place where they part.
 */
export async function proveIssued(root: string, policy: string): Promise<void> {
  const source = withoutBreaks(await readFile(join(root, policy, 'source.txt'), 'utf8'));
  const whole = await issuedText(join(root, `${policy}.html`));
  const difference = firstDifference(source, whole);
  if (difference) {
    throw new Error(
      `Unexpected issued text in ${policy}.html at character ${difference.at}: "${difference.actual}", expected "${difference.expected}"`,
    );
  }
  for (const page of await readdir(join(root, policy))) {
    if (!page.endsWith('.html')) continue;
    const stretch = await issuedText(join(root, policy, page));
    if (stretch === '' || !source.includes(stretch)) {
      throw new Error(
        `Unexpected issued text in ${policy}/${page}, expected a stretch of source.txt: "${stretch.slice(0, 40)}"`,
      );
    }
  }
}

function withoutBreaks(text: string): string {
  return text
    .split(/\r\n|\r|\n/u)
    .filter((line) => line.trim() !== '')
    .join('');
}

async function issuedText(file: string): Promise<string> {
  const page = parseDocument(await readFile(file, 'utf8'));
  return DomUtils.findAll((element) => 'data-issued' in element.attribs, page.children)
    .map((element) => DomUtils.textContent(element))
    .join('');
}
