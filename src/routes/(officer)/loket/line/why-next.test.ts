import assert from 'node:assert/strict';
import test from 'node:test';
import { officer as words } from '#ui/words/id/officer.ts';
import { sayWhyNext } from './why-next.ts';

const at = (time: string) => `2026-11-24T${time}:00.000Z`;
const plain = {
  code: 'A-014',
  issuedAt: at('09:12'),
  referenceAt: at('09:12'),
  cameFrom: null,
  holds: 0,
  headStartMinutes: 0,
  priority: false,
};
const say = (changes: Partial<Parameters<typeof sayWhyNext>[0]>) =>
  sayWhyNext({ ...plain, ...changes }, 0, words, (instant) => instant.slice(11, 16).replace(':', '.'));

test('who came first is next because of that', () => {
  assert.equal(say({}), 'A-014 berikutnya: datang 09.12, paling awal di antrean.');
});

test('a head start is told with its minutes and its reason', () => {
  assert.equal(
    say({ headStartMinutes: 20, priority: true }),
    'A-014 berikutnya: datang 09.12, maju 20 menit sebagai prioritas.',
  );
  assert.equal(
    say({ headStartMinutes: 30 }),
    'A-014 berikutnya: datang 09.12, maju 30 menit karena janji temu.',
  );
});

test('who came back in time keeps the place, who came back late counts from the return', () => {
  assert.match(say({ holds: 1 }), /kembali tepat waktu, tempatnya sejak 09\.12 tetap/);
  assert.match(say({ holds: 1, referenceAt: at('09:40') }), /antre lagi sejak 09\.40/);
});

test('who was sent to the wrong desk counts from the first check-in, who goes on is told by how much', () => {
  const cameFrom = (why: 'desk-error' | 'next-stop') => ({ code: 'B-003', why });
  assert.match(
    say({ cameFrom: cameFrom('desk-error'), referenceAt: at('08:50') }),
    /dari B-003 karena kami salah arah, dihitung sejak 08\.50/,
  );
  assert.match(
    say({ cameFrom: cameFrom('next-stop'), referenceAt: at('09:02'), headStartMinutes: 20 }),
    /lanjut dari B-003, maju 30 menit/,
  );
});
