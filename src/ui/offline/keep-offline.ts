/** What the service worker says of a document (finish/offline/worker.js). */
interface State {
  /** While it is being kept. */
  done?: number;
  of?: number;
  /** Once it is kept: of how many of its clauses. */
  pages?: number;
  failed?: true;
}

/**
 * Adds to a document that it can be kept on this device for reading without a network, and taken away again. The
 * service worker keeps it; shown once there is one.
 */
class KeepOffline extends HTMLElement {
  private readonly policy = this.dataset['policy'] ?? '';
  private kept = false;
  private busy = false;
  private worker: ServiceWorker | null = null;

  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => this.turn());
    // Never there where the browser has none, or refuses.
    void navigator.serviceWorker?.ready.then(({ active }) => {
      this.worker = active;
      this.ask('ask');
    });
  }

  private turn(): void {
    // A second press while it goes on is none.
    if (this.busy) return;
    this.busy = true;
    this.say(this.kept ? '正在删除…' : '正在存…');
    this.ask(this.kept ? 'drop' : 'keep');
  }

  private ask(what: 'ask' | 'keep' | 'drop'): void {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => this.show(what, data);
    this.worker?.postMessage({ [what]: this.policy }, [port2]);
  }

  private show(what: 'ask' | 'keep' | 'drop', { done, of = 0, pages, failed }: State): void {
    if (done !== undefined) {
      this.say(`正在存：${done}/${of}`);
      return;
    }
    this.busy = false;
    if (failed) this.say('没有存成：网络断了，或者这台设备放不下。可以再试一次。');
    else if (pages !== undefined) {
      this.kept = true;
      const part = `全文和前 ${pages} 个条款（共 ${of} 个），再多放不下`;
      this.say(`已存在这台设备上：${pages === of ? '全文和全部条款' : part}。`);
    } else {
      this.kept = false;
      this.say(what === 'drop' ? '已从这台设备删除。' : '');
    }
    const button = this.querySelector('button');
    if (button) button.textContent = this.kept ? '从这台设备删除' : '存到这台设备，没有网络也能看';
    this.hidden = false;
  }

  private say(words: string): void {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = words;
  }
}

customElements.define('keep-offline', KeepOffline);
