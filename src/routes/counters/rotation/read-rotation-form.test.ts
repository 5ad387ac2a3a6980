import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findPlanProblems, readRotationForm, withProposal, type RestRow } from './read-rotation-form.ts';

const row = (counterId: string, days: string, starts: string, ends: string): RestRow => ({
  counterId,
  days,
  starts,
  ends,
});

function formOf(rows: readonly RestRow[], rest: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  rows.forEach(({ counterId, days, starts, ends }, place) => {
    form.append('baris', String(place));
    for (const [name, value] of Object.entries({ loket: counterId, hari: days, mulai: starts, sampai: ends }))
      form.append(`${name}-${place}`, value);
  });
  for (const [name, value] of Object.entries({ buka: '1', ...rest })) form.append(name, value);
  return form;
}

describe('the form of rests', () => {
  it('has a row for each rest, and leaves out those without times', () => {
    const rows = [
      row('a', '1234', '12:00', '13:00'),
      row('a', '1234567', '', ''),
      row('b', '5', '11:30', ''),
    ];
    const values = readRotationForm(formOf(rows));
    assert.deepEqual(values.rests, [rows[0], rows[2]]);
    assert.deepEqual(findPlanProblems(values), { rests: { 1: 'restProblem' } });
  });

  it('takes a proposal for its days and hours, and keeps what lies outside', () => {
    const rows = [
      row('a', '1234567', '10:00', '10:15'),
      row('a', '1234567', '12:00', '12:30'),
      row('b', '5', '12:30', '13:00'),
    ];
    const values = readRotationForm(formOf(rows, { dari: '11:30', hingga: '13:30', hari: '5' }));
    const proposed = withProposal(values, [
      { counterId: 'b', weekdays: [5], starts: '11:30', ends: '12:30' },
    ]);
    assert.deepEqual(proposed.rests, [
      row('a', '1234567', '10:00', '10:15'),
      row('a', '123467', '12:00', '12:30'),
      row('b', '5', '11:30', '12:30'),
    ]);
  });
});
