import { type Reply, slotsFor, unknownSlots } from '../../domain/citing/reply.ts';
import { part, say } from '../device/dom.ts';
import { readKept, writeKept } from '../device/local-storage.ts';

const KEY = 'desk-wordings';

/** Wordings of one's own, by kind of reply, kept on this device until they are cleared. */
export class OwnWordings {
  private readonly root: HTMLElement;
  private readonly changed: () => void;
  private readonly field: HTMLTextAreaElement;
  private reply: Reply | undefined;

  constructor(root: HTMLElement, changed: () => void) {
    this.root = root;
    this.changed = changed;
    this.field = part(root, '[data-wording]');
    part(root, '[data-slots]').textContent = `能用的空位：${slotsFor('each')
      .map((name) => `{${name}}`)
      .join(' ')}`;
    part(root, '[data-do=keep]').addEventListener('click', () => this.keep());
    part(root, '[data-do=forget]').addEventListener('click', () => this.forget());
  }

  /** Shows the wording of a kind of reply for changing, and gives the reply as it is worded here. */
  offer(reply: Reply): Reply {
    // A blank that was kept long ago may be one that nothing fills any more.
    const kept = this.kept()[reply.id] ?? '';
    const own = unknownSlots(kept, 'each').length > 0 ? '' : kept;
    const worded = own ? { ...reply, each: [own] } : reply;
    if (reply !== this.reply) say(this.root, '');
    this.reply = reply;
    this.field.value = worded.each[0] ?? '';
    return worded;
  }

  private kept(): Record<string, string> {
    return readKept(KEY, isWordings) ?? {};
  }

  private keep(): void {
    const { reply, field } = this;
    const own = field.value.trim();
    const unknown = unknownSlots(own, 'each');
    if (!reply || !own) {
      this.forget();
      return;
    }
    if (unknown.length) {
      say(this.root, `没有这个空位：${unknown.join(' ')}。请照上面列的写。`);
      return;
    }
    const done = writeKept(KEY, { ...this.kept(), [reply.id]: own });
    if (done) this.changed();
    say(this.root, done ? '已存好，只在这台设备上。' : '这台设备不让网页保存，请直接改答复文字。');
  }

  private forget(): void {
    const others = { ...this.kept() };
    if (this.reply) delete others[this.reply.id];
    const done = writeKept(KEY, Object.keys(others).length ? others : null);
    this.changed();
    say(this.root, done ? '已清除，用回原来的写法。' : '这台设备不让网页保存，没能清除。');
  }
}

function isWordings(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((text) => typeof text === 'string')
  );
}
