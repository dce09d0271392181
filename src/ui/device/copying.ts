import { withTimeout } from './with-timeout.ts';

/** What `ask-copy` brings from the button that was pressed. */
export interface CopyAsked {
  text: string;
  /** For programs that take more than text. */
  html?: string;
  /** What is copied, for listeners. */
  name: string;
  /** What stands on the page, hidden or not, for copying by hand where the browser refuses. */
  shown: Element | null;
}

const SHOWN_FOR = 3000;
/** The label of each button that says something else for now, and the clock that gives it back. */
const passing = new WeakMap<HTMLElement, { label: string; timer: number }>();

/**
 * Copies for every button of the page: `ask-copy` with what to copy. The button says 已复制 for three seconds, and the
 * status beside it what was copied; where the browser refuses or never answers, the text is selected and the status says so.
 */
document.addEventListener('ask-copy', async (event) => {
  const { target, detail } = event as CustomEvent<CopyAsked>;
  if (!(target instanceof HTMLElement)) return;
  const status = target.parentElement?.querySelector('[role=status]');
  const say = (words: string) => {
    if (status) status.textContent = words;
  };
  const copied = await copy(detail);
  // Here and not before: while the first of two presses is copied, the second one comes.
  const { label = target.textContent ?? '', timer } = passing.get(target) ?? {};
  clearTimeout(timer);
  const restore = () => {
    passing.delete(target);
    target.textContent = label;
  };
  if (!copied) {
    restore();
    const { shown } = detail;
    shown?.removeAttribute('hidden');
    // What is folded cannot be selected.
    for (const fold of [shown?.closest('details'), ...(shown?.querySelectorAll('details') ?? [])])
      fold?.setAttribute('open', '');
    if (shown instanceof HTMLTextAreaElement) {
      // What is selected in a field is seen and taken only while the focus is there.
      shown.focus();
      shown.select();
    } else if (shown) getSelection()?.selectAllChildren(shown);
    say('浏览器不让网页复制，文字已选中，请长按复制，电脑上按 Ctrl+C');
    return;
  }
  // The width stays, so that the neighbours do not jump under the finger.
  target.style.minWidth = `${target.offsetWidth}px`;
  target.textContent = '已复制';
  say(`已复制：${detail.name}`);
  const over = () => {
    restore();
    say('');
  };
  passing.set(target, { label, timer: window.setTimeout(over, SHOWN_FOR) });
});

/** Both forms where the browser can, else the text. `false` where it refuses altogether. A browser may never answer. */
async function copy({ text, html }: CopyAsked): Promise<boolean> {
  try {
    if (!html) await withTimeout(navigator.clipboard.writeText(text));
    else {
      const form = (type: string, data: string) => ({ [type]: new Blob([data], { type }) });
      const forms = { ...form('text/plain', text), ...form('text/html', html) };
      await withTimeout(navigator.clipboard.write([new ClipboardItem(forms)]));
    }
    return true;
  } catch {
    return copyTheOldWay(text, html);
  }
}

/** For pages that are not served securely, on the inner network and from file:. */
function copyTheOldWay(text: string, html: string | undefined): boolean {
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    if (html) event.clipboardData?.setData('text/html', html);
    event.preventDefault();
  };
  // Some browsers copy only where something is selected.
  getSelection()?.selectAllChildren(document.body);
  document.addEventListener('copy', onCopy);
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', onCopy);
    getSelection()?.removeAllRanges();
  }
}
