import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkClause, CLAUSED_KINDS, CLAUSES, fillClause, TERM_SUBJECTS } from './clauses.ts';

test('the wording that comes with the program uses only variables that are filled', () => {
  for (const kind of CLAUSED_KINDS)
    for (const subject of TERM_SUBJECTS) assert.equal(checkClause(CLAUSES[kind][subject]), undefined);
});

test('something in braces that nothing fills is refused by name', () => {
  assert.deepEqual(checkClause('Biaya {anggaran} ditanggung.'), {
    ...{ refused: 'CLAUSE_VARIABLE', facts: { name: 'anggaran' } },
  });
  assert.equal(checkClause('Tanpa kurung.'), undefined);
});

test('variables are filled, what is unknown stays dots, and what was filled in is not filled again', () => {
  const filled = fillClause('{instansi} di {mal}, mulai {mulai}. {lain}', { instansi: '{mal}', mal: 'MPP' });
  assert.equal(filled, '{mal} di MPP, mulai ……. {lain}');
});
