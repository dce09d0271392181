import { withTimeout } from './with-timeout.ts';

/** What `ask-code` brings: the address, what it is called, and the element that is to show its code. */
export interface CodeAsked {
  address: string;
  name: string;
  panel: HTMLElement;
}

/** Shows the code of an address for every button of the page: `ask-code`. What makes codes is loaded then. */
document.addEventListener('ask-code', async (event) => {
  const { address, name, panel } = (event as CustomEvent<CodeAsked>).detail;
  panel.dataset['of'] = address;
  try {
    const { drawCode } = await withTimeout(import('./code-panel.ts'));
    const drawn = await drawCode(address, name);
    // A slower answer to an earlier question must not stand over this one.
    if (panel.dataset['of'] === address) panel.replaceChildren(...drawn);
  } catch {
    panel.textContent = `二维码没有做成，请复制这个网址：${address}`;
  }
});
