import assert from 'node:assert/strict';
import test from 'node:test';
import { contract } from '#server/contract.ts';
import type { OperationMeta } from '#platform/contract/operation.ts';
import { manager } from '#ui/words/id/manager.ts';

/** Commands that leave no line on the trail. */
const WITHOUT_TRAIL = [
  'staff.requestPairing',
  'uploads.beginUpload',
  'printing.printTicket',
  'survey.rate',
  'survey.rateAtKiosk',
  'studies.answerNeedsSurvey',
  'coordination.readNotice',
];

test('every command that leaves a trail has its words there', () => {
  const commands = Object.entries(contract).flatMap(([area, operations]) =>
    Object.entries(operations)
      .filter(([, operation]) => metaOf(operation).kind === 'command')
      .map(([name]) => `${area}.${name}`),
  );
  const wordless = commands.filter((name) => !Object.hasOwn(manager, `did-${name}`));
  assert.deepEqual(wordless.sort(), WITHOUT_TRAIL.toSorted());
});

function metaOf(operation: unknown): OperationMeta {
  return (operation as { '~orpc': { meta: OperationMeta } })['~orpc'].meta;
}
