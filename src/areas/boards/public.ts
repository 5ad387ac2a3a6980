import { listBoothStates } from '#areas/capacity/public.ts';
import { HELP_MINUTES_MAX } from '#areas/staff/rules/help.ts';
import { listPausedCounters, type PausedCounter } from '#areas/queue/public.ts';
import { formatNumber } from '#areas/queue/rules/series.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { dayAt } from '#platform/values/day.ts';
import type { Board } from './contract.ts';
import {
  listCallRows,
  listHelpWanted,
  listNextRows,
  listZoneAgencies,
  listZoneRows,
  type ZoneRow,
} from './store.ts';

const CALLS_MAX = 6;
const NEXT_MAX = 5;

export type BoardState = Omit<Board, 'streamToken'>;

/** What the boards of these zones show, by zone id; zones of another mall are left out. */
export async function mapBoards(
  tx: Tx,
  mallId: string,
  zoneIds: readonly string[],
): Promise<Map<string, BoardState>> {
  const zones = await listZoneRows(tx, mallId, zoneIds);
  const first = zones[0];
  if (!first) return new Map();
  const day = dayAt(tx.now.getTime(), first.time_zone);
  const calls = await listCallRows(tx, mallId, day, zoneIds);
  const next = await listNextRows(tx, mallId, day, zoneIds);
  const agencies = await listZoneAgencies(tx, mallId, zoneIds);
  const states = await listBoothStates(tx, { id: mallId, timeZone: first.time_zone });
  const paused = await listPausedCounters(tx, mallId);
  const help = await listHelpWanted(
    tx,
    mallId,
    zoneIds,
    new Date(tx.now.getTime() - HELP_MINUTES_MAX * 60_000),
  );
  const closed = new Map(
    states.filter((state) => !state.givesNumbers).map((state) => [state.agencyId, state]),
  );
  return new Map(
    zones.map((zone) => [
      zone.id,
      {
        ...zoneFacts(tx, zone),
        calls: calls
          .filter((call) => call.zone_id === zone.id)
          .slice(0, CALLS_MAX)
          .map((call) => ({
            code: formatNumber(call.series, call.number),
            series: call.series,
            number: call.number,
            counterNumber: call.counter_number,
            agencyShortName: call.short_name,
            calledAt: call.called_at.toISOString(),
            serving: call.state === 'serving',
          })),
        next: next
          .filter((row) => row.zone_id === zone.id)
          .slice(0, NEXT_MAX)
          .map((row) => ({ code: formatNumber(row.series, row.number), agencyShortName: row.short_name })),
        closed: agencies
          .filter((agency) => agency.zone_id === zone.id && closed.has(agency.agency_id))
          .map((agency) => ({
            agencyShortName: agency.short_name,
            opensAt: closed.get(agency.agency_id)!.opensAt,
            reason: closed.get(agency.agency_id)!.name,
            intakeEnded: closed.get(agency.agency_id)!.code === 'INTAKE_ENDED',
          }))
          // What nobody expects is told before ordinary closing time.
          .toSorted((a, b) => Number(isExpected(a)) - Number(isExpected(b))),
        paused: pausedIn(zone, paused),
        helpWanted: help.filter((kiosk) => kiosk.zone_id === zone.id).map((kiosk) => kiosk.name),
      },
    ]),
  );
}

function pausedIn(zone: ZoneRow, paused: readonly PausedCounter[]): Board['paused'] {
  return paused
    .filter(({ zoneId }) => zoneId === zone.id)
    .map(({ counterNumber, agencyShortName, until }) => ({ counterNumber, agencyShortName, until }));
}

function zoneFacts(tx: Tx, zone: ZoneRow) {
  return {
    now: tx.now.toISOString(),
    zone: { id: zone.id, slug: zone.slug, name: zone.name, floor: zone.floor },
    mallShortName: zone.mall_short_name,
    timeZone: zone.time_zone,
    sampleData: zone.sample_data,
  };
}

/** Closed by its ordinary hours, as everybody knows. */
function isExpected(booth: BoardState['closed'][number]): boolean {
  return booth.reason === null && !booth.intakeEnded;
}
