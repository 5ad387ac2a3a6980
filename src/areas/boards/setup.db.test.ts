import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { DeviceActor, StaffActor } from '#platform/contract/access.ts';
import { newId } from '#platform/random/ids.ts';
import { withTestMall, type TestMall } from '#scenarios/testing/test-mall.ts';
import { boardsProcedures } from './procedures.ts';

const refusedBy = (refused: string) => (error: { code?: string }) => error.code === refused;

describe('how a board is set up', () => {
  let mall: TestMall;
  let manager: StaffActor;
  let board: DeviceActor;
  let zones: { id: string; name: string; floor: number }[];

  before(async () => {
    mall = await withTestMall({ schedule: 'demo', at: '2026-11-24T09:00:00+08:00' });
    manager = await mall.staff('manager');
    zones = await mall.sql('select id, name, floor from zone order by slug');
  });
  after(() => mall.stop());
  beforeEach(async () => {
    await mall.sql('delete from board_zone');
    await mall.sql('delete from board_setting');
    await mall.sql('delete from board_message');
    await mall.sql('delete from device');
    board = await hang(zones[0]!.id);
  });

  async function hang(zoneId: string): Promise<DeviceActor> {
    const device: DeviceActor = { ...mall.kiosk(), deviceKind: 'board', zoneId };
    await mall.sql(
      `insert into device (mall_id, id, kind, name, zone_id, paired_at) values ($1, $2, 'board', 'Papan uji', $3, now())`,
      [mall.mallId, device.id, zoneId],
    );
    return device;
  }
  const desk = (who: StaffActor = manager) => mall.as(boardsProcedures, who);
  const show = (who: DeviceActor = board) => mall.as(boardsProcedures, who).getBoard({});
  const wish = (facts: object = {}) => ({
    ...{ deviceId: board.id, zoneIds: [zones[0]!.id], english: false, sound: true, volume: 80 },
    ...{ steps: [], showsHours: false },
    ...facts,
  });

  it('is the zone in which it hangs, in Indonesian and at full volume, until somebody says otherwise', async () => {
    const { setup, zones: shown, floor } = await show();
    assert.deepEqual(setup.settings, {
      ...{ zoneIds: [zones[0]!.id], english: false, sound: true, volume: 100 },
      ...{ steps: [], showsHours: false },
    });
    assert.deepEqual(
      shown.map(({ zone }) => zone.id),
      [zones[0]!.id],
    );
    assert.equal(floor, zones[0]!.floor);
  });

  it('is what the manager chose: several zones, English, hours of the voice', async () => {
    const steps = [
      { days: 'every' as const, from: '12:15', until: '12:35', volume: 0 },
      { days: 'friday' as const, from: '11:30', until: '13:00', volume: 0 },
    ];
    const zoneIds = zones.map(({ id }) => id);
    await desk().setBoard(wish({ zoneIds, english: true, volume: 60, steps, showsHours: true }));
    const { setup, zones: shown } = await show();
    assert.deepEqual(setup.settings, {
      ...{ zoneIds, english: true, sound: true, volume: 60, steps, showsHours: true },
    });
    assert.deepEqual(
      shown.map(({ zone }) => zone.id),
      zoneIds,
    );
    assert.deepEqual((await desk().getBoardSetup({ deviceId: board.id })).settings, setup.settings);
  });

  it('reaches the board by an event of its own and stands on the trail', async () => {
    await desk().setBoard(wish({ english: true }));
    const [event] = await mall.sql<{ topics: string[] }>(
      `select topics from event where kind = 'board-set' order by number desc limit 1`,
    );
    assert.deepEqual(event?.topics, [`board:${board.id}`]);
    const [line] = await mall.sql<{ facts: { zones: string; voice: string } }>(
      `select facts from audit_line where operation like '%setBoard' order by at desc limit 1`,
    );
    assert.equal(line?.facts.zones, zones[0]!.name);
    assert.equal(line?.facts.voice, 'indonesian-english');
  });

  it('needs a zone, of this mall', async () => {
    await assert.rejects(desk().setBoard(wish({ zoneIds: [] })), refusedBy('BOARD_WITHOUT_ZONE'));
    await assert.rejects(desk().setBoard(wish({ zoneIds: [newId()] })), refusedBy('ZONE_UNKNOWN'));
  });

  it('neither offers nor shows a zone that was taken away, and goes on with the others', async () => {
    const taken = newId();
    await mall.sql(
      `insert into zone (mall_id, id, site_id, slug, name, floor)
       select mall_id, $1, site_id, 'zona-lama', 'Zona lama', 1 from zone limit 1`,
      [taken],
    );
    await desk().setBoard(wish({ zoneIds: [zones[0]!.id, taken] }));
    await mall.sql('update zone set active = false where id = $1', [taken]);
    assert.deepEqual((await show()).setup.settings.zoneIds, [zones[0]!.id]);
    const { zones: offered } = await desk().getBoardSetup({ deviceId: board.id });
    assert.ok(!offered.some(({ id }) => id === taken));
    await assert.rejects(desk().setBoard(wish({ zoneIds: [taken] })), refusedBy('ZONE_UNKNOWN'));
  });

  it('leaves no zone without a board', async () => {
    const elsewhere = wish({ zoneIds: [zones[1]!.id] });
    await assert.rejects(desk().setBoard(elsewhere), refusedBy('ZONE_UNSHOWN'));
    await hang(zones[0]!.id);
    await desk().setBoard(elsewhere);
    assert.deepEqual((await show()).setup.settings.zoneIds, [zones[1]!.id]);
  });

  it('has no two hours that overlap, not even past the rule', async () => {
    const overlapping = [
      { days: 'every' as const, from: '08:00', until: '10:00', volume: 50 },
      { days: 'every' as const, from: '09:59', until: '11:00', volume: 0 },
    ];
    await assert.rejects(desk().setBoard(wish({ steps: overlapping })), refusedBy('VOLUME_HOURS_OVERLAP'));
    const backwards = [{ days: 'every' as const, from: '10:00', until: '10:00', volume: 50 }];
    await assert.rejects(desk().setBoard(wish({ steps: backwards })), refusedBy('VOLUME_HOURS_DISORDERED'));
    for (const steps of [
      overlapping,
      backwards,
      [{ days: 'monday', from: '08:00', until: '09:00', volume: 1 }],
    ])
      await assert.rejects(
        mall.sql(
          `insert into board_setting (mall_id, device_id, english, sound, volume, volume_steps, shows_hours)
           values ($1, $2, false, true, 100, $3, false)`,
          [mall.mallId, board.id, JSON.stringify(steps)],
        ),
        /volume_steps/,
      );
  });

  it('is no kiosk’s, no revoked board’s and no other mall’s', async () => {
    const kiosk = await hang(zones[0]!.id);
    await mall.sql(`update device set kind = 'kiosk' where id = $1`, [kiosk.id]);
    for (const deviceId of [kiosk.id, newId()]) {
      await assert.rejects(desk().setBoard(wish({ deviceId })), refusedBy('DEVICE_UNKNOWN'));
      await assert.rejects(desk().getBoardSetup({ deviceId }), refusedBy('DEVICE_UNKNOWN'));
    }
    const stranger: StaffActor = { ...manager, mallId: newId() };
    await assert.rejects(desk(stranger).setBoard(wish()), refusedBy('DEVICE_UNKNOWN'));
    await assert.rejects(desk(stranger).getBoardSetup({ deviceId: board.id }), refusedBy('DEVICE_UNKNOWN'));
    await mall.sql('update device set revoked_at = now() where id = $1', [board.id]);
    await assert.rejects(desk().setBoard(wish()), refusedBy('DEVICE_UNKNOWN'));
  });

  describe('messages', () => {
    const message = (facts: object = {}) => ({
      ...{ deviceId: board.id, text: 'Listrik padam pukul 14.00', textEn: 'No power at 14:00' },
      ...{ startsAt: '2026-11-24T01:00:00Z', endsAt: '2026-11-24T06:00:00Z' },
      ...facts,
    });

    it('stand on the board for which they were written, or on every board', async () => {
      const other = await hang(zones[1]!.id);
      const { messageId } = await desk().addMessage(message());
      await desk().addMessage(message({ deviceId: null, text: 'Selamat datang', textEn: null }));
      const texts = async (who: DeviceActor) => (await show(who)).setup.messages.map(({ text }) => text);
      assert.deepEqual((await texts(board)).toSorted(), ['Listrik padam pukul 14.00', 'Selamat datang']);
      assert.deepEqual(await texts(other), ['Selamat datang']);
      await desk().removeMessage({ messageId });
      assert.deepEqual(await texts(board), ['Selamat datang']);
      await assert.rejects(desk().removeMessage({ messageId }), refusedBy('MESSAGE_UNKNOWN'));
    });

    it('are gone when their time is over', async () => {
      await desk().addMessage(message());
      await mall.setClock('2026-11-24T14:00:01+08:00');
      assert.deepEqual((await show()).setup.messages, []);
      await mall.setClock('2026-11-24T09:00:00+08:00');
    });

    it('are one line long, end after they begin and are not over before they are written', async () => {
      const tooLong = { text: 'a'.repeat(121) };
      await assert.rejects(desk().addMessage(message(tooLong)), refusedBy('MESSAGE_TOO_LONG'));
      const english = { textEn: 'a'.repeat(121) };
      await assert.rejects(desk().addMessage(message(english)), refusedBy('MESSAGE_TOO_LONG'));
      for (const endsAt of ['2026-11-24T01:00:00Z', '2026-11-24T00:59:59Z'])
        await assert.rejects(desk().addMessage(message({ endsAt })), refusedBy('MESSAGE_TIMES'));
      const over = { startsAt: '2026-11-23T01:00:00Z', endsAt: '2026-11-23T02:00:00Z' };
      await assert.rejects(desk().addMessage(message(over)), refusedBy('MESSAGE_TIMES'));
    });

    it('are twenty at the most, also when many write at once', async () => {
      const wishes = Array.from({ length: 24 }, (_, n) => desk().addMessage(message({ text: `Pesan ${n}` })));
      const ends = await Promise.allSettled(wishes);
      assert.equal(ends.filter(({ status }) => status === 'fulfilled').length, 20);
      for (const end of ends)
        if (end.status === 'rejected') assert.equal((end.reason as { code: string }).code, 'MESSAGES_ENOUGH');
    });

    it('of another mall cannot be taken off, and its boards cannot be written on', async () => {
      const { messageId } = await desk().addMessage(message());
      const stranger: StaffActor = { ...manager, mallId: newId() };
      await assert.rejects(desk(stranger).removeMessage({ messageId }), refusedBy('MESSAGE_UNKNOWN'));
      await assert.rejects(desk(stranger).addMessage(message()), refusedBy('DEVICE_UNKNOWN'));
    });
  });
});
