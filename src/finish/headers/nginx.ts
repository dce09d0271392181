import {
  ALWAYS,
  addressEnd,
  CACHE,
  FOREVER,
  HOST_FILES,
  isText,
  lastingPolicy,
  TYPES,
} from './sent.ts';

/**
 * The lines for nginx, to be included in a `server` block, or in the `location` of a path. Header lines stand there once: a
 * location inside it with an `add_header` of its own forgets those above it, so the caching goes by a variable.
 */
export function forNginx(policy: string): string {
  const types = [...new Set(Object.values(TYPES))];
  const endings = (type: string) =>
    Object.keys(TYPES)
      .filter((ending) => ending !== '' && TYPES[ending] === type)
      .map((ending) => ending.slice(1));
  const texts = types.filter(isText).filter((type) => type !== 'text/html');
  const headers = { ...ALWAYS, 'Content-Security-Policy': lastingPolicy(policy) };
  return `${[
    '# nginx：放进 server { } 里；网站放在路径下时放进 location /路径/ { } 里，并改下面的 /404.html。由 npm run -s headers -- nginx 写出。',
    'index index.html;',
    'error_page 403 404 =404 /404.html;',
    `location ~ /(${HOST_FILES.join('|').replaceAll('.', '\\.')})$ { return 404; }`,
    '# 多出斜杠、斜杠写成 %2F 的网址，网页里的链接和样式会错一级：答 404（404 网页本身除外）。',
    'set $asked $request_uri;',
    'if ($uri ~ "/404\\.html$") { set $asked ""; }',
    'if ($asked ~* "^[^?]*(//|%2f)") { return 404; }',
    '',
    'types {',
    ...types.map((type) => `  ${type} ${endings(type).join(' ')};`),
    '}',
    `default_type ${TYPES['']};`,
    'charset utf-8;',
    `charset_types ${texts.join(' ')};`,
    'gzip on;',
    'gzip_vary on;',
    `gzip_types ${texts.join(' ')};`,
    '',
    `set $kept "${CACHE.fresh}";`,
    ...FOREVER.map((glob) => `if ($uri ~ "${addressEnd(glob)}") { set $kept "${CACHE.forever}"; }`),
    'add_header Cache-Control $kept always;',
    ...Object.entries(headers).map(([name, value]) => `add_header ${name} "${value}" always;`),
  ].join('\n')}\n`;
}
