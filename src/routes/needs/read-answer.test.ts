import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAnswer } from './read-answer.ts';

function sent(fields: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) form.append(name, one);
  return form;
}

const ANSWER = { district: 'Juai', visits: '2', travelMinutes: '90', costRupiah: 'Rp40.000', wouldUse: '3' };

test('an answer is read with its obstacles; no service means another one', () => {
  const { answer, problems } = readAnswer(sent({ ...ANSWER, serviceId: '', obstacles: ['far', 'closed'] }));
  assert.deepEqual(problems, []);
  assert.deepEqual(answer, {
    ...{ district: 'Juai', serviceId: null, visits: 2, travelMinutes: 90, costRupiah: 40_000, wouldUse: 3 },
    ...{ obstacles: ['far', 'closed'], wish: '' },
  });
});

test('what is not right is named by its field, and what was typed stays', () => {
  const { problems, typed, answer } = readAnswer(
    sent({ ...ANSWER, visits: 'sering', wouldUse: '', obstacles: ['hujan'] }),
  );
  assert.equal(answer, undefined);
  assert.deepEqual(problems.toSorted(), ['obstacles', 'visits', 'wouldUse']);
  assert.equal(typed['visits'], 'sering');
});
