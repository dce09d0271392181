/**
 * What is wrong with the address that the site is told to stand at (`SITE_URL`), as a message in the house form;
 * nothing where it can be used, or none is given.
 */
export function siteUrlFault(given: string | undefined): string | undefined {
  if (!given) return undefined;
  const wrong = wrongIn(given);
  return (
    wrong &&
    `SITE_URL
  问题：网址“${given}”${wrong}。
  改法：写网站所在的文件夹，例如 SITE_URL=https://example.cn/rencai/；不知道网址的，不写 SITE_URL。
  说明：README.md#部署`
  );
}

function wrongIn(given: string): string | undefined {
  if (/\s/u.test(given)) return '里有空白';
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^https?:$/u.test(url.protocol)) return '不是以 https:// 或 http:// 开头的网址';
  if (/[?#]/u.test(given)) return '里有问号或井号，后面的会丢掉';
  if (url.pathname.endsWith('.html')) return '是一个网页，不是文件夹';
  return undefined;
}
