import { formatBasket, type Pick } from '../../domain/citing/basket.ts';
import { PLAIN, type Reply, shortMessages, writeReply } from '../../domain/citing/reply.ts';
import { part, say } from '../device/dom.ts';
import { readKept, writeKept } from '../device/local-storage.ts';
import type { DeskTables } from './desk-tables.ts';
import { OwnWordings } from './own-wordings.ts';
import { askCopy, drawName } from './picked.ts';

const KIND = 'desk-kind';

/** A question of people with its answer: both in words, and where they stand. */
interface Answered {
  said: readonly string[];
  address: string;
  /** Nothing that it leans on has a page of its own. */
  alone: boolean;
}

/** The reply to what was picked, ready to pass on. */
export class ReplyPanel {
  onAdd: (picks: readonly Pick[]) => void = () => {};
  private readonly root: HTMLElement;
  private readonly tables: DeskTables;
  private readonly text: HTMLTextAreaElement;
  private readonly wordings: OwnWordings;
  private picks: readonly Pick[] = [];
  private answered: Answered | undefined;
  /** The wording of the first pick, whose limit counts. */
  private worded: Reply | undefined;
  /** A wording that comes late must not be written over a later one. */
  private turn = 0;

  constructor(root: HTMLElement, tables: DeskTables) {
    this.root = root;
    this.tables = tables;
    this.text = part(root, '[data-text]');
    this.wordings = new OwnWordings(part(root, 'details'), () => void this.write());
    this.text.addEventListener('input', () => this.count());
    root.addEventListener('change', ({ target }) => this.onChange(target));
    for (const [action, act] of Object.entries(this.actions)) {
      const button = part<HTMLButtonElement>(root, `[data-do=${action}]`);
      button.addEventListener('click', () => act(button));
    }
    const kind = readKept(KIND, (value) => typeof value === 'string');
    for (const radio of root.querySelectorAll<HTMLInputElement>('[name=kind]'))
      if (radio.value === kind) radio.checked = true;
  }

  /** Words the reply to some clauses or sentences, those that answer a question after the answer, and takes the reader there. */
  show(picks: readonly Pick[], answered?: Answered): void {
    const { root } = this;
    this.picks = picks;
    this.answered = answered;
    say(root, '');
    this.offerSentences();
    root.hidden = false;
    void this.write();
    root.focus({ preventScroll: true });
    // What is done with it, and above all what it is.
    for (const seen of ['.tools', 'h2']) part(root, seen).scrollIntoView({ block: 'nearest' });
  }

  private readonly actions: Record<string, (button: HTMLButtonElement) => void> = {
    copy: (button) => {
      const { text } = this;
      askCopy(button, { text: text.value, name: `${this.names()} 答复`, shown: text });
    },
    link: (button) => {
      const text = this.addresses().join('\n');
      // Of several only the reply holds all addresses.
      const shown = this.picks.length > 1 ? this.text : part(this.root, '[data-address]');
      askCopy(button, { text, name: `${this.names()} 链接`, shown });
    },
    add: () => this.onAdd(this.picks),
  };

  private picked() {
    return this.tables.read(this.picks);
  }

  private names(): string {
    const { answered } = this;
    if (answered?.alone) return answered.said[0] ?? '';
    return this.picked()
      .map((one) => this.tables.nameOf(one))
      .join('、');
  }

  private addresses(): string[] {
    const { answered } = this;
    return answered?.alone ? [answered.address] : this.picked().map(({ 网址 }) => 网址);
  }

  /** Of one clause, the whole or a sentence may be chosen. */
  private offerSentences(): void {
    const [pick, ...more] = this.picks;
    const select = part<HTMLSelectElement>(this.root, '[data-sentence]');
    const sentences = pick ? this.tables.sentencesOf(pick) : [];
    part(this.root, '[data-choose]').hidden = sentences.length < 2 || more.length > 0;
    const options = sentences.map(
      (text, i) => new Option(`第${i + 1}句：${text.slice(0, 24)}`, String(i + 1)),
    );
    select.replaceChildren(new Option('整条', ''), ...options);
    select.value = pick?.sentence === undefined ? '' : String(pick.sentence);
  }

  private onChange(target: EventTarget | null): void {
    if (target instanceof HTMLSelectElement) {
      this.picks = this.picks.map(({ policy, clause }) =>
        target.value ? { policy, clause, sentence: Number(target.value) } : { policy, clause },
      );
    } else if (!(target instanceof HTMLInputElement)) return;
    else
      say(this.root, writeKept(KIND, target.value) ? '' : '这台设备不让网页保存，下次要重新选。');
    void this.write();
  }

  /** Each place in the wording of its own document; where that has none of the kind, in that of the first that has one. */
  private async write(): Promise<void> {
    const { root, tables, wordings, picks, answered } = this;
    const turn = ++this.turn;
    const kind = root.querySelector<HTMLInputElement>('[name=kind]:checked');
    const replyOf = (policy = '') => tables.replyOf(policy, kind?.value ?? '');
    const first = kind?.dataset['wordedBy'];
    if (first && picks.some(({ policy }) => !replyOf(policy))) {
      await tables.need([first]).catch(() => {});
      if (turn !== this.turn) return;
    }
    const wordedFor = (policy: string) => replyOf(policy) ?? replyOf(first) ?? PLAIN;
    const worded = wordedFor(picks[0]?.policy ?? '');
    const own = wordings.offer(worded);
    const picked = this.picked();
    const answers = answered ? answersIn(own, answered) : [];
    const alone = answered?.alone && answers.length > 0;
    const said = picked.map((place) => ({
      place,
      each: alone ? [''] : own === worded ? wordedFor(place.policy).each : own.each,
    }));
    this.worded = worded;
    // Nothing of the text is quoted then: which document it is about, and what the office says itself.
    const bare = {
      ...own,
      opening: own.opening && '{标题}（{文号}）：',
      closing: own.closing && '{结语}',
    };
    this.text.value = writeReply(alone ? bare : own, tables.library.closing, said, [
      ...answers,
      ...(alone ? [] : ['']),
    ]).text;
    part(root, '[data-picked]').replaceChildren(
      ...(answered?.alone
        ? [this.names()]
        : picked.flatMap((one, i) => [`${i ? '；' : ''}${tables.nameOf(one)} `, drawName(one)])),
    );
    const address = part<HTMLAnchorElement>(root, '[data-address]');
    address.href = this.addresses()[0] ?? '';
    address.textContent = address.href;
    part<HTMLAnchorElement>(root, '[data-codes]').hash = formatBasket(picks);
    this.count();
  }

  private count(): void {
    const { value } = this.text;
    const { length } = value;
    // A field shows on paper only what has room in it.
    part(this.root, '[data-paper]').textContent = value;
    const limit = this.worded?.limit;
    const long = limit !== undefined && length > limit ? `，超过 ${limit} 个字` : '';
    const sent = limit === undefined ? '' : `，按 ${shortMessages(length)} 条短信计`;
    part(this.root, '[data-count]').textContent = `${length} 个字${long}${sent}`;
  }
}

/**
 * What is said to a question in a kind of reply, from the longest to the shortest, with its address where addresses are
 * written at all. A footnote, which greets nobody and is of any length, answers nothing; a short message has room for an
 * answer only where nothing else is to be said.
 */
function answersIn({ opening, limit, each }: Reply, { said, address, alone }: Answered): string[] {
  if (!opening && !(alone && limit !== undefined)) return [];
  const linked = each.some((wording) => wording.includes('{网址}')) ? [address] : [];
  const whole = [...said, ...linked].join('\n');
  return alone ? [whole, [...said.slice(0, 1), ...linked].join('\n')] : [whole];
}
