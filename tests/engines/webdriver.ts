import { type Driver, PHONE } from './driver.ts';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const CONTROL = '\uE009';
const ENTER = '\uE007';

/** Drives a browser by a WebDriver server (W3C, over HTTP) that listens at `server`. */
export async function startWebDriver(server: string, capabilities: object): Promise<Driver> {
  const first: { sessionId: string; capabilities: Record<string, string> } = await send(
    'POST',
    `${server}/session`,
    { capabilities: { alwaysMatch: capabilities } },
  );
  const session = `${server}/session/${first.sessionId}`;
  const post = <R>(command: string, body: object) => send<R>('POST', `${session}/${command}`, body);
  const find = async (value: string) => {
    const found = await post<Record<string, string>>('element', { using: 'css selector', value });
    return `element/${found[ELEMENT]}`;
  };
  const keys = async (selector: string, text: string) =>
    post<void>(`${await find(selector)}/value`, { text });
  await post('window/rect', PHONE);
  const { browserName, browserVersion } = first.capabilities;
  return {
    version: `${browserName}/${browserVersion}`,
    open: (url) => post('url', { url }),
    evaluate: (inPage, ...args) =>
      post('execute/sync', { script: `return (${inPage})(...arguments)`, args }),
    click: async (selector) => {
      // WebKitWebDriver does not wait for the site's smooth scrolling and misses what is still on its way.
      const script = 'document.querySelector(arguments[0]).scrollIntoView(arguments[1])';
      await post('execute/sync', {
        script,
        args: [selector, { behavior: 'instant', block: 'center' }],
      });
      await post(`${await find(selector)}/click`, {});
    },
    type: keys,
    // Without a window manager no window has the focus, so that nothing matches :focus.
    pressEnter: async () => {
      const active = await send<Record<string, string>>('GET', `${session}/element/active`);
      await post(`element/${active[ELEMENT]}/value`, { text: ENTER });
    },
    paste: (selector) => keys(selector, `${CONTROL}v`),
    screenshot: async () =>
      Buffer.from(await send<string>('GET', `${session}/screenshot`), 'base64'),
    close: () => send('DELETE', session),
  };
}

async function send<R>(method: string, url: string, body?: object): Promise<R> {
  const response = await fetch(url, {
    method,
    signal: AbortSignal.timeout(30_000),
    ...(body && { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: R & { error?: string; message?: string } };
  if (response.ok) return value;
  throw new Error(`Unexpected answer to ${new URL(url).pathname}: ${value.error} ${value.message}`);
}
