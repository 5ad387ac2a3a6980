import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HELP_MINUTES_MAX, isHelpWanted } from './help.ts';

test('a call for an officer stands for ten minutes, then nobody believes it', () => {
  const asked = Date.UTC(2026, 10, 24, 1);
  const afterMinutes = (minutes: number) => asked + minutes * 60_000;
  assert.ok(isHelpWanted(asked, asked));
  assert.ok(isHelpWanted(asked, afterMinutes(HELP_MINUTES_MAX - 0.1)));
  assert.ok(!isHelpWanted(asked, afterMinutes(HELP_MINUTES_MAX)));
});
