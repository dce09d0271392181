// The service worker. The build puts VERSION and KEPT, the files to keep, before it (keep.ts).
/** Sites that stand beside each other on one host share one storage: each keeps and clears its own. */
const OWN = `site ${registration.scope} `;
const CACHE = OWN + VERSION;
/** Each document that a reader chose to keep whole has a cache of its own, which new versions leave alone. */
const CHOSEN = `${OWN}chosen `;
/** What a chosen document may take of the device, in bytes, and how many of its files are asked for at a time. */
const MOST = 2 * 1024 * 1024;
const AT_ONCE = 6;
/** A chosen document is kept anew with a new version and, since not every change makes one, after this long. */
const FRESH = 24 * 60 * 60 * 1000;
const KEPT_AT = 'kept-at';
const { pathname: SCOPE } = new URL(registration.scope);
/** Files named by their contents never change. */
const FOR_EVER = `${SCOPE}_astro/`;
/** What is kept from the start. */
const FILES = new Set(KEPT.map((path) => SCOPE + path));
/** Tables of the search and the desk, kept once they were used. */
const TABLES = /\/(?:search-table|desk|library|search-lexicon|(?:pairs|words)-\d+)\.json$/;
/** A page of this site, whole: the host may answer with a page of its own, and a connection may end early. */
const OURS = /<display-settings.*<\/html>/s;

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      // Round the browser's own cache, which may hold what the last version showed.
      await Promise.all(
        KEPT.map(async (path) => keep(SCOPE + path, await fetch(path, { cache: 'no-cache' }))),
      );
      const windows = await clients.matchAll({ includeUncontrolled: true });
      await Promise.all(windows.map(({ url }) => keepOpen(url).catch(() => {})));
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        const old = name.startsWith(OWN) && name !== CACHE && !name.startsWith(CHOSEN);
        if (old) await caches.delete(name);
      }
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') later(event, renewChosen());
  if (pathname.startsWith(FOR_EVER)) event.respondWith(fromCacheFirst(event, request));
  else if (request.mode === 'navigate' || FILES.has(pathname) || TABLES.test(pathname))
    event.respondWith(fromNetworkFirst(event, request));
});

/** One key for a page, however a host writes its address: `/`, `/index.html`; `/p/p7-2`, `/p/p7-2.html?q#s1`. */
function keyOf(address) {
  const { pathname } = new URL(address, registration.scope);
  if (pathname.endsWith('/')) return `${pathname}index.html`;
  return /\.[^/]*$/.test(pathname) ? pathname : `${pathname}.html`;
}

/** Keeps a good answer, and of what is opened only pages of this site; throws at another. Gives its size. */
async function keep(key, response, cache = CACHE) {
  const body = await response.blob();
  const known = key.endsWith('.html')
    ? OURS.test(await body.text())
    : FILES.has(key) || TABLES.test(key) || key.startsWith(FOR_EVER);
  if (!response.ok || !known)
    throw new Error(`Unexpected answer ${response.status} for ${response.url}`);
  const headers = new Headers(response.headers);
  headers.set(KEPT_AT, new Date().toISOString());
  await (await caches.open(cache)).put(key, new Response(body, { headers }));
  return body.size;
}

/** What is kept of this site and this version, or of a chosen document; older caches are passed over, whoever made them. */
async function keptAs(key) {
  for (const name of [CACHE, ...(await chosen()).map((policy) => CHOSEN + policy)]) {
    const kept = await (await caches.open(name)).match(key);
    if (kept) return kept;
  }
}

/** The page that a reader came by is not asked of the worker: it is kept while the worker is installed. */
async function keepOpen(url) {
  const response = await fetch(url);
  const html = await response.clone().text();
  await keep(keyOf(url), response);
  const files = filesAskedBy(html, response.url);
  await Promise.all(
    files.map(async (file) => (await keptAs(file)) ?? (await keep(file, await fetch(file)))),
  );
}

/** Sheets and scripts that a page asks for. */
function filesAskedBy(html, address) {
  return [...html.matchAll(/(?:href|src)="([^"?#]*_astro\/[^"]+)"/g)].map(
    ([, link]) => new URL(link, address).pathname,
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

async function nothingKept() {
  const links = [
    ['index.html', '首页'],
    // Where there are several documents, none is kept from the start.
    ...(KEPT[0] === 'index.html' ? [] : [[KEPT[0], '全文']]),
    ...(await Promise.all((await chosen()).map(titleOf))),
  ].map(
    ([path, name]) => `<li><a href="${new URL(path, registration.scope).href}">${name}</a></li>`,
  );
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>离线</title><h1>离线：这一页没有存在这台设备上</h1><p>连上网以后请刷新。这台设备上存着：</p><ul>${links.join('')}</ul></html>`;
  return new Response(html, {
    status: 503,
    headers: { 'Content-Type': 'text/html;charset=utf-8' },
  });
}

/*
 * Documents that a reader chose to keep (ui/offline/keep-offline.ts). A message `{ ask }`, `{ keep }` or `{ drop }` names
 * one; what it comes to is answered on the port that comes with it.
 */

self.addEventListener('message', (event) => {
  const [port] = event.ports;
  const [[what, policy] = []] = Object.entries(Object(event.data));
  if (!port || !/^[a-z0-9-]+$/.test(String(policy))) return;
  const tell = (state) => port.postMessage(state);
  const done = {
    ask: () => stateOf(policy),
    keep: async () => {
      await keepDocument(policy, tell);
      return stateOf(policy);
    },
    drop: async () => {
      dropped.add(policy);
      await caches.delete(CHOSEN + policy);
      return {};
    },
  }[what];
  if (done) event.waitUntil(done().then(tell, () => tell({ failed: true })));
});

/** The documents that were chosen, those among them that are not yet there whole. */
async function chosen() {
  return (await caches.keys()).flatMap((name) =>
    name.startsWith(CHOSEN) ? [name.slice(CHOSEN.length)] : [],
  );
}

/** Under which the cache of a document says how much of it is there. */
const NOTE = `${SCOPE}chosen`;
/** Taken back, perhaps while they are kept. */
const dropped = new Set();

/** How much of a document is kept: `{ pages, of, version, at }`; nothing of one that is not kept. */
async function stateOf(policy) {
  if (!(await caches.has(CHOSEN + policy))) return {};
  const note = await (await caches.open(CHOSEN + policy)).match(NOTE);
  return note ? note.json() : {};
}

/** Keeps the whole text, the tables and then as many clauses as there is room for. Leaves what was kept where it fails. */
async function keepDocument(policy, tell) {
  const name = CHOSEN + policy;
  dropped.delete(policy);
  const before = await stateOf(policy);
  try {
    const tree = await fetch(`${policy}.json`, { cache: 'no-cache' });
    // The document is gone: what is kept of it must not stay for ever.
    if (tree.status === 404 || tree.status === 410) await caches.delete(name);
    if (!tree.ok) throw new Error(`Unexpected answer ${tree.status} for ${tree.url}`);
    const { clauses } = await tree.json();
    const pages = [...new Set(clauses.map(({ address }) => address.slice(1).replace(/#.*/, '')))];
    const text = `${policy}.html`;
    const clausePages = pages.filter((page) => page !== text);
    const tables = ['search-table', 'desk'].map((table) => `${policy}/${table}.json`);
    const kept = new Set([NOTE]);
    let bytes = 0;
    let fetched = 0;
    const take = async (paths) => {
      const sizes = await settled(paths.map((path) => keepWith(path, name, kept)));
      bytes += sizes.reduce((sum, size) => sum + size, 0);
      fetched += paths.length;
      if (dropped.has(policy)) throw new Error('taken back');
      tell({ done: fetched, of: 1 + tables.length + clausePages.length });
    };
    await take([text, ...tables]);
    let count = 0;
    for (; count < clausePages.length && bytes < MOST; count += AT_ONCE)
      await take(clausePages.slice(count, count + AT_ONCE));
    const cache = await caches.open(name);
    const note = {
      pages: Math.min(count, clausePages.length),
      of: clausePages.length,
      version: VERSION,
      at: Date.now(),
    };
    await cache.put(NOTE, new Response(JSON.stringify(note)));
    // Sheets and scripts of older pages.
    for (const { url } of await cache.keys())
      if (!kept.has(new URL(url).pathname)) await cache.delete(url);
  } catch (error) {
    if (!('at' in before) || dropped.has(policy)) await caches.delete(name);
    throw error;
  }
}

/** What comes of all, once none is on its way any more: what came later would bring back what was cleared. */
async function settled(coming) {
  const all = await Promise.allSettled(coming);
  const failed = all.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
  return all.map(({ value }) => value);
}

/** Keeps a file, first what it cannot do without; gives how much that is together. */
async function keepWith(path, name, kept) {
  const key = keyOf(path);
  if (kept.has(key)) return 0;
  kept.add(key);
  const response = await fetch(path, key.startsWith(FOR_EVER) ? {} : { cache: 'no-cache' });
  const own = await response.clone().text();
  const asked = key.endsWith('.html') ? filesAskedBy(own, response.url) : importsOf(own, key);
  const sizes = await settled(asked.map((file) => keepWith(file, name, kept)));
  return sizes.reduce((sum, size) => sum + size, await keep(key, response, name));
}

/** The scripts that a script may come to ask for. */
function importsOf(script, key) {
  if (!key.endsWith('.js')) return [];
  return [...script.matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g)].map(([, file]) => FOR_EVER + file);
}

let looked = false;

/** Keeps chosen documents anew in the background: once each time the worker starts, where there is a reason to. */
async function renewChosen() {
  if (looked) return;
  looked = true;
  for (const policy of await chosen()) {
    const { version, at = 0 } = await stateOf(policy);
    if (version !== VERSION || Date.now() - at > FRESH) await keepDocument(policy, () => {});
  }
}

/** A chosen document as a link: its address and the title of its page. */
async function titleOf(policy) {
  const path = `${policy}.html`;
  const html = (await (await keptAs(SCOPE + path))?.text()) ?? '';
  return [path, /<title>(.*?)(?: - |<)/.exec(html)?.[1] ?? policy];
}
