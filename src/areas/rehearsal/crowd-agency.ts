import { ORPCError } from '@orpc/server';
import type { DeskTicket } from '#areas/queue/contract.ts';
import type { CastAgency, CastOfficer, CrowdClient } from './crowd-cast.ts';
import { countersWanted, planStop, type DemandProfile, type PlannedStop } from './rules/crowd-plan.ts';

const SECOND_MS = 1000;
/** An officer without visitors leaves the counter after this long, in the crowd's own time. */
const IDLE_MS = 180_000;
/** From one call to the next for somebody who does not come, and from that to giving up. */
const RECALL_MS = 50_000;
/** After a refusal the officer looks at the desk again: not at once, since what refused may last. Real time. */
const LOOK_AGAIN_MS = 5000;

export interface CalledStop {
  readonly ticketId: string;
  readonly code: string;
  readonly plan: PlannedStop;
}

/** Where a simulated officer is, as far as the crowd knows; `unknown` is cured by looking at the desk. */
export type Seat =
  | { readonly at: 'unknown' }
  | { readonly at: 'away' }
  | { readonly at: 'idle'; readonly since: number }
  | { readonly at: 'called'; readonly stop: CalledStop; readonly recalled: boolean }
  | { readonly at: 'serving'; readonly stop: CalledStop };

interface Officer extends CastOfficer {
  readonly client: CrowdClient;
  seat: Seat;
  /** When the officer does the next thing, on the crowd's clock. */
  dueAt: number;
}

/** The crowd's clock and wishes at one moment. `clock` is in milliseconds of its own time. */
export interface Moment {
  readonly clock: number;
  readonly speed: number;
  /** False when the crowd is switched off: it serves its own who still wait, then leaves. */
  readonly stays: boolean;
}

export interface AgencySetting {
  readonly seed: string;
  readonly demand: DemandProfile;
  readonly clientFor: (officer: CastOfficer) => CrowdClient;
  /** Minutes that a service should take, by its id. */
  readonly minutesById: ReadonlyMap<string, number>;
  /** Called when a simulated officer has ended a stop. */
  readonly onEnded: (stop: CalledStop, clock: number) => void;
}

/**
 * One agency's simulated officers. They work from what they remember and look at the desk when they start, are refused
 * or have not looked for a while, so that people who sit down, call and finish beside them are never disturbed.
 */
export class CrowdAgency {
  readonly slug: string;
  readonly countersTotal: number;
  waiting = 0;
  /** Whether its booth gives numbers now. */
  givesNumbers = false;
  #waitingSimulated = 0;
  #countersOpen = 0;
  #takenCounters: ReadonlySet<string> = new Set();
  #known = false;
  #lookedAt = 0;
  readonly #officers: readonly Officer[];
  readonly #setting: AgencySetting;

  constructor(cast: CastAgency, setting: AgencySetting) {
    this.slug = cast.slug;
    this.countersTotal = cast.officers.length;
    this.#setting = setting;
    this.#officers = cast.officers.map((officer) => ({
      ...officer,
      client: setting.clientFor(officer),
      seat: { at: 'unknown' },
      dueAt: 0,
    }));
  }

  addWaiting(): void {
    this.waiting += 1;
    this.#waitingSimulated += 1;
  }

  /** Does what is due, at most `actionsMax` operations; says how many it did. */
  async step(moment: Moment, actionsMax: number): Promise<number> {
    let done = 0;
    for (const officer of this.#officers) {
      if (done >= actionsMax) break;
      if (!this.#isDue(officer, moment)) continue;
      done += 1;
      await this.#guard(officer, moment, () => this.#act(officer, moment));
    }
    if (done < actionsMax && this.#known) done += await this.#fitCounters(moment);
    return done;
  }

  /** Looks at the desk through the next officer in turn, so that what people do here is seen. */
  async look(moment: Moment): Promise<void> {
    const officer = this.#officers[this.#lookedAt % this.#officers.length];
    this.#lookedAt += 1;
    if (officer) await this.#guard(officer, moment, () => this.#lookAtDesk(officer, moment));
  }

  #isDue({ seat, dueAt }: Officer, moment: Moment): boolean {
    if (seat.at === 'away' || dueAt > moment.clock) return false;
    return seat.at !== 'idle' || this.#mayCall(moment);
  }

  #mayCall({ stays }: Moment): boolean {
    return stays ? this.waiting > 0 : this.#waitingSimulated > 0;
  }

  /** A refusal means that the crowd's memory is wrong: look again soon. A fault is passed on after the same. */
  async #guard(officer: Officer, { clock, speed }: Moment, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      officer.seat = { at: 'unknown' };
      officer.dueAt = clock + LOOK_AGAIN_MS * speed;
      if (!(error instanceof ORPCError && error.defined)) throw error;
    }
  }

  async #act(officer: Officer, moment: Moment): Promise<void> {
    const { seat, client } = officer;
    switch (seat.at) {
      case 'away':
        return;
      case 'unknown':
        return this.#lookAtDesk(officer, moment);
      case 'idle':
        return this.#call(officer, moment, undefined);
      case 'called': {
        const { ticketId, plan } = seat.stop;
        if (plan.appears) {
          await client.queue.startServing({ ticketId });
          this.#move(
            officer,
            { at: 'serving', stop: seat.stop },
            moment.clock + plan.serviceSeconds * SECOND_MS,
          );
        } else if (!seat.recalled) {
          await client.queue.recall({ ticketId });
          this.#move(officer, { ...seat, recalled: true }, moment.clock + RECALL_MS);
        } else {
          await client.queue.markAbsent({ ticketId });
          this.#rest(officer, seat.stop, moment);
        }
        return;
      }
      case 'serving':
        return this.#end(officer, seat.stop, moment);
    }
  }

  /** Ends the service; half of the officers call the next person with the same key, the others take a breath. */
  async #end(officer: Officer, stop: CalledStop, moment: Moment): Promise<void> {
    const { outcome, reason, pauseSeconds } = stop.plan;
    const finishing = { ticketId: stop.ticketId, outcome, ...(reason === undefined ? {} : { reason }) };
    const callsOn = this.#mayCall(moment) && pauseSeconds < 17.5;
    if (callsOn) await this.#call(officer, moment, finishing);
    else {
      await officer.client.queue.finish(finishing);
      this.#rest(officer, stop, moment);
    }
    this.#setting.onEnded(stop, moment.clock);
  }

  async #call(
    officer: Officer,
    { clock }: Moment,
    finishing: NonNullable<Parameters<CrowdClient['queue']['callNext']>[0]>['finishing'],
  ): Promise<void> {
    const { called } = await officer.client.queue.callNext(finishing ? { finishing } : {});
    if (called === null) {
      this.#forgetLine();
      this.#move(officer, { at: 'idle', since: clock }, clock);
      return;
    }
    this.waiting = Math.max(0, this.waiting - 1);
    // Whom it called, and for what, stands on the desk: look there at once.
    this.#move(officer, { at: 'unknown' }, clock);
  }

  #rest(officer: Officer, { plan }: CalledStop, { clock }: Moment): void {
    this.#move(officer, { at: 'idle', since: clock }, clock + plan.pauseSeconds * SECOND_MS);
  }

  #move(officer: Officer, seat: Seat, dueAt: number): void {
    officer.seat = seat;
    officer.dueAt = dueAt;
  }

  #forgetLine(): void {
    this.waiting = 0;
    this.#waitingSimulated = 0;
  }

  async #lookAtDesk(officer: Officer, moment: Moment): Promise<void> {
    const desk = await officer.client.queue.getDesk();
    this.#known = true;
    this.waiting = desk.waitingCount;
    this.#waitingSimulated = desk.waiting.filter((ticket) => ticket.simulated).length;
    this.#countersOpen = desk.countersOpen;
    this.#takenCounters = new Set(
      desk.counters.filter((counter) => counter.takenBy !== null).map((counter) => counter.id),
    );
    if (desk.counter === null) this.#move(officer, { at: 'away' }, moment.clock);
    else if (desk.current === null) this.#becomeIdle(officer, moment);
    else this.#goOnWith(officer, desk.current, new Date(desk.now).getTime(), moment);
  }

  #becomeIdle(officer: Officer, { clock }: Moment): void {
    if (officer.seat.at !== 'idle') this.#move(officer, { at: 'idle', since: clock }, clock);
  }

  /** Takes up a person at the counter where it stands: also one who was called before the crowd started anew. */
  #goOnWith(officer: Officer, ticket: DeskTicket, now: number, { clock, speed }: Moment): void {
    const { seat } = officer;
    const known = seat.at === 'called' || seat.at === 'serving' ? seat.stop.ticketId : undefined;
    if (known === ticket.id && seat.at === ticket.state) return;
    const { id: ticketId, code, simulated } = ticket;
    const { seed, demand, minutesById } = this.#setting;
    const expectedMinutes = minutesById.get(ticket.service.id) ?? 10;
    const stop = { ticketId, code, plan: planStop({ seed, ticketId, expectedMinutes, simulated, demand }) };
    const since = ticket.servingSince ?? ticket.calledAt ?? ticket.issuedAt;
    const goneMs = Math.max(0, now - new Date(since).getTime()) * speed;
    if (ticket.state === 'serving') {
      this.#move(officer, { at: 'serving', stop }, clock + stop.plan.serviceSeconds * SECOND_MS - goneMs);
    } else {
      const recalled = ticket.callCount > 1;
      this.#move(
        officer,
        { at: 'called', stop, recalled },
        clock + stop.plan.walkSeconds * SECOND_MS - goneMs,
      );
    }
  }

  /** Opens or leaves at most one counter, so that the line stays short and nobody sits for nothing. */
  async #fitCounters(moment: Moment): Promise<number> {
    const wanted = this.#countersWanted(moment);
    if (this.#countersOpen < wanted) {
      const free = this.#officers.find(
        ({ seat, counterId }) => seat.at === 'away' && !this.#takenCounters.has(counterId),
      );
      if (!free) return 0;
      await this.#guard(free, moment, () => this.#sitDown(free, moment));
      return 1;
    }
    if (this.#countersOpen === wanted) return 0;
    const bored = this.#officers.find(({ seat }) => seat.at === 'idle' && this.#mayLeave(seat.since, moment));
    if (!bored) return 0;
    await this.#guard(bored, moment, () => this.#leave(bored, moment));
    return 1;
  }

  #countersWanted({ stays }: Moment): number {
    const { waiting, countersTotal } = this;
    if (!stays) return this.#waitingSimulated > 0 ? Math.max(1, this.#countersOpen) : 0;
    if (!this.givesNumbers && waiting === 0) return 0;
    return countersWanted({ waiting, countersTotal, countersOpen: this.#countersOpen });
  }

  #mayLeave(idleSince: number, { clock, stays }: Moment): boolean {
    return !stays || clock - idleSince >= IDLE_MS;
  }

  async #sitDown(officer: Officer, { clock }: Moment): Promise<void> {
    await officer.client.queue.openCounter({ counterId: officer.counterId });
    this.#countersOpen += 1;
    this.#takenCounters = new Set(this.#takenCounters).add(officer.counterId);
    this.#move(officer, { at: 'idle', since: clock }, clock);
  }

  async #leave(officer: Officer, { clock }: Moment): Promise<void> {
    await officer.client.queue.closeCounter({});
    this.#countersOpen -= 1;
    const taken = new Set(this.#takenCounters);
    taken.delete(officer.counterId);
    this.#takenCounters = taken;
    this.#move(officer, { at: 'away' }, clock);
  }
}
