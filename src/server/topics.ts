import { mapBoardSetups, mapZoneBoards } from '#areas/boards/public.ts';
import { listLiveQueues, mapTickets } from '#areas/queue/public.ts';
import { getMallPlaceById } from '#areas/malls/public.ts';
import type { TopicKind } from '#platform/events/hub.ts';

const subjectOf = (topic: string) => topic.slice(topic.indexOf(':') + 1);

/** How the state of each kind of topic is read, and what is announced besides. */
export const topicKinds: Readonly<Record<string, TopicKind>> = {
  /** What boards show of a zone; calls are told as they happen, to be spoken once, those that are taken back, and notices. */
  zone: {
    announces: ['called', 'undone', 'booth-notice'],
    async snapshot(tx, mallId, topics) {
      const boards = await mapZoneBoards(tx, mallId, topics.map(subjectOf));
      return new Map([...boards].map(([id, board]) => [`zone:${id}`, board]));
    },
  },
  /** One board: how it was set up. */
  board: {
    calm: true,
    async snapshot(tx, mallId, topics) {
      const setups = await mapBoardSetups(tx, mallId, topics.map(subjectOf));
      return new Map([...setups].map(([id, setup]) => [`board:${id}`, setup]));
    },
  },
  /** A phone: the own ticket. Read for all phones of a line at once. */
  ticket: {
    calm: true,
    async snapshot(tx, mallId, topics) {
      const tickets = await mapTickets(tx, mallId, topics.map(subjectOf));
      return new Map([...tickets].map(([id, ticket]) => [`ticket:${id}`, ticket]));
    },
  },
  /** An officer's console: that its line changed; the console asks for its own desk. */
  agency: {
    async snapshot(tx, _mallId, topics) {
      return new Map(topics.map((topic) => [topic, { changedAt: tx.now.toISOString() }]));
    },
  },
  /** Portal and manager: all queues, at most twice a second, so that a page which reads anew follows within one. */
  mall: {
    calm: true,
    pauseMs: 500,
    async snapshot(tx, mallId, topics) {
      const queues = await listLiveQueues(tx, await getMallPlaceById(tx, mallId));
      return new Map(topics.map((topic) => [topic, { now: tx.now.toISOString(), queues }]));
    },
  },
};
