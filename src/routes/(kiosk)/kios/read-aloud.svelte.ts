import type { Language } from '#ui/words/language.ts';

/** Longer than any of our screens: what a broken one would hold is not read for minutes. */
const CHARACTERS_MAX = 1_500;

/**
 * Reads the screen aloud by the browser's own voice, where the device has one for the language. Only voices that live
 * on the device: others send what they read to somebody else's server. It is an addition; nothing depends on it.
 */
export class ReadAloud {
  on = $state(false);
  #voices = $state.raw<readonly SpeechSynthesisVoice[]>([]);

  /** The voices come late, and may change. Returns the way to stop. */
  start(): () => void {
    if (!('speechSynthesis' in globalThis)) return () => {};
    const look = () => (this.#voices = speechSynthesis.getVoices().filter((voice) => voice.localService));
    look();
    speechSynthesis.addEventListener('voiceschanged', look);
    return () => {
      speechSynthesis.removeEventListener('voiceschanged', look);
      speechSynthesis.cancel();
    };
  }

  can(language: Language): boolean {
    return this.#voiceFor(language) !== undefined;
  }

  stop(): void {
    this.on = false;
    if (this.#voices.length > 0) speechSynthesis.cancel();
  }

  /** What stands on a screen, from its first line; what was still being read falls silent. */
  read(screen: HTMLElement, language: Language): void {
    const voice = this.#voiceFor(language);
    if (!this.on || voice === undefined) return;
    speechSynthesis.cancel();
    const text = screen.innerText.replaceAll(/\s*\n+\s*/g, '. ').slice(0, CHARACTERS_MAX);
    const sentence = new SpeechSynthesisUtterance(text);
    sentence.voice = voice;
    sentence.lang = voice.lang;
    speechSynthesis.speak(sentence);
  }

  #voiceFor(language: Language): SpeechSynthesisVoice | undefined {
    return this.#voices.find((voice) => voice.lang.toLowerCase().startsWith(language));
  }
}
