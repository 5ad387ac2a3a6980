import type { StaffActor } from '#platform/contract/access.ts';
import { refused } from '#platform/contract/procedure.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { BoardSettings } from './contract.ts';
import { findOverlap } from './rules/board-sound.ts';
import { listBoardZoneRows, listZoneChoices, lockBoards, putBoardSettings } from './setup-store.ts';

/**
 * Sets what a board shows and how it speaks; the board hears of it at once. A zone that this board alone showed may
 * not go dark: its visitors would be called where nobody sees it.
 * Refusals: DEVICE_UNKNOWN, BOARD_WITHOUT_ZONE, ZONE_UNKNOWN, ZONE_UNSHOWN (`name`),
 * VOLUME_HOURS_DISORDERED, VOLUME_HOURS_OVERLAP.
 */
export async function setBoard(
  tx: Tx,
  staff: StaffActor,
  { deviceId, ...wish }: BoardSettings & { deviceId: string },
): Promise<{ deviceId: string }> {
  const { mallId } = staff;
  const zoneIds = [...new Set(wish.zoneIds)];
  if (zoneIds.length === 0) refused(refuse('BOARD_WITHOUT_ZONE'));
  if (wish.steps.some(({ from, until }) => from >= until)) refused(refuse('VOLUME_HOURS_DISORDERED'));
  if (findOverlap(wish.steps) !== undefined) refused(refuse('VOLUME_HOURS_OVERLAP'));
  const boards = await lockBoards(tx, mallId);
  const board = boards.find(({ id }) => id === deviceId) ?? refused(refuse('DEVICE_UNKNOWN'));
  const names = new Map((await listZoneChoices(tx, mallId)).map((zone) => [zone.id, zone.name]));
  if (zoneIds.some((id) => !names.has(id))) refused(refuse('ZONE_UNKNOWN'));
  const shown = await mapShownZones(tx, mallId, boards);
  const elsewhere = new Set(boards.filter(({ id }) => id !== deviceId).flatMap(({ id }) => shown.get(id)!));
  const dark = shown.get(board.id)!.find((id) => !zoneIds.includes(id) && !elsewhere.has(id));
  if (dark !== undefined) refused(refuse('ZONE_UNSHOWN', { name: names.get(dark) ?? '' }));
  await putBoardSettings(tx, { mallId, deviceId }, { ...wish, zoneIds });
  tx.emit({ mallId, kind: 'board-set', topics: [`board:${deviceId}`], payload: {} });
  tx.record({
    subjectKind: 'device',
    subjectId: deviceId,
    facts: {
      name: board.name,
      zones: zoneIds.map((id) => names.get(id)).join(', '),
      voice: !wish.sound ? 'silent' : wish.english ? 'indonesian-english' : 'indonesian',
      volume: wish.volume,
      volumeSteps: wish.steps
        .map((step) => `${step.days === 'friday' ? 'Jumat ' : ''}${step.from}–${step.until} ${step.volume}`)
        .join(', '),
      showsHours: wish.showsHours,
    },
  });
  return { deviceId };
}

/** Which zones each of these boards shows; one that nobody has set shows the zone in which it hangs. */
export async function mapShownZones(
  tx: Tx,
  mallId: string,
  boards: readonly { readonly id: string; readonly zone_id: string }[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await listBoardZoneRows(
    tx,
    mallId,
    boards.map(({ id }) => id),
  );
  const chosen = Map.groupBy(rows, (row) => row.device_id);
  return new Map(
    boards.map(({ id, zone_id }) => [id, chosen.get(id)?.map((row) => row.zone_id) ?? [zone_id]]),
  );
}
