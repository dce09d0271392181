import { formatBasket, type Pick } from '../../domain/citing/basket.ts';
import { documentSlots } from '../../domain/citing/desk.ts';
import { type Reply, shortMessages, writeReply } from '../../domain/citing/reply.ts';
import { readKept, writeKept } from '../device/local-storage.ts';
import type { Known } from './desk.ts';
import { askCopy, drawName, part, say } from './dom.ts';
import { OwnWordings } from './own-wordings.ts';

const KIND = 'desk-kind';

/** The reply to what was picked, ready to pass on by button or, while the reader is in it, by one key. */
export class ReplyPanel {
  onAdd: (picks: readonly Pick[]) => void = () => {};
  onLeave: () => void = () => {};
  private readonly root: HTMLElement;
  private readonly known: Known;
  private readonly text: HTMLTextAreaElement;
  private readonly wordings: OwnWordings;
  private picks: readonly Pick[] = [];

  constructor(root: HTMLElement, known: Known) {
    this.root = root;
    this.known = known;
    this.text = part(root, '[data-text]');
    this.wordings = new OwnWordings(part(root, 'details'), () => this.write());
    this.text.addEventListener('input', () => this.count());
    root.addEventListener('keydown', (event) => this.onKey(event));
    root.addEventListener('change', ({ target }) => this.onChange(target));
    for (const [action, act] of Object.entries(this.actions)) {
      const button = part<HTMLButtonElement>(root, `[data-do=${action}]`);
      button.addEventListener('click', () => act(button));
    }
    const kind = readKept(KIND, (value) => typeof value === 'string');
    for (const radio of root.querySelectorAll<HTMLInputElement>('[name=kind]'))
      if (radio.value === kind) radio.checked = true;
    this.announceKeys();
    new MutationObserver(() => this.announceKeys()).observe(document.documentElement, {
      attributeFilter: ['data-keys'],
    });
  }

  /** Words the reply to some clauses or sentences, and takes the reader there. */
  show(picks: readonly Pick[]): void {
    const { root } = this;
    this.picks = picks;
    say(root, '');
    this.offerSentences();
    root.hidden = false;
    this.write();
    root.focus({ preventScroll: true });
    root.scrollIntoView({ block: 'nearest' });
  }

  private readonly actions: Record<string, (button: HTMLButtonElement) => void> = {
    copy: (button) => {
      const { text } = this;
      askCopy(button, { text: text.value, name: `${this.names()} 答复`, shown: text });
    },
    link: (button) => {
      const text = this.picked()
        .map(({ 网址 }) => 网址)
        .join('\n');
      // Of several only the reply holds all addresses.
      const shown = this.picks.length > 1 ? this.text : part(this.root, '[data-address]');
      askCopy(button, { text, name: `${this.names()} 链接`, shown });
    },
    add: () => this.onAdd(this.picks),
  };

  private picked() {
    return this.known.read(this.picks);
  }

  private names(): string {
    return this.picked()
      .map(({ 简称 }) => 简称)
      .join('、');
  }

  /** Of one clause, the whole or a sentence may be chosen. */
  private offerSentences(): void {
    const [pick, ...more] = this.picks;
    const clause = this.known.table.clauses.find(({ id }) => id === pick?.clause);
    const select = part<HTMLSelectElement>(this.root, '[data-sentence]');
    const sentences = clause?.sentences ?? [];
    part(this.root, '[data-choose]').hidden = sentences.length < 2 || more.length > 0;
    const options = sentences.map(
      (text, i) => new Option(`第${i + 1}句：${text.slice(0, 24)}`, String(i + 1)),
    );
    select.replaceChildren(new Option('整条', ''), ...options);
    select.value = pick?.sentence === undefined ? '' : String(pick.sentence);
  }

  private onChange(target: EventTarget | null): void {
    if (target instanceof HTMLSelectElement) {
      const clause = this.picks[0]?.clause ?? '';
      this.picks = [target.value ? { clause, sentence: Number(target.value) } : { clause }];
    } else if (!(target instanceof HTMLInputElement)) return;
    else
      say(this.root, writeKept(KIND, target.value) ? '' : '这台设备不让网页保存，下次要重新选。');
    this.write();
  }

  /** Keys are told of only while they work: readers can switch them off. */
  private announceKeys(): void {
    const off = document.documentElement.hasAttribute('data-keys');
    for (const tool of this.root.querySelectorAll<HTMLElement>('[data-key]')) {
      if (off) tool.removeAttribute('aria-keyshortcuts');
      else tool.setAttribute('aria-keyshortcuts', tool.dataset['key'] ?? '');
    }
  }

  private onKey(event: KeyboardEvent): void {
    const { key, target, isComposing, ctrlKey, metaKey, altKey } = event;
    if (isComposing || ctrlKey || metaKey || altKey) return;
    if (key === 'Escape') this.onLeave();
    if (target instanceof Element && target.matches('textarea, select')) return;
    if (document.documentElement.hasAttribute('data-keys')) return;
    const wanted = this.root.querySelector<HTMLElement>(
      `[data-key="${CSS.escape(key.toLowerCase())}"]`,
    );
    if (!wanted) return;
    event.preventDefault();
    wanted.click();
  }

  private worded(): Reply | undefined {
    return this.known.table.replies.find(({ id }) => id === this.kind());
  }

  private kind(): string {
    return part<HTMLInputElement>(this.root, '[name=kind]:checked').value;
  }

  private write(): void {
    const { root, known, wordings } = this;
    const worded = this.worded();
    const picked = this.picked();
    if (!worded) return;
    const own = wordings.offer(worded);
    this.text.value = writeReply(own, documentSlots(known.table), picked).text;
    part(root, '[data-picked]').replaceChildren(
      ...picked.flatMap((one, i) => [`${i ? '；' : ''}${one.简称} `, drawName(one)]),
    );
    const address = part<HTMLAnchorElement>(root, '[data-address]');
    address.href = picked[0]?.网址 ?? '';
    address.textContent = address.href;
    part<HTMLAnchorElement>(root, '[data-codes]').hash = formatBasket(this.picks);
    this.count();
  }

  private count(): void {
    const { value } = this.text;
    const { length } = value;
    // A field shows on paper only what has room in it.
    part(this.root, '[data-paper]').textContent = value;
    const limit = this.worded()?.limit;
    const long = limit !== undefined && length > limit ? `，超过 ${limit} 个字` : '';
    const sent = limit === undefined ? '' : `，按 ${shortMessages(length)} 条短信计`;
    part(this.root, '[data-count]').textContent = `${length} 个字${long}${sent}`;
  }
}
