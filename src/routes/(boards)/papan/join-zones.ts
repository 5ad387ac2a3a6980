import { isExpectedClosed } from '#areas/boards/rules/expected-closed.ts';
import type { BrowserApi } from '../../client/api.ts';

export type BoardReply = Awaited<ReturnType<BrowserApi['boards']['getBoard']>>;
export type ZoneBoard = BoardReply['zones'][number];
export type BoardSetup = BoardReply['setup'];

/** A call with the floor to which it leads. */
export type JoinedCall = ZoneBoard['calls'][number] & { readonly floor: number };

/** What one board shows of several zones, as if they were one. */
export interface JoinedZones {
  /** Latest first. */
  readonly calls: readonly JoinedCall[];
  /** Whose turn comes first, first. */
  readonly next: ZoneBoard['next'];
  readonly closed: ZoneBoard['closed'];
  readonly open: ZoneBoard['open'];
  readonly paused: ZoneBoard['paused'];
  readonly helpWanted: ZoneBoard['helpWanted'];
}

export function joinZones(zones: readonly ZoneBoard[]): JoinedZones {
  return {
    calls: zones
      .flatMap(({ calls, zone }) => calls.map((call) => ({ ...call, floor: zone.floor })))
      .toSorted((a, b) => Date.parse(b.calledAt) - Date.parse(a.calledAt)),
    next: zones.flatMap(({ next }) => next).toSorted((a, b) => Date.parse(a.turnAt) - Date.parse(b.turnAt)),
    // The sort is stable: within a kind the zones keep their order.
    closed: zones
      .flatMap(({ closed }) => closed)
      .toSorted((a, b) => Number(isExpectedClosed(a)) - Number(isExpectedClosed(b))),
    open: zones.flatMap(({ open }) => open),
    paused: zones.flatMap(({ paused }) => paused),
    helpWanted: zones.flatMap(({ helpWanted }) => helpWanted),
  };
}

/**
 * The zones of a reply, but what a stream told while the reply was on its way is newer and stays.
 * @param asked the zones as they were shown when the reply was asked for
 */
export function keepNewer(
  fresh: readonly ZoneBoard[],
  asked: readonly ZoneBoard[],
  shown: readonly ZoneBoard[],
): readonly ZoneBoard[] {
  const toldSince = new Map(
    shown.filter((zone) => !asked.includes(zone)).map((zone) => [zone.zone.id, zone]),
  );
  return fresh.map((zone) => toldSince.get(zone.zone.id) ?? zone);
}
