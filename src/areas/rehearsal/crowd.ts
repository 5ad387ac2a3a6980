import { ORPCError } from '@orpc/server';
import { setTimeout as pause } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { SessionLock } from '#platform/jobs/session-lock.ts';
import { runTransaction } from '#platform/database/transaction.ts';
import type { Crowd } from './contract.ts';
import { CrowdAgency, type CalledStop, type Moment } from './crowd-agency.ts';
import { loadCast, type Cast, type CrowdClient, type CrowdOptions } from './crowd-cast.ts';
import { getCrowd } from './public.ts';
import { busiestHour, lineMax, planVisitors } from './rules/crowd-plan.ts';

export type { CrowdClient, CrowdOptions } from './crowd-cast.ts';

const TICK_MS = 1000;
/** A machine that slept does not make up for it. */
const ELAPSED_MS_MAX = 5000;
const PAUSE_MS_MAX = 30_000;

/** How long the busiest hour's visitors have been gathering when the doors open. */
const AT_DOOR_MINUTES = 15;

/** Bounds of one tick: operations of officers, looks at desks, ratings. */
const ACTIONS_MAX = 24;
const LOOKS_PER_TICK = 3;
const RATINGS_PER_TICK = 3;
const BOOTHS_EVERY_MS = 60_000;
/** Tickets whose address is kept for a rating; older ones are forgotten unrated. */
const TOKENS_MAX = 2000;
const RATINGS_PENDING_MAX = 500;

export interface RunningCrowd {
  /** Ends after the tick in hand. Counters stay as they are; the next start goes on from there. */
  stop(): Promise<void>;
}

/**
 * Starts the simulated visitors and officers of a mall: once a second they do what is due, through the same operations
 * as people. What the manager sets (off, paused, speed) is read at each tick. A fault, such as a database that is away,
 * is logged and tried again with growing pauses. Of several processes on one database one lets the crowd act; when it
 * ends, another goes on.
 */
export async function startCrowd(options: CrowdOptions): Promise<RunningCrowd> {
  const crowd = await openCrowd(options);
  const stopping = new AbortController();
  const running = run(crowd, options, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function run(
  crowd: CrowdStage,
  { pool, mallId, log }: CrowdOptions,
  signal: AbortSignal,
): Promise<void> {
  const lead = new SessionLock(pool, `crowd ${mallId}`);
  let pauseMs = TICK_MS;
  let lastAt = performance.now();
  while (await paused(pauseMs, signal)) {
    const elapsedMs = Math.min(performance.now() - lastAt, ELAPSED_MS_MAX);
    lastAt = performance.now();
    try {
      if (await lead.take()) await crowd.tick(elapsedMs);
      pauseMs = TICK_MS;
    } catch (error) {
      pauseMs = Math.min(2 * pauseMs, PAUSE_MS_MAX);
      log.warn({ err: error, pauseMs }, 'simulated crowd');
    }
  }
  lead.release();
}

/** False when the wait was ended. */
async function paused(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await pause(ms, undefined, { signal });
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}

export async function openCrowd(options: CrowdOptions): Promise<CrowdStage> {
  return new CrowdStage(options, await loadCast(options));
}

interface PendingRating {
  readonly token: string;
  readonly score: number;
  readonly dueAt: number;
}

/** The crowd itself, one tick at a time. */
class CrowdStage {
  readonly #options: CrowdOptions;
  readonly #cast: Cast;
  readonly #kiosk: CrowdClient;
  readonly #agencies: readonly CrowdAgency[];
  readonly #tokensByCode = new Map<string, string>();
  #ratings: PendingRating[] = [];
  /** Milliseconds of the crowd's own time since it started: it stands still while paused and runs faster when sped up. */
  #clock = 0;
  #step = Date.now();
  #turn = 0;
  #boothsDueMs = 0;
  /** Some stand at the door when the crowd begins, so that nobody looks at an empty hall first. */
  #minutesAtDoor = AT_DOOR_MINUTES;

  constructor(options: CrowdOptions, cast: Cast) {
    this.#options = options;
    this.#cast = cast;
    this.#kiosk = options.clientFor(cast.kiosk);
    const services = [...cast.servicesByCode.values()];
    const setting = {
      // The mall is the seed: the same ticket ends the same way after a restart.
      seed: cast.place.id,
      demand: options.demand,
      clientFor: (officer: Cast['agencies'][number]['officers'][number]) => options.clientFor(officer.actor),
      minutesById: new Map(services.map((service) => [service.id, service.expectedMinutes])),
      onEnded: (stop: CalledStop, clock: number) => this.#planRating(stop, clock),
    };
    this.#agencies = cast.agencies
      .filter(({ officers }) => officers.length > 0)
      .map((agency) => new CrowdAgency(agency, setting));
  }

  /** Lets `elapsedMs` of real time pass. */
  async tick(elapsedMs: number): Promise<void> {
    const { crowd, now } = await this.#readSetting();
    if (crowd.mode === 'paused') return;
    const passedMs = elapsedMs * crowd.speed;
    this.#clock += passedMs;
    this.#step += 1;
    const moment: Moment = { clock: this.#clock, speed: crowd.speed, stays: crowd.mode === 'running' };
    await this.#lookAtBooths(elapsedMs);
    if (moment.stays) await this.#letCome(crowd, now, passedMs / 60_000);
    await this.#letWork(moment);
    await this.#letRate();
  }

  async #readSetting(): Promise<{ crowd: Crowd; now: number }> {
    const { pool, mallId } = this.#options;
    const actor = { kind: 'system', id: 'rehearsal', mallId } as const;
    const options = { actor, operation: 'rehearsal.read', mode: 'read' } as const;
    const result = await runTransaction(pool, options, async (tx) => ({
      crowd: await getCrowd(tx, mallId),
      now: tx.now.getTime(),
    }));
    if (result.kind === 'key-reused') throw new Error('a read has no key');
    return result.value;
  }

  async #lookAtBooths(elapsedMs: number): Promise<void> {
    this.#boothsDueMs -= elapsedMs;
    if (this.#boothsDueMs > 0) return;
    this.#boothsDueMs = BOOTHS_EVERY_MS;
    const { booths } = await this.#kiosk.capacity.listBoothStates({});
    const giving = new Set(booths.filter((booth) => booth.givesNumbers).map((booth) => booth.agencySlug));
    for (const agency of this.#agencies) agency.givesNumbers = giving.has(agency.slug);
  }

  /** Those who find a long line or a closed booth turn round. */
  async #letCome({ visitorsPerHour }: Crowd, now: number, minutes: number): Promise<void> {
    const { place, servicesByCode } = this.#cast;
    const { hour } = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(place.timeZone);
    const visitors = planVisitors({
      seed: place.id,
      step: this.#step,
      demand: this.#options.demand,
      hour: this.#minutesAtDoor > 0 ? busiestHour(this.#options.demand) : hour,
      visitorsPerHour,
      minutes: minutes + this.#minutesAtDoor,
    });
    this.#minutesAtDoor = 0;
    for (const { serviceCode, priority } of visitors) {
      const service = servicesByCode.get(serviceCode);
      const agency = this.#agencies.find(({ slug }) => slug === service?.agencySlug);
      if (!service || !agency || agency.waiting >= lineMax(agency.countersTotal)) continue;
      await this.#unlessRefused(async () => {
        const { code, token } = await this.#kiosk.queue.issueTicket({ service: service.slug, priority });
        agency.addWaiting();
        this.#keepToken(code, token);
      });
    }
  }

  /** Every agency in turn comes first, so that a busy one cannot use up the tick for ever. */
  async #letWork(moment: Moment): Promise<void> {
    const count = this.#agencies.length;
    let left = ACTIONS_MAX;
    for (let n = 0; n < count; n += 1) {
      const agency = this.#agencies[(this.#turn + n) % count]!;
      if (n < LOOKS_PER_TICK) await agency.look(moment);
      if (left > 0) left -= await agency.step(moment, left);
    }
    this.#turn = (this.#turn + LOOKS_PER_TICK) % Math.max(1, count);
  }

  #planRating({ code, plan }: CalledStop, clock: number): void {
    const token = this.#tokensByCode.get(code);
    this.#tokensByCode.delete(code);
    if (token === undefined || !plan.appears || plan.rating === null) return;
    if (this.#ratings.length >= RATINGS_PENDING_MAX) return;
    const { score, afterSeconds } = plan.rating;
    this.#ratings.push({ token, score, dueAt: clock + afterSeconds * 1000 });
  }

  async #letRate(): Promise<void> {
    const due = this.#ratings.filter(({ dueAt }) => dueAt <= this.#clock).slice(0, RATINGS_PER_TICK);
    this.#ratings = this.#ratings.filter((rating) => !due.includes(rating));
    for (const { token, score } of due) {
      await this.#unlessRefused(() => this.#kiosk.survey.rate({ token, score }));
    }
  }

  #keepToken(code: string, token: string): void {
    this.#tokensByCode.set(code, token);
    if (this.#tokensByCode.size <= TOKENS_MAX) return;
    const [oldest] = this.#tokensByCode.keys();
    if (oldest !== undefined) this.#tokensByCode.delete(oldest);
  }

  /** A visitor takes a no for an answer; a fault is not an answer. */
  async #unlessRefused(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof ORPCError && error.defined)) throw error;
    }
  }
}
