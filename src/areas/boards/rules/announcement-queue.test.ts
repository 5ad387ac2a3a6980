import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  ANNOUNCEMENT_AGE_MS_MAX,
  type AnnouncementQueue,
  type CallEvent,
  type HallEvent,
  emptyAnnouncementQueue,
  finishAnnouncement,
  receiveCalls,
  restoreAnnouncementQueue,
  SETTLED_MAX,
  SPEAKING_MS_MAX,
  startNextAnnouncement,
  storeAnnouncementQueue,
  WAITING_MAX,
  withdrawCalls,
} from './announcement-queue.ts';

const NOW = Date.UTC(2026, 10, 24, 1, 42);

function call(eventNumber: number, change: Partial<CallEvent> = {}): CallEvent {
  return { eventNumber, calledAt: NOW, series: 'A', number: 26, counter: '3', ...change };
}

function holding(...calls: HallEvent[]): AnnouncementQueue {
  return receiveCalls(emptyAnnouncementQueue, calls);
}

/** Speaks all it can at one moment, each finished at once. */
function speakAll(queue: AnnouncementQueue, now = NOW): { queue: AnnouncementQueue; spoken: number[] } {
  const spoken: number[] = [];
  let state = queue;
  for (;;) {
    const next = startNextAnnouncement(state, now);
    if (next.speak === undefined) return { queue: next.queue, spoken };
    spoken.push(next.speak.eventNumber);
    state = finishAnnouncement(next.queue, next.speak.eventNumber);
  }
}

describe('the announcement queue', () => {
  it('speaks each event once, however often it arrives', () => {
    const first = speakAll(holding(call(7), call(7)));
    assert.deepEqual(first.spoken, [7]);
    assert.deepEqual(speakAll(receiveCalls(first.queue, [call(7)])).spoken, []);
  });

  it('does not speak a call that was taken back meanwhile, whenever it is told of it again', () => {
    const queue = withdrawCalls(holding(call(7), call(8, { number: 27 })), { series: 'A', number: 26 });
    assert.deepEqual(speakAll(receiveCalls(queue, [call(7)])).spoken, [8]);
    assert.deepEqual(
      speakAll(receiveCalls(queue, [call(9)])).spoken,
      [8, 9],
      'a later call of it is a new one',
    );
  });

  it('speaks a recall of the same ticket, which is a new event', () => {
    assert.deepEqual(speakAll(holding(call(7), call(9))).spoken, [7, 9]);
  });

  it('speaks in the order of the events, not of their arrival', () => {
    const queue = receiveCalls(holding(call(9)), [call(8), call(7)]);
    assert.deepEqual(speakAll(queue).spoken, [7, 8, 9]);
  });

  it('speaks a call that is twenty seconds old and drops one that is older', () => {
    const old = { calledAt: NOW - ANNOUNCEMENT_AGE_MS_MAX };
    const tooOld = { calledAt: NOW - ANNOUNCEMENT_AGE_MS_MAX - 1 };
    assert.deepEqual(speakAll(holding(call(7, tooOld), call(8, old), call(9))).spoken, [8, 9]);
  });

  it('drops a call that grew too old while another was spoken, and never comes back to it', () => {
    const started = startNextAnnouncement(holding(call(7), call(8)), NOW);
    const later = NOW + ANNOUNCEMENT_AGE_MS_MAX + 1;
    const free = finishAnnouncement(started.queue, 7);
    const after = startNextAnnouncement(free, later);
    assert.equal(after.speak, undefined);
    assert.deepEqual(speakAll(receiveCalls(after.queue, [call(8)]), NOW).spoken, []);
  });

  it('speaks one at a time and waits for the report of the right one', () => {
    const { queue, speak } = startNextAnnouncement(holding(call(7), call(8)), NOW);
    assert.equal(speak?.eventNumber, 7);
    assert.equal(startNextAnnouncement(queue, NOW + 5_000).speak, undefined);
    assert.equal(startNextAnnouncement(finishAnnouncement(queue, 6), NOW + 5_000).speak, undefined);
    assert.equal(startNextAnnouncement(finishAnnouncement(queue, 7), NOW + 5_000).speak?.eventNumber, 8);
  });

  it('goes on after a speaker that never reports back, and after a clock that jumped back', () => {
    const { queue } = startNextAnnouncement(holding(call(7)), NOW);
    const fresh = receiveCalls(queue, [call(8, { calledAt: NOW + SPEAKING_MS_MAX })]);
    assert.equal(startNextAnnouncement(fresh, NOW + SPEAKING_MS_MAX - 1).speak, undefined);
    assert.equal(startNextAnnouncement(fresh, NOW + SPEAKING_MS_MAX).speak?.eventNumber, 8);
    assert.equal(startNextAnnouncement(fresh, NOW - 3_600_000).speak?.eventNumber, 8);
  });

  it('never touches the queue it was given', () => {
    const queue = holding(call(7), call(8));
    const before = structuredClone(queue);
    startNextAnnouncement(queue, NOW);
    receiveCalls(queue, [call(9)]);
    assert.deepEqual(queue, before);
  });
});

describe('after a reload', () => {
  const reload = (queue: AnnouncementQueue) => restoreAnnouncementQueue(storeAnnouncementQueue(queue));

  it('repeats neither what was spoken nor the sentence that was cut off', () => {
    const spoken = speakAll(holding(call(7)));
    const cutOff = startNextAnnouncement(receiveCalls(spoken.queue, [call(8)]), NOW).queue;
    const again = receiveCalls(reload(cutOff), [call(7), call(8)]);
    assert.deepEqual(speakAll(again).spoken, []);
  });

  it('speaks what was still waiting, while it is fresh', () => {
    const queue = reload(startNextAnnouncement(holding(call(7), call(8, { floor: 2 })), NOW).queue);
    assert.deepEqual(startNextAnnouncement(queue, NOW).speak, call(8, { floor: 2 }));
    assert.equal(startNextAnnouncement(queue, NOW + 30_000).speak, undefined);
  });

  it('starts empty from nothing, damage or another shape', () => {
    const damaged = [
      null,
      '',
      '{',
      'null',
      '[]',
      '{"waiting":[{}],"settled":[]}',
      '{"waiting":[],"settled":["7"]}',
    ];
    for (const stored of damaged) assert.deepEqual(restoreAnnouncementQueue(stored), emptyAnnouncementQueue);
  });
});

describe('the memory of the announcement queue', () => {
  it('holds the last 500 numbers and still repeats none before them', () => {
    const numbers = Array.from({ length: SETTLED_MAX + 40 }, (_, index) => index + 1);
    let queue = emptyAnnouncementQueue;
    for (const eventNumber of numbers) queue = speakAll(receiveCalls(queue, [call(eventNumber)])).queue;
    assert.equal(queue.settled.length, SETTLED_MAX);
    assert.equal(queue.settledUpTo, 40);
    assert.deepEqual(
      speakAll(
        receiveCalls(
          queue,
          numbers.map((number) => call(number)),
        ),
      ).spoken,
      [],
    );
  });

  it('is bounded when a storm of calls comes in: the newest are kept', () => {
    const storm = Array.from({ length: 3 * WAITING_MAX }, (_, index) => call(index + 1));
    const queue = holding(...storm);
    assert.equal(queue.waiting.length, WAITING_MAX);
    assert.equal(queue.waiting.at(-1)?.eventNumber, 3 * WAITING_MAX);
  });
});

describe('whatever the network, the clock and the screen do', () => {
  type Step = { readonly do: 'receive' | 'start' | 'finish' | 'reload' | 'wait'; readonly amount: number };

  /** A board and beside it a plain account of what should be heard. */
  interface Hall {
    now: number;
    queue: AnnouncementQueue;
    speakingSince: number | null;
    readonly calledAt: Map<number, number>;
    readonly spoken: Set<number>;
  }

  const steps = fc.array(
    fc.record<Step>({
      do: fc.constantFrom('receive', 'receive', 'start', 'start', 'finish', 'finish', 'wait', 'reload'),
      amount: fc.integer({ min: 1, max: 40 }),
    }),
    { maxLength: 200 },
  );

  function expectedNext({ now, speakingSince, calledAt, spoken }: Hall): number | undefined {
    if (speakingSince !== null && now - speakingSince < SPEAKING_MS_MAX) return undefined;
    const due = [...calledAt].filter(
      ([eventNumber, at]) => !spoken.has(eventNumber) && now - at <= ANNOUNCEMENT_AGE_MS_MAX,
    );
    return due.length === 0 ? undefined : Math.min(...due.map(([eventNumber]) => eventNumber));
  }

  function start(hall: Hall): void {
    const expected = expectedNext(hall);
    const { queue, speak } = startNextAnnouncement(hall.queue, hall.now);
    assert.equal(speak?.eventNumber, expected);
    hall.queue = queue;
    if (speak === undefined) return;
    hall.spoken.add(speak.eventNumber);
    hall.speakingSince = hall.now;
  }

  function take(step: Step, hall: Hall): void {
    if (step.do === 'wait') hall.now += step.amount * 500;
    if (step.do === 'start') start(hall);
    if (step.do === 'receive') {
      const calledAt = hall.calledAt.get(step.amount) ?? hall.now;
      hall.calledAt.set(step.amount, calledAt);
      hall.queue = receiveCalls(hall.queue, [call(step.amount, { calledAt })]);
    }
    if (step.do === 'finish' && hall.queue.speaking !== null) {
      hall.queue = finishAnnouncement(hall.queue, hall.queue.speaking.eventNumber);
      hall.speakingSince = null;
    }
    if (step.do === 'reload') {
      hall.queue = restoreAnnouncementQueue(storeAnnouncementQueue(hall.queue));
      hall.speakingSince = null;
    }
  }

  it('the next fresh call is spoken when the speaker is free, and none twice, late or over another', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const hall: Hall = {
          now: NOW,
          queue: emptyAnnouncementQueue,
          speakingSince: null,
          calledAt: new Map(),
          spoken: new Set(),
        };
        for (const step of taken) take(step, hall);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a notice of a booth', () => {
  const notice = {
    eventNumber: 2,
    calledAt: NOW,
    series: 'A',
    notice: 'stopped',
    agency: 'BPN',
    clock: '10:30',
  } as const;

  it('has its turn between the calls, is told once over a reload, and for longer than a call', () => {
    const queue = holding(call(1), notice, call(3));
    assert.deepEqual(speakAll(queue).spoken, [1, 2, 3]);
    assert.deepEqual(speakAll(queue, NOW + ANNOUNCEMENT_AGE_MS_MAX + 1).spoken, [2]);
    assert.deepEqual(speakAll(queue, NOW + 61_000).spoken, []);
    const again = restoreAnnouncementQueue(storeAnnouncementQueue(queue));
    assert.deepEqual(again.waiting[1], notice);
    assert.deepEqual(receiveCalls(speakAll(again).queue, [notice]).waiting, []);
  });

  it('is not withdrawn with a call of its line', () => {
    assert.deepEqual(withdrawCalls(holding(notice), { series: 'A', number: 26 }).waiting, [notice]);
  });
});
