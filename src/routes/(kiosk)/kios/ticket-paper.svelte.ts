import type { PRINT_TROUBLES } from '#areas/printing/rules/print-limits.ts';
import type { Language } from '#ui/words/language.ts';
import { newKey, refusalOf, type BrowserApi } from '../../client/api.ts';

export type PaperTrouble = (typeof PRINT_TROUBLES)[number] | 'offline' | 'enough';

export type PaperState =
  /** This kiosk has no printer, or it is not known yet: the screen is enough. */
  | { readonly kind: 'none' }
  | { readonly kind: 'printing' }
  | { readonly kind: 'printed' }
  | { readonly kind: 'failed'; readonly because: PaperTrouble };

interface PaperWish {
  readonly token: string;
  readonly language: Language;
  /** The same wish sent again is the same paper. */
  readonly key: string;
}

const ASK_AGAIN_MS = 400;
/** Longer than the server speaks to a printer, others in line before it included. */
const PATIENCE_MS = 20_000;

/**
 * The paper of the visitor's number. Whatever becomes of it, the number is on the screen and stays what it is: another
 * paper is the same number.
 */
export class TicketPaper {
  state = $state.raw<PaperState>({ kind: 'none' });
  readonly #api: BrowserApi;
  /** Grows with each wish and when the visitor leaves: an answer to an older one no longer matters. */
  #turn = 0;

  constructor(api: BrowserApi) {
    this.#api = api;
  }

  forget(): void {
    this.#turn += 1;
    this.state = { kind: 'none' };
  }

  /** The paper that comes by itself with a number. */
  async print(wish: PaperWish): Promise<void> {
    const turn = (this.#turn += 1);
    const tell = (state: PaperState) => {
      if (turn === this.#turn) this.state = state;
    };
    try {
      const { token, language, key } = wish;
      const { printId } = await this.#api.printing.printTicket(
        { token, language, origin: location.origin },
        { context: { key } },
      );
      tell({ kind: 'printing' });
      tell(await this.#follow(printId, () => turn === this.#turn));
    } catch (error) {
      tell(stateOf(refusalOf(error).refused));
    }
  }

  /** Once more, from the visitor's press. */
  again(token: string, language: Language): void {
    if (this.state.kind === 'printing') return;
    this.state = { kind: 'printing' };
    void this.print({ token, language, key: newKey() });
  }

  async #follow(printId: string, wanted: () => boolean): Promise<PaperState> {
    for (const until = performance.now() + PATIENCE_MS; performance.now() < until && wanted();) {
      const { state, because } = await this.#api.printing.getPrint({ printId });
      if (state === 'printed') return { kind: 'printed' };
      if (state === 'failed') return { kind: 'failed', because: because ?? 'printer-error' };
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    }
    return { kind: 'failed', because: 'too-late' };
  }
}

function stateOf(refused: string): PaperState {
  if (refused === 'PRINTER_UNKNOWN') return { kind: 'none' };
  if (refused === 'PRINTED_ENOUGH') return { kind: 'failed', because: 'enough' };
  return { kind: 'failed', because: refused === 'OFFLINE' ? 'offline' : 'printer-error' };
}
