// Runs before the first paint, on every page; these comments stay behind (ui/page/Page.astro).

// Hosts that take `//` for `/` show the page, but its links would lead astray. `https://` in a path is an archive’s own.
const path = location.pathname.replace(/(^|[^:])\/\/+/g, '$1/');
if (location.host && path !== location.pathname) location.pathname = path;

// So that a chosen theme or size never flashes.
const root = document.documentElement;
try {
  // As ui/device/keys.ts names it, by the folder that the icon lies in. The older name had no folder in it.
  const name = `${new URL('.', document.querySelector('[rel=icon]').href).pathname} display`;
  const old = localStorage.display;
  const { theme, size, keys } = JSON.parse(localStorage[name] || old || '{}');
  if (/^(light|dark|contrast)$/.test(theme)) root.setAttribute('data-theme', theme);
  if (/^(125|150|200)$/.test(size)) root.setAttribute('data-size', size);
  if (keys === 'off') root.setAttribute('data-keys', 'off');
  if (old) localStorage[name] ||= old;
  delete localStorage.display;
} catch {}

// Half a law must not pass for the law: while a page without its end does not grow, the sheet says so at its head.
// No event tells of a connection that broke, or of one that stands still.
const look = (seen) => {
  const size = document.all.length;
  const whole = document.querySelector('footer');
  root.toggleAttribute('data-cut', !whole && size === seen);
  if (!whole) setTimeout(look, 4000, size);
};
look();
