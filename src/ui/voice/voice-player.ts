import { openClipStore, type ClipStore } from './clip-store.ts';
import { timeSentence } from './sentence-timing.ts';

/** `blocked`: the browser wants a touch or a key press before it makes any sound; see `unblock`. */
export type VoiceState = 'silent' | 'speaking' | 'blocked' | 'closed';

export type SpeakOutcome =
  | { readonly spoken: true; readonly seconds: number }
  | { readonly spoken: false; readonly because: 'blocked' | 'busy' | 'interrupted' | 'closed' }
  /** Half a ticket number would mislead: only the chime was played, so that people look at the board. */
  | { readonly spoken: false; readonly because: 'clips-missing'; readonly missing: readonly string[] };

export interface SpeakOptions {
  /** How often the sentence is said, 1 to 3; 2 unless told. */
  readonly times?: number;
  /** 0 (silent) to 1; unless told, as it was set last (1 at first). */
  readonly volume?: number;
  /** False where the sentence goes on from one that was just heard; true unless told. */
  readonly chime?: boolean;
}

export interface VoicePlayerOptions {
  /** Where manifest.json and the clips lie; '/voice/' unless told. */
  readonly base?: string;
  /** Called with each new state. */
  readonly onState?: (state: VoiceState) => void;
}

const CHIME = 'chime';
const TIMES_MAX = 3;
/** Time for the page to schedule everything before the first sound is due. */
const LEAD_SECONDS = 0.05;
/** A browser that will not play never answers `resume`; one that will does so at once. */
const RESUME_MS_MAX = 500;
/** Longer than the sentence by this, and the sound device has stopped under us. */
const OVERTIME_MS_MAX = 3_000;

/**
 * Speaks announcements from clips through WebAudio. Whole sentences are scheduled in advance on the audio clock,
 * so the words follow each other without a gap however busy the page is. The player is given clip names and
 * knows nothing of tickets: what to say, and when, is decided by the boards' rules.
 *
 * Owns one AudioContext; `close` it when the screen goes. Browser only.
 */
export class VoicePlayer {
  readonly #onState: (state: VoiceState) => void;
  readonly #context = new AudioContext({ latencyHint: 'playback' });
  readonly #gain = this.#context.createGain();
  readonly #closed = Promise.withResolvers<void>();
  readonly #clips: ClipStore;
  #state: VoiceState = 'silent';

  constructor({ base = '/voice/', onState = () => {} }: VoicePlayerOptions = {}) {
    this.#onState = onState;
    this.#clips = openClipStore(this.#context, base);
    this.#gain.connect(this.#context.destination);
    this.#context.addEventListener('statechange', () => {
      if (this.#state === 'blocked' && this.#context.state === 'running') this.#enter('silent');
    });
  }

  get state(): VoiceState {
    return this.#state;
  }

  /**
   * Fetches and decodes these clips (all of them unless told) so that the first call is not late. Answers with
   * the names that could not be had; they are tried again when they are needed. Rejects if no names are given
   * and the manifest cannot be had.
   */
  async load(names?: readonly string[]): Promise<readonly string[]> {
    const wanted = names ?? (await this.#clips.listNames());
    const clips = await Promise.all(wanted.map((name) => this.#clips.findClip(name)));
    return wanted.filter((_, index) => clips[index] === undefined);
  }

  /**
   * Plays the chime (unless told not to), then the sentence `times` times, and resolves when the last word has been heard. Never
   * rejects for what happens in a hall: the outcome says why nothing was spoken. One sentence at a time.
   */
  async speak(
    words: readonly string[],
    { times = 2, volume, chime = true }: SpeakOptions = {},
  ): Promise<SpeakOutcome> {
    if (this.#state === 'closed') return { spoken: false, because: 'closed' };
    if (this.#state === 'speaking') return { spoken: false, because: 'busy' };
    this.#enter('speaking');
    try {
      if (!(await this.#resume())) {
        this.#enter('blocked');
        return { spoken: false, because: 'blocked' };
      }
      if (volume !== undefined) this.setVolume(volume);
      return await this.#say(words, Math.min(TIMES_MAX, Math.max(1, Math.round(times))), chime);
    } finally {
      if (this.state === 'speaking') this.#enter('silent');
    }
  }

  /**
   * Asks the browser for leave to make sound; true if it is given. Call it once at the start to learn whether a
   * start button is needed, and from that button's press.
   */
  async unblock(): Promise<boolean> {
    const allowed = await this.#resume();
    if (this.#state !== 'speaking') this.#enter(allowed ? 'silent' : 'blocked');
    return allowed;
  }

  /** 0 (silent) to 1, at once, also in the middle of a sentence. Throws RangeError for what is not a number. */
  setVolume(volume: number): void {
    if (!Number.isFinite(volume)) throw new RangeError(`not a volume: ${volume}`);
    this.#gain.gain.setValueAtTime(Math.min(1, Math.max(0, volume)), this.#context.currentTime);
  }

  /** Stops whatever is being said and gives the sound device back. */
  async close(): Promise<void> {
    if (this.#state === 'closed') return;
    this.#enter('closed');
    this.#closed.resolve();
    await this.#context.close();
  }

  async #say(words: readonly string[], times: number, withChime: boolean): Promise<SpeakOutcome> {
    const [chime, ...sentence] = await Promise.all([
      withChime ? this.#clips.findClip(CHIME) : undefined,
      ...words.map((name) => this.#clips.findClip(name)),
    ]);
    const missing = [...new Set(words.filter((_, index) => sentence[index] === undefined))];
    const heard = await this.#play(chime, missing.length > 0 ? [] : sentence.filter(isClip), times);
    return missing.length > 0 ? { spoken: false, because: 'clips-missing', missing } : heard;
  }

  async #play(
    chime: AudioBuffer | undefined,
    sentence: readonly AudioBuffer[],
    times: number,
  ): Promise<SpeakOutcome> {
    const words = sentence.map((clip) => clip.duration);
    const { starts, totalSeconds } = timeSentence(chime?.duration ?? 0, words, times);
    const clips = [chime, ...Array.from({ length: times }, () => sentence).flat()];
    const begin = this.#context.currentTime + LEAD_SECONDS;
    const sources = clips.flatMap((clip, index) =>
      clip === undefined ? [] : [this.#schedule(clip, begin + (starts[index] ?? 0))],
    );
    const last = sources.at(-1);
    const ended = await Promise.race([
      last === undefined ? 'ended' : hasEnded(last),
      after(totalSeconds * 1000 + OVERTIME_MS_MAX),
      this.#closed.promise,
    ]);
    if (ended === 'ended') return { spoken: true, seconds: totalSeconds };
    // What is still scheduled must not come out of the loudspeaker later, when the device is back.
    for (const source of sources) source.stop();
    return { spoken: false, because: this.#state === 'closed' ? 'closed' : 'interrupted' };
  }

  #schedule(clip: AudioBuffer, at: number): AudioBufferSourceNode {
    const source = this.#context.createBufferSource();
    source.buffer = clip;
    source.connect(this.#gain);
    source.start(at);
    return source;
  }

  /** True when the context runs. A blocked browser leaves `resume` unanswered until somebody touches the page. */
  async #resume(): Promise<boolean> {
    if (this.#state === 'closed') return false;
    if (this.#context.state !== 'running') {
      // Rejected only when the context is closed meanwhile, which its state tells as well.
      await Promise.race([this.#context.resume().catch(() => {}), after(RESUME_MS_MAX)]);
    }
    return this.#context.state === 'running';
  }

  #enter(state: VoiceState): void {
    if (state === this.#state || this.#state === 'closed') return;
    this.#state = state;
    this.#onState(state);
  }
}

function isClip(clip: AudioBuffer | undefined): clip is AudioBuffer {
  return clip !== undefined;
}

function hasEnded(source: AudioBufferSourceNode): Promise<'ended'> {
  return new Promise((resolve) => {
    source.addEventListener('ended', () => resolve('ended'), { once: true });
  });
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
