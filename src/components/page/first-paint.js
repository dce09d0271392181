// Runs before the first paint, so that a chosen theme or size never flashes. Hashed into the page's policy.
try {
  const { theme, size, keys } = JSON.parse(localStorage.getItem('display') || '{}');
  const root = document.documentElement;
  if (/^(light|dark|contrast)$/.test(theme)) root.setAttribute('data-theme', theme);
  if (/^(125|150|200)$/.test(size)) root.setAttribute('data-size', size);
  if (keys === 'off') root.setAttribute('data-keys', 'off');
} catch {}
