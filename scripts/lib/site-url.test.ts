import { expect, test } from 'vitest';
import { siteUrlFault } from './site-url.ts';

test.each([
  undefined,
  '',
  'https://example.cn',
  'http://10.1.2.3:8080/rencai/',
  'https://example.cn/人才',
])('%s can be where the site stands', (given) => {
  expect(siteUrlFault(given)).toBeUndefined();
});

test.each([
  ['example.cn', '不是以 https:// 或 http:// 开头的网址'],
  ['ftp://example.cn/', '不是以 https:// 或 http:// 开头的网址'],
  ['https://example.cn/r ', '里有空白'],
  ['https://example.cn/人才?a=1', '里有问号或井号'],
  ['https://example.cn/#b', '里有问号或井号'],
  ['https://example.cn/r/index.html', '是一个网页'],
])('%s is refused, and why is said in the house form', (given, why) => {
  const fault = siteUrlFault(given);
  expect(fault).toContain(why);
  expect(fault?.split('\n').map((line) => line.slice(0, 5))).toEqual([
    'SITE_',
    '  问题：',
    '  改法：',
    '  说明：',
  ]);
});
