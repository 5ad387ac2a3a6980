import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import { refuseBroken } from '#platform/database/broken-constraint.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { refuse, type Refusal } from '#platform/values/refusal.ts';
import type { BoothShare } from './contract.ts';
import {
  bumpVersion,
  insertCounters,
  listMallCounters,
  lockKeptRows,
  placeCounters,
  takeCountersAway,
  type KeptRow,
} from './kept-store.ts';
import { planCounters } from './rules/kept-agency.ts';
import { shareWeekdays, type WeekdayShare } from './rules/weekday-share.ts';
import {
  countPeople,
  dropSharedCounters,
  followPlace,
  listShareRows,
  replaceShares,
  type ShareRow,
} from './sharing-store.ts';

/**
 * An agency comes to another's booth on these weekdays; on the others the other one is there. Where it is a guest there
 * already, its weekdays change. Its own counters go, since it has the desks of the place.
 * Refusals: AGENCY_UNKNOWN, CHANGED_MEANWHILE, SHARE_ITSELF, SHARE_HOSTS (others are guests at its own booth),
 * SHARE_GUEST (the other one is a guest itself), DAY_SHARED (`agency`), SHARE_NO_DAY, BOOTH_WITHOUT_COUNTER, COUNTER_IN_USE,
 * SHARE_WHILE_WAITING.
 */
export async function shareBooth(
  tx: Tx,
  { mallId }: Pick<StaffActor, 'mallId'>,
  wish: {
    readonly agencyId: string;
    readonly version: number;
    readonly withAgencyId: string;
    readonly weekdays: readonly number[];
  },
): Promise<{ version: number }> {
  const { agencyId, withAgencyId } = wish;
  if (agencyId === withAgencyId) refused(refuse('SHARE_ITSELF'));
  const rows = await lockKeptRows(tx, mallId, [agencyId, withAgencyId]);
  const guest = rows.find(({ id }) => id === agencyId) ?? refused(refuse('AGENCY_UNKNOWN'));
  const host = rows.find(({ id }) => id === withAgencyId) ?? refused(refuse('AGENCY_UNKNOWN'));
  if (guest.version !== wish.version) refused(refuse('CHANGED_MEANWHILE'));
  if (host.counters.length === 0) refused(refuse('BOOTH_WITHOUT_COUNTER', { agency: host.short_name }));
  await refuseWhileWaiting(tx, mallId, [guest, host]);
  const shares = await listShareRows(tx, mallId);
  if (shares.some((share) => share.place_id === guest.booth_id))
    refused(refuse('SHARE_HOSTS', { agency: guest.short_name }));
  const hostsPlace = placeOf(shares, host.booth_id);
  if (hostsPlace !== undefined && hostsPlace !== host.booth_id)
    refused(refuse('SHARE_GUEST', { agency: host.short_name }));
  const before = placeOf(shares, guest.booth_id);
  if (before !== undefined && before !== host.booth_id) await leavePlace(tx, mallId, shares, guest);
  const present = shares.filter((share) => share.place_id === host.booth_id).map(toWeekdayShare);
  const plan = shareWeekdays(present, host.booth_id, guest.booth_id, wish.weekdays);
  if ('refused' in plan) {
    const holder = shares.find(({ booth_id }) => booth_id === plan.facts['boothId']);
    return refused(refuse(plan.refused, holder === undefined ? {} : { agency: holder.agency_short_name }));
  }
  const away = planCounters(agencyId, [], await listMallCounters(tx, mallId)).takeAway;
  const guestIds = guestsOf(plan, host.booth_id);
  const write = async () => {
    await takeCountersAway(tx, mallId, away);
    await replaceShares(tx, mallId, host.booth_id, plan);
    await followPlace(tx, mallId, host.booth_id, guestIds);
  };
  await refuseBroken(write(), sayInUse);
  const weekdays = plan.filter(({ boothId }) => boothId === guest.booth_id).map(({ weekday }) => weekday);
  return keep(tx, mallId, guest, host, {
    sharedWith: host.short_name,
    weekdays: weekdays.map((weekday) => `weekday-${weekday}`),
  });
}

/**
 * The agency has a booth of its own again, with these counters, in the zone where it is.
 * Refusals: AGENCY_UNKNOWN, CHANGED_MEANWHILE, NOT_SHARED, COUNTER_ELSEWHERE, BOOTH_WITHOUT_COUNTER, COUNTER_IN_USE,
 * SHARE_WHILE_WAITING.
 */
export async function endSharing(
  tx: Tx,
  { mallId }: StaffActor,
  wish: { readonly agencyId: string; readonly version: number; readonly counters: readonly number[] },
): Promise<{ version: number }> {
  const { agencyId } = wish;
  // Whose place it is is seen before the locks are held and again under them: all who lock two go by their ids.
  const seen = hostIdOf(await listShareRows(tx, mallId), agencyId) ?? agencyId;
  const rows = await lockKeptRows(tx, mallId, [agencyId, seen]);
  const guest = rows.find(({ id }) => id === agencyId) ?? refused(refuse('AGENCY_UNKNOWN'));
  if (guest.version !== wish.version) refused(refuse('CHANGED_MEANWHILE'));
  const shares = await listShareRows(tx, mallId);
  const host = rows.find(({ id }) => id === hostIdOf(shares, agencyId));
  if (host === undefined || host === guest) return refused(refuse('NOT_SHARED'));
  await refuseWhileWaiting(tx, mallId, [guest, host]);
  if (wish.counters.length === 0) refused(refuse('BOOTH_WITHOUT_COUNTER', { agency: guest.short_name }));
  const plan = planCounters(agencyId, wish.counters, await listMallCounters(tx, mallId));
  const [taken] = plan.elsewhere;
  if (taken !== undefined)
    refused(refuse('COUNTER_ELSEWHERE', { counter: taken.number, agency: taken.agencyShortName }));
  const write = async () => {
    await leavePlace(tx, mallId, shares, guest);
    await placeCounters(tx, mallId, guest.booth_id, plan.bringBack);
    const fresh = plan.add.map((number) => ({
      mall_id: mallId,
      id: newId(),
      booth_id: guest.booth_id,
      number,
    }));
    await insertCounters(tx, fresh);
  };
  await refuseBroken(write(), sayInUse);
  return keep(tx, mallId, guest, host, { counters: wish.counters.join(', ') });
}

/** How the booth of an agency is shared; null where it stands for itself. */
export function shareOf(shares: readonly ShareRow[], boothId: string): BoothShare | null {
  const placeId = placeOf(shares, boothId);
  if (placeId === undefined) return null;
  const here = shares.filter((share) => share.place_id === placeId);
  const booths = [...new Set(here.map(({ booth_id }) => booth_id))];
  const members = booths.map((id) => {
    const own = here.filter(({ booth_id }) => booth_id === id);
    const { agency_id: agencyId, agency_short_name: shortName } = own[0]!;
    return { agencyId, shortName, weekdays: own.map(({ weekday }) => weekday) };
  });
  return {
    hostId: here.find(({ booth_id }) => booth_id === placeId)?.agency_id ?? members[0]!.agencyId,
    members,
  };
}

/** The guests of a place follow it, when its counters or its zone became others. */
export async function tellGuests(tx: Tx, mallId: string, placeId: string): Promise<void> {
  const shares = await listShareRows(tx, mallId);
  const plan = shares.filter((share) => share.place_id === placeId).map(toWeekdayShare);
  await followPlace(tx, mallId, placeId, guestsOf(plan, placeId));
}

/** Whose day it is may change at once: not while somebody of either waits or is served. */
async function refuseWhileWaiting(tx: Tx, mallId: string, rows: readonly KeptRow[]): Promise<void> {
  for (const { id, short_name: name } of rows) {
    const waiting = await countPeople(tx, mallId, id);
    if (waiting > 0) refused(refuse('SHARE_WHILE_WAITING', { agency: name, waiting }));
  }
}

async function leavePlace(
  tx: Tx,
  mallId: string,
  shares: readonly ShareRow[],
  guest: KeptRow,
): Promise<void> {
  const placeId = placeOf(shares, guest.booth_id)!;
  const others = shares
    .filter((share) => share.place_id === placeId && share.booth_id !== guest.booth_id)
    .map(toWeekdayShare);
  const alone = others.every(({ boothId }) => boothId === placeId);
  const given = shares.filter(({ booth_id }) => booth_id === guest.booth_id);
  const back = given.map(({ weekday }) => ({ boothId: placeId, weekday }));
  await dropSharedCounters(tx, mallId, guest.booth_id);
  await replaceShares(tx, mallId, placeId, alone ? [] : [...others, ...back]);
}

async function keep(
  tx: Tx,
  mallId: string,
  guest: KeptRow,
  host: KeptRow,
  facts: Readonly<Record<string, string | readonly string[]>>,
): Promise<{ version: number }> {
  await bumpVersion(tx, mallId, guest.id);
  tx.record({
    subjectKind: 'agency',
    subjectId: guest.id,
    agencyId: guest.id,
    facts: { name: guest.short_name, ...facts },
  });
  const zones = [...new Set([guest.zone_id, host.zone_id])].map((id) => `zone:${id}`);
  const topics = [`mall:${mallId}`, `agency:${guest.id}`, `agency:${host.id}`, ...zones];
  tx.emit({ mallId, kind: 'catalogue-changed', topics, payload: {} });
  return { version: guest.version + 1 };
}

/** Whose place it is where the agency's booth stands; undefined where it shares with nobody. */
function hostIdOf(shares: readonly ShareRow[], agencyId: string): string | undefined {
  const placeId = shares.find((share) => share.agency_id === agencyId)?.place_id;
  return shares.find(({ booth_id }) => booth_id === placeId)?.agency_id;
}

function placeOf(shares: readonly ShareRow[], boothId: string): string | undefined {
  return shares.find(({ booth_id }) => booth_id === boothId)?.place_id;
}

const toWeekdayShare = ({ booth_id, weekday }: ShareRow): WeekdayShare => ({ boothId: booth_id, weekday });

function guestsOf(plan: readonly WeekdayShare[], placeId: string): string[] {
  return [...new Set(plan.map(({ boothId }) => boothId))].filter((id) => id !== placeId);
}

function sayInUse(constraint: string, detail: string): Refusal | undefined {
  if (constraint === 'counter_in_use') return refuse('COUNTER_IN_USE', { counter: detail });
  if (constraint === 'counter_mall_id_number_key') return refuse('COUNTER_ELSEWHERE');
  return undefined;
}
