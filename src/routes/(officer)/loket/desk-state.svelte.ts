import type { Desk, DeskTicket } from '#areas/queue/contract.ts';
import { needsReason, type OfficerOutcome } from '#areas/queue/rules/ticket-states.ts';
import type { officer } from '#ui/words/id/officer.ts';
import type { BareRefusal } from '#ui/words/say-refusal.ts';
import { createApi, newKey, refusalOf, type BrowserApi } from '../../client/api.ts';
import { followStream } from '../../client/follow.ts';
import type { NextStopOutcome, TransferReason } from '#areas/queue/rules/transfer.ts';
import { mainAction, whyNot, type Deed, type MainAction } from './desk-buttons.ts';
import { listTargets, type TransferTarget } from './dialogs/transfer-targets.ts';
import { PressGuard, SETTLE_MS } from './keys/press-guard.ts';

/** Several changes come together when a person is finished and the next called: they are one look at the desk. */
const COALESCE_MS = 50;
const REFOLLOW_MS = 2000;

/** What is asked before a deed is done, or told about the keys. */
export type DeskDialog =
  | { readonly kind: 'transfer'; readonly ticket: DeskTicket }
  | { readonly kind: 'call-other'; readonly ticketId?: string }
  | { readonly kind: 'keys' };

/** The officer's desk in the browser: what the server said last, and the deeds that it is asked for. */
export class DeskState {
  desk: Desk;
  outcome: OfficerOutcome = $state('finished');
  reason = $state('');
  /** What was just done, in words. */
  said = $state('');
  refusal: BareRefusal | undefined = $state.raw();
  link: 'live' | 'stale' = $state('live');
  #streamLink: 'live' | 'stale' = 'live';
  seenAt: number;
  signedOut = $state(false);
  /** False until the page has come alive: what the server drew cannot be pressed yet, and says so. */
  ready = $state(false);
  /** A deed is under way, or was done a moment ago: the button shows that a press does nothing now. */
  settling = $state(false);
  dialog: DeskDialog | undefined = $state.raw();
  now: number;

  readonly #words: () => typeof officer;
  readonly #timeOf: (at: string) => string;
  readonly #guard = new PressGuard(newKey, () => performance.now());
  #api: BrowserApi | undefined;
  #clockAhead = 0;
  #counterId: string | undefined;

  constructor(desk: Desk, words: () => typeof officer, timeOf: (at: string) => string) {
    this.#words = words;
    this.#timeOf = timeOf;
    this.desk = $state.raw(desk);
    this.#counterId = desk.counter?.id;
    this.now = $state(Date.parse(desk.now));
    this.seenAt = $state(Date.parse(desk.now));
  }

  get main(): MainAction {
    return mainAction(this.desk);
  }

  /** Follows the agency's line until told to stop. */
  follow(): () => void {
    this.#api = createApi('person');
    this.ready = true;
    this.#clockAhead = Date.parse(this.desk.now) - performance.now();
    let look: ReturnType<typeof setTimeout> | undefined;
    let stopStream: () => void = () => {};
    let refollow: ReturnType<typeof setTimeout> | undefined;
    const lookSoon = () => {
      look ??= setTimeout(() => {
        look = undefined;
        void this.refresh();
      }, COALESCE_MS);
    };
    const open = () => {
      stopStream = followStream(this.desk.streamToken, {
        onState: lookSoon,
        onLink: (link) => {
          if (link === 'live' && this.link === 'stale') lookSoon();
          this.link = this.#streamLink = link;
        },
        onEnded: () => {
          this.link = this.#streamLink = 'stale';
          refollow = setTimeout(() => void this.refresh().then(open), REFOLLOW_MS);
        },
      });
    };
    open();
    const tick = setInterval(() => (this.now = this.#clockAhead + performance.now()), 1000);
    return () => {
      clearInterval(tick);
      clearTimeout(look);
      clearTimeout(refollow);
      stopStream();
    };
  }

  /** Asks for the desk as it is now. A lost connection leaves what is shown; the bar says that it is old. */
  async refresh(): Promise<void> {
    if (this.#api === undefined) return;
    try {
      this.#show(
        await this.#api.queue.getDesk(this.#counterId === undefined ? {} : { counterId: this.#counterId }),
      );
      this.#clockAhead = Date.parse(this.desk.now) - performance.now();
      this.link = this.#streamLink;
    } catch (error) {
      const { refused } = refusalOf(error);
      if (refused === 'SIGN_IN_NEEDED') this.signedOut = true;
      else if (refused === 'OFFLINE') this.link = 'stale';
      // A question from before the line came back may fail after it: the stream then says nothing new.
      if (this.link !== this.#streamLink) setTimeout(() => void this.refresh(), REFOLLOW_MS);
    }
  }

  openCounter(counterId: string, second = false): Promise<void> {
    return this.send(
      `open ${counterId}`,
      async (api, context) => {
        const { number } = await api.queue.openCounter({ counterId, second }, { context });
        this.#counterId = counterId;
        return this.#words().saidOpened(number);
      },
      { rests: false },
    );
  }

  /** Looks at the other counter that the officer holds. */
  switchTo(counterId: string): Promise<void> {
    this.#counterId = counterId;
    this.refusal = undefined;
    this.said = '';
    return this.refresh();
  }

  /** Somebody on hold is back, whoever held the number. */
  returnHeld(ticket: DeskTicket): Promise<void> {
    const words = this.#words();
    return this.send(`return ${ticket.id}`, async (api, context) => {
      const { inTime } = await api.queue.returnHeld({ ticketId: ticket.id }, { context });
      return inTime ? words.saidReturned(ticket.code) : words.saidReturnedLate(ticket.code);
    });
  }

  /** What a dialog asked is over, or was not meant. */
  closeDialog(): void {
    this.dialog = undefined;
    this.refusal = undefined;
  }

  openDialog(dialog: DeskDialog): void {
    this.refusal = undefined;
    this.dialog = dialog;
  }

  /** Where a visit can go on and what the lines there are like; undefined where the connection is lost. */
  async readTargets(presentServiceId: string): Promise<readonly TransferTarget[] | undefined> {
    const api = this.#api;
    if (api === undefined) return undefined;
    try {
      const [services, { queues }, { booths }] = await Promise.all([
        api.services.listServices({}),
        api.queue.listLiveQueues({}),
        api.capacity.listBoothStates({}),
      ]);
      return listTargets({ services, queues, booths }, presentServiceId);
    } catch (error) {
      this.refusal = refusalOf(error);
      return undefined;
    }
  }

  transfer(
    { id, code }: DeskTicket,
    how: { serviceId: string; why: TransferReason; outcome: NextStopOutcome; reason?: string },
  ): Promise<void> {
    const input = { ticketId: id, ...how };
    return this.send(`transfer ${JSON.stringify(input)}`, async (api, context) => {
      const next = await api.queue.transfer(input, { context });
      return this.#words().saidTransferred(code, next.code, next.agencyShortName, next.zoneName);
    });
  }

  callOutOfTurn({ id }: DeskTicket, reason: string): Promise<void> {
    const input = { ...this.here(), ticketId: id, reason };
    return this.send(`call ${JSON.stringify(input)}`, async (api, context) => {
      const { code, counterNumber, passedCount } = await api.queue.callOutOfTurn(input, { context });
      return this.#words().saidCalledOther(code, counterNumber, passedCount);
    });
  }

  /** Does one deed of the console, unless it is refused here already. */
  async act(deed: Deed): Promise<void> {
    if (whyNot(deed, this.desk, this.now) !== undefined) return;
    const { current, counter } = this.desk;
    if (counter === null) return;
    if (deed === 'call-other') return this.openDialog({ kind: 'call-other' });
    if (deed === 'transfer') return this.openDialog({ kind: 'transfer', ticket: current! });
    const id = current?.id ?? '';
    const code = current?.code ?? '';
    const words = this.#words();
    const finishing = { ticketId: id, outcome: this.outcome, ...this.#reasonGiven() };
    if (deed.startsWith('finish') && needsReason(this.outcome) && this.reason.trim().length < 3) {
      this.refusal = { refused: 'REASON_NEEDED', facts: {} };
      return;
    }
    await this.send(`${deed} ${id} ${JSON.stringify(finishing)}`, async (api, context) => {
      switch (deed) {
        case 'call': {
          const { called } = await api.queue.callNext(this.here(), { context });
          return called === null ? words.queueEmpty : words.saidCalled(called.code, counter.number);
        }
        case 'finish-and-call': {
          const { called } = await api.queue.callNext({ ...this.here(), finishing }, { context });
          return called === null
            ? words.saidFinishedNobody(code)
            : words.saidFinishedAndCalled(code, called.code);
        }
        case 'start':
          await api.queue.startServing({ ticketId: id }, { context });
          return words.saidStarted(code);
        case 'finish':
          await api.queue.finish(finishing, { context });
          return words.saidFinished(code);
        case 'recall':
          return words.saidRecalled(code, (await api.queue.recall({ ticketId: id }, { context })).callCount);
        case 'undo':
          await api.queue.undoCall({ ticketId: id }, { context });
          return words.saidUndone(code);
        case 'hold': {
          const { heldUntil } = await api.queue.hold({ ticketId: id }, { context });
          return words.saidHeld(code, this.#timeOf(heldUntil));
        }
        case 'absent':
          await api.queue.markAbsent({ ticketId: id }, { context });
          return words.saidAbsent(code);
        case 'resume':
          await api.queue.resumeCounter(this.here(), { context });
          return words.saidResumed(counter.number);
        case 'close':
          await api.queue.closeCounter(this.here(), { context });
          return words.saidClosed(counter.number);
      }
    });
  }

  /** Sends one command under the key of its intention, says what came of it and looks again. */
  async send(
    intention: string,
    work: (api: BrowserApi, context: { key: string }) => Promise<string>,
    { rests = true } = {},
  ): Promise<void> {
    const api = this.#api;
    const key = api === undefined ? undefined : this.#guard.take(intention);
    if (api === undefined || key === undefined) return;
    this.settling = true;
    this.refusal = undefined;
    try {
      this.said = await work(api, { key });
      this.dialog = undefined;
      // What can follow at once follows on what is shown then, not on what was shown before.
      if (!rests) await this.refresh();
      this.#guard.done(rests);
      setTimeout(() => (this.settling = false), rests ? SETTLE_MS : 0);
    } catch (error) {
      this.settling = false;
      const refusal = refusalOf(error);
      if (refusal.refused === 'OFFLINE') this.#guard.lost();
      else this.#guard.refused();
      // The server names a ticket by its code; the word list keeps "code" for incidents.
      this.refusal = refusal;
      if (refusal.refused === 'SIGN_IN_NEEDED') this.signedOut = true;
    }
    await this.refresh();
  }

  /** A reply that was overtaken by a newer one is not shown. */
  #show(desk: Desk): void {
    if (Date.parse(desk.now) < Date.parse(this.desk.now)) return;
    if (this.desk.current?.id !== desk.current?.id) {
      this.outcome = 'finished';
      this.reason = '';
    }
    this.desk = desk;
    this.#counterId = desk.counter?.id;
    this.now = Date.parse(desk.now);
    this.seenAt = this.now;
    this.signedOut = false;
  }

  /** The counter on screen, as commands name it: never one that was only asked for. */
  here(): { counterId?: string } {
    const { counter } = this.desk;
    return counter === null ? {} : { counterId: counter.id };
  }

  #reasonGiven(): { reason?: string } {
    return needsReason(this.outcome) ? { reason: this.reason.trim() } : {};
  }
}
