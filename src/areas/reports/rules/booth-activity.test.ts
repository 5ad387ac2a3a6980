import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { boothActivity } from './booth-activity.ts';

const empty = { waiting: 0, atCounters: 0, countersOpen: 0, countersPaused: 0, code: null };

describe('a booth at a glance', () => {
  it('serves as long as somebody is at a counter, also after its hours', () => {
    assert.equal(boothActivity({ ...empty, atCounters: 1, countersOpen: 1 }), 'serving');
    assert.equal(
      boothActivity({ ...empty, atCounters: 1, countersOpen: 1, code: 'BOOTH_CLOSED' }),
      'serving',
    );
    assert.equal(boothActivity({ ...empty, waiting: 3, countersOpen: 1 }), 'serving');
  });

  it('is idle when officers sit and nobody waits', () => {
    assert.equal(boothActivity({ ...empty, countersOpen: 2 }), 'idle');
  });

  it('is unstaffed when it should be open and nobody sits, and whenever people wait for nobody', () => {
    assert.equal(boothActivity(empty), 'unstaffed');
    for (const code of [null, 'BOOTH_CLOSED', 'HOLIDAY', 'INTAKE_ENDED', 'SERIES_EXHAUSTED']) {
      assert.equal(boothActivity({ ...empty, waiting: 2, code }), 'unstaffed');
    }
  });

  it('is on a break when everybody who sits there is, and not while one of them calls', () => {
    for (const waiting of [0, 3])
      assert.equal(boothActivity({ ...empty, waiting, countersPaused: 1 }), 'paused');
    assert.equal(boothActivity({ ...empty, countersOpen: 1, countersPaused: 1 }), 'idle');
    assert.equal(boothActivity({ ...empty, waiting: 3, countersOpen: 1, countersPaused: 1 }), 'serving');
  });

  it('is closed outside its hours with nobody there, but not because its numbers ran out', () => {
    for (const code of ['AGENCY_CLOSED', 'BOOTH_CLOSED', 'HOLIDAY', 'INTAKE_ENDED']) {
      assert.equal(boothActivity({ ...empty, code }), 'closed');
    }
    assert.equal(boothActivity({ ...empty, countersOpen: 1, code: 'SERIES_EXHAUSTED' }), 'idle');
  });
});
