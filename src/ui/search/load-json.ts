/** A file of the site; rejects where it cannot be had. */
export async function loadJson<T>(href: string, base: URL): Promise<T> {
  const response = await fetch(new URL(href.slice(1), base));
  if (!response.ok) throw new Error(`Unexpected ${response.status}, expected ${href}`);
  return response.json();
}
