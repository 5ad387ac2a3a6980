import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSlots, type RemoteSlot } from './remote-slot.ts';

const FRIDAY: RemoteSlot = {
  ...{
    weekday: 5,
    opens: '09:00',
    closes: '11:00',
    kind: 'video',
    contact: 'https://rapat.example.go.id/loket',
  },
};

test('a video slot has an https address, a phone slot a number', () => {
  assert.equal(
    checkSlots([FRIDAY, { ...FRIDAY, weekday: 4, kind: 'phone', contact: '0526-2022 111' }]),
    undefined,
  );
  for (const contact of ['http://rapat.example.go.id', 'https://a@b.example', 'javascript:alert(1)', '0811'])
    assert.equal(checkSlots([{ ...FRIDAY, contact }])?.refused, 'SLOT_CONTACT', contact);
  const phone = { ...FRIDAY, kind: 'phone', contact: 'https://rapat.example.go.id' } as const;
  assert.deepEqual(checkSlots([FRIDAY, { ...phone, weekday: 2 }]), {
    ...{ refused: 'SLOT_CONTACT', facts: { item: 2 } },
  });
});

test('hours run forward and lie over no others of the day', () => {
  assert.equal(checkSlots([{ ...FRIDAY, closes: '09:00' }])?.refused, 'SLOT_HOURS');
  assert.equal(checkSlots([{ ...FRIDAY, opens: '9.00' }])?.refused, 'SLOT_HOURS');
  assert.deepEqual(checkSlots([FRIDAY, { ...FRIDAY, opens: '10:30', closes: '12:00' }]), {
    ...{ refused: 'SLOT_HOURS', facts: { item: 2 } },
  });
  assert.equal(checkSlots([FRIDAY, { ...FRIDAY, opens: '11:00', closes: '12:00' }]), undefined);
});
