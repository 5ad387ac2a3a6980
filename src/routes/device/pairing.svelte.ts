import { newKey, refusalOf, type BrowserApi } from '../client/api.ts';

export type DeviceKind = 'kiosk' | 'board';
export type MyDevice = Awaited<ReturnType<BrowserApi['staff']['getMyDevice']>>;
type CodeToConfirm = Awaited<ReturnType<BrowserApi['staff']['requestPairing']>>;

export type PairingState =
  | { readonly kind: 'checking' }
  | { readonly kind: 'paired'; readonly device: MyDevice }
  | { readonly kind: 'wrong-kind'; readonly device: MyDevice }
  /** `note`: what was wrong with the link by which the device came here. */
  | {
      readonly kind: 'code';
      readonly code: string;
      readonly expiresAt: string;
      readonly note: string | undefined;
    }
  | { readonly kind: 'offline' };

const ASK_AGAIN_MS = 3_000;
/** How often a paired device makes sure that nobody has revoked it. */
const CHECK_MS = 60_000;
const LINK_PARAMETER = 'pasang';
const UNPAIRED: ReadonlySet<string> = new Set(['DEVICE_NOT_PAIRED', 'SIGN_IN_NEEDED', 'FORBIDDEN']);

/** True when the answer means that this device is not (or no longer) known. */
export function isUnpaired(code: string): boolean {
  return UNPAIRED.has(code);
}

/**
 * How a kiosk or board becomes known: by a one-time link, or by a short code that an administrator confirms. It goes
 * on by itself until paired, and begins again when the device is revoked. Call `start` once and what it returns at
 * the end.
 */
export class DevicePairing {
  state = $state.raw<PairingState>({ kind: 'checking' });
  readonly #api: BrowserApi;
  readonly #kind: DeviceKind;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;
  #note: string | undefined;

  constructor(api: BrowserApi, kind: DeviceKind) {
    this.#api = api;
    this.#kind = kind;
  }

  start(): () => void {
    void this.#begin();
    return () => {
      this.#stopped = true;
      clearTimeout(this.#timer);
    };
  }

  /** An operation said that the device is not known: back to the code. */
  lost(): void {
    void this.#check();
  }

  async #begin(): Promise<void> {
    const link = new URL(location.href);
    const token = link.searchParams.get(LINK_PARAMETER);
    if (token !== null) {
      const taken = await this.#redeem(token);
      if (taken === 'offline') return this.#later(() => this.#begin(), { kind: 'offline' });
      // Whoever looks over a shoulder, or at the history, must not find it.
      link.searchParams.delete(LINK_PARAMETER);
      history.replaceState(history.state, '', link);
    }
    await this.#check();
  }

  async #redeem(token: string): Promise<'done' | 'offline'> {
    try {
      await this.#claim(token);
    } catch (error) {
      const { refused } = refusalOf(error);
      if (refused === 'OFFLINE') return 'offline';
      this.#note = refused;
    }
    return 'done';
  }

  /** Each question is a new command: the device's cookie comes only with the first answer to a key. */
  #claim(token: string) {
    return this.#api.staff.claimPairing({ token }, { context: { key: newKey() } });
  }

  async #check(): Promise<void> {
    try {
      const device = await this.#api.staff.getMyDevice({});
      const kind = device.kind === this.#kind ? 'paired' : 'wrong-kind';
      // The same device as before: nothing on the screen may begin anew.
      if (this.state.kind !== kind || this.state.device.id !== device.id) this.state = { kind, device };
      sessionStorage.removeItem(this.#storeName);
      this.#later(() => this.#check(), undefined, CHECK_MS);
    } catch (error) {
      const { refused } = refusalOf(error);
      if (isUnpaired(refused)) return this.#showCode();
      // A paired device that cannot ask goes on: its own screen tells that the line is down.
      this.#later(() => this.#check(), this.state.kind === 'paired' ? undefined : { kind: 'offline' });
    }
  }

  async #showCode(): Promise<void> {
    try {
      const pairing = this.#kept() ?? (await this.#request());
      const { code, expiresAt } = pairing;
      if (this.state.kind !== 'code' || this.state.code !== code)
        this.state = { kind: 'code', code, expiresAt, note: this.#note };
      await this.#ask(pairing.token);
    } catch (error) {
      const { refused } = refusalOf(error);
      if (refused === 'OFFLINE') return this.#later(() => this.#showCode(), { kind: 'offline' });
      sessionStorage.removeItem(this.#storeName);
      this.#later(() => this.#showCode());
    }
  }

  async #ask(token: string): Promise<void> {
    const { confirmed } = await this.#claim(token);
    if (confirmed) return this.#check();
    this.#later(() => this.#showCode());
  }

  get #storeName(): string {
    return `balairung.pairing.${this.#kind}`;
  }

  #kept(): CodeToConfirm | undefined {
    const kept = sessionStorage.getItem(this.#storeName);
    return kept === null ? undefined : (JSON.parse(kept) as CodeToConfirm);
  }

  async #request(): Promise<CodeToConfirm> {
    const pairing = await this.#api.staff.requestPairing({ kind: this.#kind });
    sessionStorage.setItem(this.#storeName, JSON.stringify(pairing));
    return pairing;
  }

  #later(work: () => Promise<void>, state?: PairingState, ms = ASK_AGAIN_MS): void {
    if (state !== undefined && this.state.kind !== state.kind) this.state = state;
    clearTimeout(this.#timer);
    if (!this.#stopped) this.#timer = setTimeout(() => void work(), ms);
  }
}
