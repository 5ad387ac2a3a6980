import { HELP_MINUTES_MAX } from '#areas/staff/rules/help.ts';
import { newKey, refusalOf, type BrowserApi } from '../../client/api.ts';

/** Long enough to be read twice. */
const FAILED_SHOWN_MS = 20_000;

/** The visitor's call for an officer: the boards of the zone show it until the kiosk says that it is over. */
export class HelpCall {
  state = $state<'quiet' | 'asking' | 'asked' | 'failed'>('quiet');
  readonly #api: BrowserApi;
  readonly #onRefused: (code: string) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(api: BrowserApi, onRefused: (code: string) => void) {
    this.#api = api;
    this.#onRefused = onRefused;
  }

  async toggle(): Promise<void> {
    if (this.state === 'asking') return;
    const wanted = this.state !== 'asked';
    this.state = 'asking';
    try {
      await this.#api.staff.askHelp({ wanted }, { context: { key: newKey() } });
      this.state = wanted ? 'asked' : 'quiet';
      this.#quietAfter(HELP_MINUTES_MAX * 60_000);
    } catch (error) {
      this.state = 'failed';
      this.#quietAfter(FAILED_SHOWN_MS);
      this.#onRefused(refusalOf(error).refused);
    }
  }

  /** As the boards forget it. */
  #quietAfter(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.state = 'quiet'), ms);
  }
}
