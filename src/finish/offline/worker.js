// The service worker. The build puts VERSION and KEPT, the files to keep, before it (keep.ts).
/** Sites that stand beside each other on one host share one storage: each keeps and clears its own. */
const OWN = `site ${registration.scope} `;
const CACHE = OWN + VERSION;
const KEPT_AT = 'kept-at';
const { pathname: SCOPE } = new URL(registration.scope);
/** Files named by their contents never change. */
const FOR_EVER = `${SCOPE}_astro/`;
/** What is kept from the start, and the table of the staff desk once it was used. */
const FILES = new Set(KEPT.map((path) => SCOPE + path));
/** Tables of the search and the desk, kept once they were used. */
const TABLES = /\/(?:search-table|desk|library)\.json$/;
/** A page of this site, whole: the host may answer with a page of its own, and a connection may end early. */
const OURS = /<display-settings.*<\/html>/s;

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      // Round the browser's own cache, which may hold what the last version showed.
      await Promise.all(
        KEPT.map(async (path) => keep(SCOPE + path, await fetch(path, { cache: 'no-cache' }))),
      );
      const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true });
      await Promise.all(windows.map(({ url }) => keepOpen(url).catch(() => {})));
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith(OWN) && name !== CACHE) await caches.delete(name);
      }
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (pathname.startsWith(FOR_EVER)) event.respondWith(fromCacheFirst(event, request));
  else if (request.mode === 'navigate' || FILES.has(pathname) || TABLES.test(pathname))
    event.respondWith(fromNetworkFirst(event, request));
});

/** One key for a page, however a host writes its address: `/`, `/index.html`; `/p/p3-4`, `/p/p3-4.html?q#s1`. */
function keyOf(address) {
  const { pathname } = new URL(address, registration.scope);
  if (pathname.endsWith('/')) return `${pathname}index.html`;
  return /\.[^/]*$/.test(pathname) ? pathname : `${pathname}.html`;
}

/** Keeps a good answer, and of what is opened only pages of this site; throws at another. */
async function keep(key, response) {
  const body = await response.blob();
  const known = key.endsWith('.html')
    ? OURS.test(await body.text())
    : FILES.has(key) || TABLES.test(key) || key.startsWith(FOR_EVER);
  if (!response.ok || !known)
    throw new Error(`Unexpected answer ${response.status} for ${response.url}`);
  const headers = new Headers(response.headers);
  headers.set(KEPT_AT, new Date().toISOString());
  await (await caches.open(CACHE)).put(key, new Response(body, { headers }));
}

/** What is kept of this site and this version; older caches are passed over, whoever made them. */
async function keptAs(key) {
  return (await caches.open(CACHE)).match(key);
}

/** The page that a reader came by is not asked of the worker: it is kept while the worker is installed. */
async function keepOpen(url) {
  const response = await fetch(url);
  const html = await response.clone().text();
  await keep(keyOf(url), response);
  const files = [...html.matchAll(/(?:href|src)="([^"?#]*_astro\/[^"]+)"/g)].map(
    ([, link]) => new URL(link, response.url).pathname,
  );
  await Promise.all(
    files.map(async (file) => (await keptAs(file)) ?? (await keep(file, await fetch(file)))),
  );
}

async function fromCacheFirst(event, request) {
  const key = keyOf(request.url);
  const kept = await keptAs(key);
  if (kept) return kept;
  const response = await fetch(request);
  later(event, keep(key, response.clone()));
  return response;
}

/** What goes on while an answer is on its way to the page. What cannot be kept is no fault of the page. */
function later(event, keeping) {
  event.waitUntil(keeping.catch(() => {}));
}

/** An old text is never shown when the new one can be had. */
async function fromNetworkFirst(event, request) {
  const isPage = request.mode === 'navigate';
  const key = keyOf(request.url);
  const response = await fetch(request).catch(() => undefined);
  // A server that fails is as good as none: a copy says more than its message.
  if (response && response.status < 500) {
    // Beside what is kept from the start: what was opened, such as a topic of the self-check.
    later(event, keep(key, response.clone()));
    return response;
  }
  const kept = await keptAs(key);
  if (!isPage) return kept ?? response ?? Response.error();
  const readable = kept?.headers.get('content-type')?.startsWith('text/html');
  return readable ? withNotice(kept) : (response ?? nothingKept());
}

/** A kept page, with a line at its head that says so. */
async function withNotice(kept) {
  const day = new Date(kept.headers.get(KEPT_AT) ?? 0);
  const two = (number) => String(number).padStart(2, '0');
  const when = `${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日${two(day.getHours())}:${two(day.getMinutes())}`;
  const notice = `<p data-offline role="status">离线：现在取不到网页，这是${when}存在这台设备上的副本。连上网以后请刷新。</p>`;
  const html = (await kept.text()).replace(/<body[^>]*>/, (body) => body + notice);
  return new Response(html, { headers: { 'Content-Type': 'text/html;charset=utf-8' } });
}

function nothingKept() {
  const links = [
    ['index.html', '首页'],
    [KEPT[0], '全文'],
  ].map(
    ([path, name]) => `<li><a href="${new URL(path, registration.scope).href}">${name}</a></li>`,
  );
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>离线</title><h1>离线：这一页没有存在这台设备上</h1><p>连上网以后请刷新。这台设备上存着：</p><ul>${links.join('')}</ul></html>`;
  return new Response(html, {
    status: 503,
    headers: { 'Content-Type': 'text/html;charset=utf-8' },
  });
}
