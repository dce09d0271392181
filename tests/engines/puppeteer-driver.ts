import puppeteer, { type LaunchOptions } from 'puppeteer-core';
import { type Driver, PHONE } from './driver.ts';

/** Drives a Chromium by the DevTools protocol or a Firefox by WebDriver BiDi. */
export async function startPuppeteer(options: LaunchOptions): Promise<Driver> {
  const browser = await puppeteer.launch({ headless: true, protocolTimeout: 30_000, ...options });
  const page = await browser.newPage();
  await page.setViewport(PHONE);
  const { keyboard } = page;
  const isFirefox = options.browser === 'firefox';
  return {
    version: await browser.version(),
    open: async (url) => {
      await page.goto(url);
    },
    evaluate: <A extends unknown[], R>(inPage: (...args: A) => R, ...args: A) =>
      page.evaluate(`(${inPage})(...${JSON.stringify(args)})`) as Promise<R>,
    click: (selector) => page.click(selector),
    type: (selector, text) => page.type(selector, text),
    pressEnter: () => keyboard.press('Enter'),
    paste: async (selector) => {
      await page.focus(selector);
      await keyboard.down('Control');
      // Chromium takes the key as editing only when told what it stands for.
      await keyboard.press('v', isFirefox ? {} : { commands: ['Paste'] });
      await keyboard.up('Control');
    },
    screenshot: () => page.screenshot(),
    close: () => browser.close(),
  };
}
