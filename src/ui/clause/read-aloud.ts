/**
 * Adds reading the issued text aloud, where the device itself has a Chinese voice. Voices that send the text to
 * somebody's server are passed over, so nothing leaves the device; without a voice the button stays away.
 */
class ReadAloud extends HTMLElement {
  /** What is being read. One that was broken off ends later, when the next may have begun. */
  private speech: SpeechSynthesisUtterance | null = null;

  connectedCallback(): void {
    if (!('speechSynthesis' in window)) return;
    const button = this.querySelector('button');
    const offer = () => {
      this.hidden = !ownVoice();
    };
    // Browsers gather voices late and say so; some never say.
    speechSynthesis.addEventListener?.('voiceschanged', offer);
    button?.addEventListener('click', () => this.toggle(button));
    addEventListener('pagehide', () => speechSynthesis.cancel());
    offer();
  }

  private toggle(button: HTMLButtonElement): void {
    const { speech: speaking } = this;
    speechSynthesis.cancel();
    this.show(button, null);
    if (speaking) return;
    const text = [...document.querySelectorAll('[data-issued]')]
      .map((p) => p.textContent)
      .join('\n');
    const speech = new SpeechSynthesisUtterance(text);
    speech.voice = ownVoice() ?? null;
    speech.lang = 'zh-CN';
    const over = () => {
      if (speech === this.speech) this.show(button, null);
    };
    speech.onend = over;
    speech.onerror = over;
    this.show(button, speech);
    speechSynthesis.speak(speech);
  }

  private show(button: HTMLButtonElement, speaking: SpeechSynthesisUtterance | null): void {
    this.speech = speaking;
    this.toggleAttribute('data-speaking', speaking !== null);
    button.textContent = speaking ? '停止朗读' : '朗读';
  }
}

/** A Chinese voice that lives on the device. */
function ownVoice(): SpeechSynthesisVoice | undefined {
  return speechSynthesis
    .getVoices()
    .find(({ lang, localService }) => localService && /^(zh|cmn)\b/iu.test(lang));
}

customElements.define('read-aloud', ReadAloud);
