import assert from 'node:assert/strict';
import test from 'node:test';
import { isDone, nextStep, STEPS, type Progress, type Step } from './steps.ts';

const NOTHING: Progress = {
  sites: 0,
  zones: 0,
  agencies: 0,
  agenciesWithoutCounter: 0,
  services: 0,
  agenciesWithoutService: 0,
  agenciesWithHours: 0,
  agenciesWithoutHours: 0,
  officers: 0,
  agenciesWithoutOfficer: 0,
  invited: 0,
  kiosks: 0,
  boards: 0,
  firstNumber: null,
};
const ALL: Progress = {
  ...NOTHING,
  sites: 1,
  zones: 2,
  agencies: 3,
  services: 9,
  agenciesWithHours: 3,
  officers: 4,
  kiosks: 1,
  boards: 1,
  firstNumber: { code: 'A-001', at: '2026-11-24T01:00:00.000Z' },
};

test('an empty mall has nothing done and begins with its places', () => {
  assert.deepEqual(
    STEPS.filter((step) => isDone(step, NOTHING)),
    [],
  );
  assert.equal(nextStep(NOTHING), 'places');
});

test('a mall that has everything has no next step', () => {
  assert.deepEqual(
    STEPS.filter((step) => !isDone(step, ALL)),
    [],
  );
  assert.equal(nextStep(ALL), undefined);
});

test('one agency that lacks something leaves its step open', () => {
  const lacking: [Step, Partial<Progress>][] = [
    ['places', { zones: 0 }],
    ['agencies', { agenciesWithoutCounter: 1 }],
    ['services', { agenciesWithoutService: 1 }],
    ['hours', { agenciesWithoutHours: 1 }],
    ['officers', { agenciesWithoutOfficer: 1 }],
    ['devices', { boards: 0 }],
    ['devices', { kiosks: 0 }],
    ['number', { firstNumber: null }],
  ];
  for (const [step, lack] of lacking) {
    const mall = { ...ALL, ...lack };
    assert.equal(nextStep(mall), step);
    assert.deepEqual(
      STEPS.filter((one) => !isDone(one, mall)),
      [step],
    );
  }
});
