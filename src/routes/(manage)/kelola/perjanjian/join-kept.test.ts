import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AgreementLine } from '#areas/agreements/contract.ts';
import type { KeptPromise } from '#areas/reports/contract.ts';
import { joinKept } from './join-kept.ts';

const agreement = (id: string) => ({ id, title: id }) as AgreementLine;
const kept = (agreementId: string, keptShare: number | null) => ({ agreementId, keptShare }) as KeptPromise;

test('the agreement that is kept least stands first, by its worst agency; without a figure it stands last', () => {
  const rows = joinKept(['draft', 'good', 'bad'].map(agreement), [
    kept('good', 1),
    kept('bad', 0.98),
    kept('bad', 0.83),
    kept('draft', null),
  ]);
  assert.deepEqual(
    rows.map(({ id, keptShare }) => [id, keptShare]),
    [
      ['bad', 0.83],
      ['good', 1],
      ['draft', null],
    ],
  );
});
