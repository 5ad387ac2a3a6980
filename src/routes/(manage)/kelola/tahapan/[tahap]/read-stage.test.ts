import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readStage } from './read-stage.ts';

function send(typed: Record<string, string>) {
  const form = new FormData();
  for (const [name, text] of Object.entries(typed)) form.set(name, text);
  return readStage(form);
}

test('an empty form says nothing, and that is right', () => {
  assert.deepEqual(send({}).values, {
    ...{ responsible: null, place: null, notes: '', togetherWith: null, overruleReason: null },
    ...{ plannedFrom: null, plannedUntil: null, actualFrom: null, actualUntil: null },
  });
});

test('what is no date and no number is named', () => {
  const read = send({
    plannedFrom: '2026-02-30',
    togetherWith: 'delapan',
    overruleReason: 'x',
    responsible: 'ab',
  });
  assert.deepEqual(
    new Set(read.problems),
    new Set(['plannedFrom', 'togetherWith', 'overruleReason', 'responsible']),
  );
  assert.equal(read.values, undefined);
  assert.equal(send({ togetherWith: '8' }).values?.togetherWith, 8);
});
