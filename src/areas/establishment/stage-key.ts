import { refused } from '#platform/contract/procedure.ts';
import { refuse } from '#platform/values/refusal.ts';
import type { StageKey } from './contract.ts';

/** Refusals: STAGE_YEAR where an evaluation has no year, or another stage has one. */
export function checkKey(key: StageKey): StageKey {
  return (key.kind === 'evaluation') === key.year > 0 ? key : refused(refuse('STAGE_YEAR'));
}
