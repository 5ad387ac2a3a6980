import type { Ticket } from '#areas/queue/contract.ts';
import type { BareRefusal } from '#ui/words/say-refusal.ts';
import type { Language } from '#ui/words/language.ts';
import { newKey, refusalOf, type BrowserApi } from '../../client/api.ts';
import { TicketPaper } from './ticket-paper.svelte.ts';

/** One wish for one number. Sent as often as it takes, it gives one number: the server knows it by its key. */
export interface Intention {
  readonly key: string;
  readonly service: string;
  readonly priority: boolean;
  /** Epoch milliseconds of this device: how long it has been tried. */
  readonly since: number;
}

export type Step =
  | { readonly kind: 'home' }
  | { readonly kind: 'agencies' }
  | { readonly kind: 'services'; readonly agencySlug: string }
  | { readonly kind: 'search' }
  | { readonly kind: 'issuing'; readonly offline: boolean }
  | { readonly kind: 'ticket'; readonly ticket: Ticket }
  | { readonly kind: 'refused'; readonly refusal: BareRefusal; readonly intention: Intention | undefined }
  | { readonly kind: 'rate' };

const PENDING = 'balairung.kiosk.pending';
const TRY_AGAIN_MS = 2_000;
/** Whoever stood here has left by then; a number given later would be nobody's. */
const PATIENCE_MS = 120_000;

/** One visitor's way through the kiosk, from the first touch to the number, and everything they set for themselves. */
export class KioskFlow {
  step = $state.raw<Step>({ kind: 'home' });
  language = $state<Language>('id');
  large = $state(false);
  lowered = $state(false);
  contrast = $state(false);
  priority = $state(false);
  /** Grows with each visitor: what only this one asked for ends with them. */
  visitor = $state(0);
  readonly paper: TicketPaper;
  readonly #api: BrowserApi;
  readonly #onRefused: (code: string) => void;
  /** Made when a service is first touched, kept until this visitor's way ends: a double touch is one wish. */
  readonly #keys = new Map<string, string>();

  constructor(api: BrowserApi, onRefused: (code: string) => void) {
    this.#api = api;
    this.#onRefused = onRefused;
    this.paper = new TicketPaper(api);
  }

  /** After a reload in the middle of taking a number, the number is still brought. */
  resume(): void {
    const kept = sessionStorage.getItem(PENDING);
    if (kept === null) return;
    const intention = JSON.parse(kept) as Intention;
    if (Date.now() - intention.since < PATIENCE_MS) void this.#bring(intention);
    else sessionStorage.removeItem(PENDING);
  }

  go(step: Step): void {
    this.step = step;
  }

  /** The next visitor begins with nothing of the last one's. */
  startOver(): void {
    this.visitor += 1;
    this.step = { kind: 'home' };
    this.language = 'id';
    this.large = false;
    this.lowered = false;
    this.contrast = false;
    this.priority = false;
    this.#keys.clear();
    this.paper.forget();
    sessionStorage.removeItem(PENDING);
  }

  /** Takes a number. A second touch while the first is on its way changes nothing. */
  issue(service: string): void {
    if (this.step.kind === 'issuing') return;
    const { priority } = this;
    const wish = `${service} ${priority}`;
    const key = this.#keys.get(wish) ?? newKey();
    this.#keys.set(wish, key);
    void this.#bring({ key, service, priority, since: Date.now() });
  }

  async #bring(intention: Intention): Promise<void> {
    sessionStorage.setItem(PENDING, JSON.stringify(intention));
    this.step = { kind: 'issuing', offline: false };
    const { key, service, priority } = intention;
    while (this.step.kind === 'issuing') {
      try {
        const ticket = await this.#api.queue.issueTicket({ service, priority }, { context: { key } });
        this.step = { kind: 'ticket', ticket };
        const { token } = ticket;
        void this.paper.print({ token, language: this.language, key: `${key}-paper` });
      } catch (error) {
        const refusal = refusalOf(error);
        const patient = Date.now() - intention.since < PATIENCE_MS;
        if (refusal.refused !== 'OFFLINE' || !patient) return this.#refuse(refusal, intention);
        this.step = { kind: 'issuing', offline: true };
        await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
      }
    }
  }

  #refuse(refusal: BareRefusal, intention: Intention): void {
    sessionStorage.removeItem(PENDING);
    this.#onRefused(refusal.refused);
    const again = MAY_PASS.has(refusal.refused) ? { ...intention, since: Date.now() } : undefined;
    this.step = { kind: 'refused', refusal, intention: again };
  }

  /** The same wish once more, with the same key: should the lost reply have been a number, it is this one. */
  tryAgain(intention: Intention): void {
    void this.#bring({ ...intention, since: Date.now() });
  }
}

/** Refusals that may be gone in a moment. */
const MAY_PASS: ReadonlySet<string> = new Set([
  'OFFLINE',
  'FAULT',
  'OVERLOADED',
  'TOO_MANY_REQUESTS',
  'NO_COUNTER',
]);
