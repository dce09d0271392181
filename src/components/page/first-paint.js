// Runs before the first paint, so that a chosen theme or size never flashes. Hashed into the page's policy.
try {
  var chosen = JSON.parse(localStorage.getItem('display') || '{}');
  var root = document.documentElement;
  if (/^(light|dark|contrast)$/.test(chosen.theme)) root.setAttribute('data-theme', chosen.theme);
  if (/^(125|150|200)$/.test(chosen.size)) root.setAttribute('data-size', chosen.size);
} catch (e) {}
