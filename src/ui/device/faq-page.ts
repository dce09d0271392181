import type { Pick } from '../../domain/citing/basket.ts';

const pages = new Map<string, Promise<Document>>();

/**
 * What an answer's own page says: our words, then each sentence with its place, with links that lead from anywhere.
 * Rejects where the page cannot be had.
 */
export async function loadFaq(url: URL): Promise<Element[]> {
  const page = await load(url);
  const parts = [...page.querySelectorAll('[data-faq] :is(.says, .quote)')];
  for (const link of parts.flatMap((part) => [...part.querySelectorAll('a')]))
    link.href = new URL(link.getAttribute('href') ?? '', url).href;
  return parts;
}

/** An answer to pass on: the question and our words, and those sentences they lean on that have a page. Rejects where its own cannot be had. */
export async function readFaq(
  url: URL,
  policy: string,
): Promise<{ said: string[]; picks: Pick[] }> {
  const page = await load(url);
  const lines = [...page.querySelectorAll('[data-faq] :is(h1, .says)')];
  const places = [...page.querySelectorAll<HTMLElement>('[data-faq] [data-sentence]')];
  const picks = places.map(({ dataset: { clause = '', sentence } }) => ({
    policy,
    clause,
    sentence: Number(sentence),
  }));
  return { said: lines.map(({ textContent }) => textContent?.trim() ?? ''), picks };
}

/** Each page is fetched once. */
function load(url: URL): Promise<Document> {
  const asked = pages.get(url.href) ?? fetchPage(url);
  pages.set(url.href, asked);
  asked.catch(() => pages.delete(url.href));
  return asked;
}

async function fetchPage(url: URL): Promise<Document> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`Unexpected ${response.status}, expected ${url}`);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}
