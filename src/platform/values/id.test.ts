import assert from 'node:assert/strict';
import test from 'node:test';
import { isUuid } from './id.ts';

test('a UUID is taken as the database writes it', () => {
  assert.equal(isUuid('019ab4c2-7d3e-7f00-8a11-0123456789ab'), true);
});

test('upper case, braces, missing hyphens, spaces and line ends are not a UUID', () => {
  const id = '019ab4c2-7d3e-7f00-8a11-0123456789ab';
  const wrong = [
    id.toUpperCase(),
    `{${id}}`,
    id.replaceAll('-', ''),
    ` ${id}`,
    `${id}\n`,
    id.slice(1),
    `g${id.slice(1)}`,
    '',
  ];
  for (const text of wrong) assert.equal(isUuid(text), false, JSON.stringify(text));
});
