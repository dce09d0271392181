/**
 * Adds reading the issued text aloud, where the device itself has a Chinese voice. Voices that send the text to
 * somebody's server are passed over, so nothing leaves the device; without a voice the button stays away.
 */
class ReadAloud extends HTMLElement {
  connectedCallback(): void {
    const { speechSynthesis: aloud } = window;
    const button = this.querySelector('button');
    if (!aloud || !button) return;
    /** What is being read. One that was broken off ends later, when the next may have begun. */
    let speech: SpeechSynthesisUtterance | null = null;
    const show = (speaking: SpeechSynthesisUtterance | null) => {
      speech = speaking;
      button.textContent = speaking ? '停止朗读' : '朗读';
    };
    /** A Chinese voice that lives on the device. */
    const voice = () =>
      aloud
        .getVoices()
        .find(({ lang, localService }) => localService && /^(zh|cmn)\b/iu.test(lang)) ?? null;
    const offer = () => {
      this.hidden = !voice();
    };
    button.onclick = () => {
      const wasSpeaking = speech;
      aloud.cancel();
      show(null);
      if (wasSpeaking) return;
      const pieces = [...document.querySelectorAll('[data-issued]')];
      const text = pieces.map((p) => p.textContent).join('\n');
      const next = new SpeechSynthesisUtterance(text);
      next.voice = voice();
      next.lang = 'zh-CN';
      next.onend = next.onerror = () => {
        if (next === speech) show(null);
      };
      show(next);
      aloud.speak(next);
    };
    // Browsers gather voices late and say so; some never say.
    aloud.addEventListener?.('voiceschanged', offer);
    addEventListener('pagehide', () => aloud.cancel());
    offer();
  }
}

customElements.define('read-aloud', ReadAloud);
