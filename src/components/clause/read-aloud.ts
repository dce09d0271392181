/**
 * Adds reading the issued text aloud, where the device itself has a Chinese voice. Voices that send the text to
 * somebody's server are passed over, so nothing leaves the device; without a voice the button stays away.
 */
class ReadAloud extends HTMLElement {
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
    const speaking = this.hasAttribute('data-speaking');
    speechSynthesis.cancel();
    this.show(button, !speaking);
    if (speaking) return;
    const text = [...document.querySelectorAll('[data-issued]')]
      .map((p) => p.textContent)
      .join('\n');
    const speech = new SpeechSynthesisUtterance(text);
    speech.voice = ownVoice() ?? null;
    speech.lang = 'zh-CN';
    speech.onend = () => this.show(button, false);
    speech.onerror = () => this.show(button, false);
    speechSynthesis.speak(speech);
  }

  private show(button: HTMLButtonElement, speaking: boolean): void {
    this.toggleAttribute('data-speaking', speaking);
    button.textContent = speaking ? '停止朗读' : '朗读原文';
  }
}

/** A Chinese voice that lives on the device. */
function ownVoice(): SpeechSynthesisVoice | undefined {
  return speechSynthesis
    .getVoices()
    .find(({ lang, localService }) => localService && /^(zh|cmn)\b/iu.test(lang));
}

customElements.define('read-aloud', ReadAloud);
