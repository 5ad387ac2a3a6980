import assert from 'node:assert/strict';
import test from 'node:test';
import { en } from './en.ts';
import { manager } from './id/manager.ts';
import { managerBlocks } from './id/manager-blocks.ts';
import { managerCatalogue } from './id/manager-catalogue.ts';
import { managerCounters } from './id/manager-counters.ts';
import { managerImport } from './id/manager-import.ts';
import { managerPlaces } from './id/manager-places.ts';
import { managerServices } from './id/manager-services.ts';
import { managerPeople } from './id/manager-people.ts';
import { boards } from './id/devices/boards.ts';
import { printers } from './id/devices/printers.ts';
import { managerSchedule } from './id/manager-schedule.ts';
import { managerSettings } from './id/manager-settings.ts';
import { managerTrail } from './id/manager-trail.ts';
import { id } from './id.ts';
import { languageFrom } from './language.ts';
import { loadWords } from './load-words.ts';
import { wordsFor } from './words-for.ts';

test('every Indonesian key has an English one and the reverse, of the same shape', () => {
  for (const surface of Object.keys(id) as (keyof typeof id)[]) {
    assert.deepEqual(Object.keys(en[surface]).sort(), Object.keys(id[surface]).sort(), surface);
    for (const [key, word] of Object.entries(id[surface])) {
      assert.equal(typeof Reflect.get(en[surface], key), typeof word, `${surface}.${key}`);
    }
  }
});

test('the parts of the manager’s words do not speak over one another', () => {
  const parts = [
    managerCounters,
    managerSchedule,
    printers,
    boards,
    managerSettings,
    managerTrail,
    managerBlocks,
    managerCatalogue,
    managerPeople,
    managerImport,
    managerPlaces,
    managerServices,
  ];
  const keys = parts.flatMap((part) => Object.keys(part));
  assert.equal(new Set(keys).size, keys.length, 'no key stands in two parts');
  for (const part of parts)
    for (const [key, word] of Object.entries(part)) assert.equal(Reflect.get(manager, key), word, key);
});

test('Indonesian is spoken unless English was chosen', () => {
  assert.equal(languageFrom('en'), 'en');
  assert.equal(languageFrom('fr'), 'id');
  assert.equal(languageFrom(undefined), 'id');
});

test('a page that loads one surface gets the very words the server uses', async () => {
  assert.equal(await loadWords('ticket', 'id'), wordsFor('id').ticket);
  assert.equal(await loadWords('signIn', 'en'), wordsFor('en').signIn);
});

test('no fixed sentence uses a form that the word list forbids', () => {
  for (const catalogue of Object.values(id)) {
    for (const word of Object.values(catalogue)) {
      if (typeof word === 'string') assert.doesNotMatch(word, /silahkan|mohon maaf|[a-z]!/i);
    }
  }
});
