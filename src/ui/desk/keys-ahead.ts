/**
 * What is pressed between Enter and the reply. A key of the reply is kept for it, and so does not land in the field; any
 * other key, or the pointer, takes the question back: the reader goes on typing.
 */
export class KeysAhead {
  onTakeBack: () => void = () => {};
  waiting = false;
  private pressed: string[] = [];
  private readonly root: HTMLElement;
  private readonly field: HTMLInputElement;

  constructor(root: HTMLElement, field: HTMLInputElement) {
    this.root = root;
    this.field = field;
    root.addEventListener('keydown', (event) => this.onKey(event), { capture: true });
    for (const other of ['input', 'pointerdown'])
      root.addEventListener(other, () => this.takeBack(), { capture: true });
  }

  /** A reply is asked for. */
  start(): void {
    this.waiting = true;
    this.field.readOnly = true;
  }

  /** It is there, or will not come: what was pressed for it. */
  end(): string[] {
    this.waiting = false;
    this.field.readOnly = false;
    return this.pressed.splice(0);
  }

  private takeBack(): void {
    if (!this.waiting) return;
    this.end();
    this.onTakeBack();
  }

  private onKey(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey, isComposing } = event;
    const beside = ctrlKey || metaKey || altKey || isComposing;
    if (!this.waiting || beside || /^(?:Shift|Control|Meta|Alt|CapsLock)$/u.test(key)) return;
    const single = key.toLowerCase();
    const off = document.documentElement.hasAttribute('data-keys');
    if (key === 'Enter') event.preventDefault();
    else if (!off && this.root.querySelector(`[data-key="${CSS.escape(single)}"]`)) {
      event.preventDefault();
      this.pressed.push(single);
    } else {
      this.takeBack();
      if (key !== 'Escape' && (off || key !== '/')) return;
      // As in the reply: what is typed next takes the place of what was asked.
      event.preventDefault();
      this.field.focus();
      this.field.select();
    }
  }
}
