import type { BoothState } from '#areas/capacity/contract.ts';
import { listBoothStates } from '#areas/capacity/public.ts';
import { HELP_MINUTES_MAX } from '#areas/staff/rules/help.ts';
import { listPausedCounters, type PausedCounter } from '#areas/queue/public.ts';
import { formatNumber } from '#areas/queue/rules/series.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { findStoredFile, type StoredFile } from '#platform/files/stored-files.ts';
import { dayAt } from '#platform/values/day.ts';
import type { BoardSettings, BoardSetup, ZoneBoard } from './contract.ts';
import { isExpectedClosed } from './rules/expected-closed.ts';
import { mapShownZones } from './set-board.ts';
import { listMediaRows, type MediaRow } from './media-store.ts';
import { listBoardRows, listMessageRows, type MessageRow } from './setup-store.ts';
import {
  listCallRows,
  listHelpWanted,
  listNextRows,
  listZoneAgencies,
  listZoneRows,
  type CallRow,
  type NextRow,
  type ZoneAgencyRow,
} from './store.ts';

const CALLS_SHOWN_MAX = 6;
const CALLS_MAX = 40;
const NEXT_MAX = 5;

/** What boards show of these zones, by zone id; zones of another mall are left out. */
export async function mapZoneBoards(
  tx: Tx,
  mallId: string,
  zoneIds: readonly string[],
): Promise<Map<string, ZoneBoard>> {
  const zones = await listZoneRows(tx, mallId, zoneIds);
  const first = zones[0];
  if (!first) return new Map();
  const day = dayAt(tx.now.getTime(), first.time_zone);
  const helpSince = new Date(tx.now.getTime() - HELP_MINUTES_MAX * 60_000);
  const calls = await listCallRows(tx, mallId, day, zoneIds);
  const next = await listNextRows(tx, mallId, day, zoneIds);
  const agencies = await listZoneAgencies(tx, mallId, zoneIds);
  const states = await listBoothStates(tx, { id: mallId, timeZone: first.time_zone });
  const paused = await listPausedCounters(tx, mallId);
  const help = await listHelpWanted(tx, mallId, zoneIds, helpSince);
  return new Map(
    zones.map(({ id, slug, name, floor }) => {
      const here = (row: { zone_id: string }) => row.zone_id === id;
      const board = {
        zone: { id, slug, name, floor },
        calls: calls.filter(here).filter(isWorthShowing).slice(0, CALLS_MAX).map(showCall),
        next: next.filter(here).slice(0, NEXT_MAX).map(showNext),
        ...showBooths(agencies.filter(here), states),
        paused: paused.filter(({ zoneId }) => zoneId === id).map(showPaused),
        helpWanted: help.filter(here).map((kiosk) => kiosk.name),
      };
      return [id, board];
    }),
  );
}

/** Whoever is still awaited stays: their number may be called again, and eye and ear must meet it. */
function isWorthShowing({ state }: CallRow, place: number): boolean {
  return state === 'called' || place < CALLS_SHOWN_MAX;
}

function showCall(row: CallRow): ZoneBoard['calls'][number] {
  return {
    code: formatNumber(row.series, row.number),
    series: row.series,
    number: row.number,
    counterNumber: row.counter_number,
    agencyShortName: row.short_name,
    calledAt: row.called_at.toISOString(),
    serving: row.state === 'serving',
  };
}

function showNext(row: NextRow): ZoneBoard['next'][number] {
  return {
    code: formatNumber(row.series, row.number),
    agencyShortName: row.short_name,
    turnAt: row.order_key.toISOString(),
  };
}

function showPaused({ counterNumber, agencyShortName, until }: PausedCounter): ZoneBoard['paused'][number] {
  return { counterNumber, agencyShortName, until };
}

function showBooths(
  agencies: readonly ZoneAgencyRow[],
  states: readonly BoothState[],
): Pick<ZoneBoard, 'closed' | 'open'> {
  const stateOf = new Map(states.map((state) => [state.agencyId, state]));
  const booths = agencies.flatMap(({ agency_id, short_name }) => {
    const state = stateOf.get(agency_id);
    return state === undefined ? [] : [{ agencyShortName: short_name, ...state }];
  });
  return {
    closed: booths
      // One whose site is over is nobody's concern in the hall any more.
      .filter((booth) => !booth.givesNumbers && booth.code !== 'SITE_OVER')
      .map(({ agencyShortName, opensAt, name, code }) => ({
        ...{ agencyShortName, opensAt, reason: name },
        intakeEnded: code === 'INTAKE_ENDED',
      }))
      // What nobody expects is told before ordinary closing time.
      .toSorted((a, b) => Number(isExpectedClosed(a)) - Number(isExpectedClosed(b))),
    open: booths
      .filter((booth) => booth.givesNumbers)
      .map(({ agencyShortName, until }) => ({ agencyShortName, until })),
  };
}

/** How these boards were set up, by device id; those revoked or of another mall are left out. */
export async function mapBoardSetups(
  tx: Tx,
  mallId: string,
  deviceIds: readonly string[],
): Promise<Map<string, BoardSetup>> {
  const rows = await listBoardRows(tx, mallId, deviceIds);
  const shown = await mapShownZones(tx, mallId, rows);
  const messages = await listMessageRows(tx, mallId, deviceIds);
  const media = await listMediaRows(tx, mallId, deviceIds);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        settings: {
          ...boardAsItComes(shown.get(row.id)!),
          ...(row.english === null ? {} : { english: row.english }),
          ...(row.sound === null ? {} : { sound: row.sound }),
          ...(row.volume === null ? {} : { volume: row.volume }),
          ...(row.volume_steps === null ? {} : { steps: row.volume_steps as BoardSettings['steps'] }),
          ...(row.shows_hours === null ? {} : { showsHours: row.shows_hours }),
        },
        messages: messages.filter(isFor(row.id)).map(showMessage),
        media: media.filter(isFor(row.id)).map(showMedia),
      },
    ]),
  );
}

/** Of every board, or of this one. */
const isFor = (deviceId: string) => (row: { readonly device_id: string | null }) =>
  row.device_id === null || row.device_id === deviceId;

function showMessage(row: MessageRow): BoardSetup['messages'][number] {
  return {
    id: row.id,
    text: row.text_id,
    textEn: row.text_en,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    everywhere: row.device_id === null,
  };
}

function showMedia(row: MediaRow): BoardSetup['media'][number] {
  return {
    id: row.id,
    kind: row.media_type.startsWith('video/') ? 'film' : 'picture',
    name: row.name,
    seconds: row.seconds,
    fromDay: row.from_day,
    untilDay: row.until_day,
    everywhere: row.device_id === null,
  };
}

/** The file of a picture or film of this mall; undefined when there is none. */
export async function findMediaFile(
  tx: Tx,
  mallId: string,
  mediaId: string,
): Promise<StoredFile | undefined> {
  const row = (await listMediaRows(tx, mallId)).find(({ id }) => id === mediaId);
  return row && findStoredFile(tx, mallId, row.file_id);
}

/** A board that nobody has set speaks Indonesian at full volume. */
export function boardAsItComes(zoneIds: readonly string[]): BoardSettings {
  return { zoneIds: [...zoneIds], english: false, sound: true, volume: 100, steps: [], showsHours: false };
}
