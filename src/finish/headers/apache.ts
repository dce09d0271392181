import { ALWAYS, addressEnd, CACHE, FOREVER, isText, TYPES } from './sent.ts';

/**
 * The `.htaccess` that travels with the site. It asks for `AllowOverride FileInfo` and nothing more, and a module that is
 * not there is passed over.
 */
export function forApache(policy: string): string {
  const endings = Object.entries(TYPES).filter(([ending]) => ending !== '');
  const texts = endings.filter(([, type]) => isText(type));
  const compressed = [...new Set(texts.map(([, type]) => type))];
  const headers = { ...ALWAYS, 'Content-Security-Policy': policy };
  const kept = FOREVER.map((glob) => `%{REQUEST_URI} =~ m#${addressEnd(glob)}#`).join(' || ');
  return `${[
    '# Apache：生成网站时写出，随网站一起复制。服务器要允许 AllowOverride FileInfo，并启用 headers 模块。',
    '<IfModule mod_headers.c>',
    ...Object.entries(headers).map(([name, value]) => `  Header always set ${name} "${value}"`),
    `  Header always set Cache-Control "${CACHE.fresh}"`,
    `  Header always set Cache-Control "${CACHE.forever}" "expr=%{REQUEST_STATUS} -in {'200','206','304'} && (${kept})"`,
    '  # 压缩过的网页，浏览器带回的标记多出“-gzip”；去掉才认得出没有变过。',
    '  RequestHeader edit If-None-Match "-gzip\\"" "\\""',
    '</IfModule>',
    '<IfModule mod_mime.c>',
    ...endings.map(([ending, type]) => `  AddType ${type} ${ending}`),
    `  AddCharset utf-8 ${texts.map(([ending]) => ending).join(' ')}`,
    '</IfModule>',
    '<Files "SHA256SUMS">',
    `  ForceType "${TYPES['']}; charset=utf-8"`,
    '</Files>',
    '<IfModule mod_deflate.c>',
    '  <IfModule mod_filter.c>',
    `    AddOutputFilterByType DEFLATE ${compressed.join(' ')}`,
    '  </IfModule>',
    '</IfModule>',
    '# 多出斜杠的网址，网页里的链接和样式会错一级：答 404（404 网页本身除外）。',
    '<IfModule mod_alias.c>',
    '  <If "%{THE_REQUEST} =~ m#^[^?]*[^:]//# && %{REQUEST_URI} !~ m#/404\\.html$#">',
    '    Redirect 404 /',
    '  </If>',
    '</IfModule>',
    '# 网站放在路径下时，请在服务器设置里写 ErrorDocument 404 /路径/404.html。',
    '<If "-f \'%{DOCUMENT_ROOT}/404.html\'">',
    '  ErrorDocument 404 /404.html',
    '</If>',
  ].join('\n')}\n`;
}
