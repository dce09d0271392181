// The service worker. The build puts VERSION and KEPT, the files to keep, before it (keep.ts).
/** Sites that stand beside each other on one host share one storage: each keeps and clears its own. */
const OWN = `site ${registration.scope} `;
const CACHE = OWN + VERSION;
const KEPT_AT = 'kept-at';
/** Files named by their contents never change. */
const FOR_EVER = /\/_astro\//;

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(CACHE);
      // Round the browser's own cache, which may hold what the last version showed.
      await Promise.all(
        KEPT.map(async (path) => keep(cache, path, await fetch(path, { cache: 'no-cache' }))),
      );
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
  if (FOR_EVER.test(pathname)) event.respondWith(fromCacheFirst(event, request));
  else if (request.mode === 'navigate' || pathname.endsWith('.json'))
    event.respondWith(fromNetworkFirst(event, request));
});

async function keep(cache, key, response) {
  if (!response.ok) throw new Error(`Unexpected ${response.status} for ${response.url}`);
  const headers = new Headers(response.headers);
  headers.set(KEPT_AT, new Date().toISOString());
  await cache.put(key, new Response(await response.blob(), { headers }));
}

async function fromCacheFirst(event, request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  keepLater(event, request.url, response);
  return response;
}

/** Keeps a copy of an answer while the answer itself goes to the page. What cannot be kept is no fault of the page. */
function keepLater(event, key, response) {
  if (!response.ok) return;
  const copy = response.clone();
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => keep(cache, key, copy))
      .catch(() => {}),
  );
}

/** An old text is never shown when the new one can be had. */
async function fromNetworkFirst(event, request) {
  const response = await fetch(request).catch(() => undefined);
  // A server that fails is as good as none: a copy says more than its message.
  if (response && response.status < 500) {
    // Beside what is kept from the start: what was opened, such as a topic of the self-check.
    keepLater(event, request.url.replace(/[?#].*/, ''), response);
    return response;
  }
  const { pathname } = new URL(request.url);
  const page = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  const kept = await caches.match(page, { ignoreSearch: true });
  if (request.mode !== 'navigate') return kept ?? response ?? Response.error();
  return kept ? withNotice(kept) : (response ?? nothingKept());
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
