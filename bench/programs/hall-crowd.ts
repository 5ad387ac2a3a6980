// Boards, phones and officers of a busy hall, in a process of their own: one clock for who presses and who sees.
import { issueStreamToken } from '#platform/events/stream-access.ts';
import { Caller } from '../hall/caller.ts';
import {
  AGENCIES_PER_ZONE,
  COUNTERS_PER_AGENCY,
  idOf,
  MALL_ID,
  officerCookie,
  tokens,
  ZONES,
  AGENCIES,
} from '../hall/scene.ts';
import { nowMs, Streams } from '../hall/streams.ts';
import { serveRequests } from './channel.ts';

export interface PressResult {
  readonly distinct: number;
  /** From the first press to the last reply, to the last board that shows its call, and to the last phone. */
  readonly lastReplyMs: number;
  readonly lastBoardMs: number;
  readonly lastAnnouncementMs: number;
  readonly lastPhoneMs: number;
}

const PRESSES = 80;
const SPREAD_MS = 10;
const SETTLE_MS_MAX = 8000;

let caller: Caller;
let streams: Streams;
let boards: number;

/** Two counters of each of two agencies in every zone, until there are eighty: no board has more calls than it shows. */
const pressing = Array.from({ length: PRESSES }, (_, press) => {
  const zone = press % ZONES;
  const slot = Math.floor(press / ZONES);
  const agency = zone * AGENCIES_PER_ZONE + (slot >> 1);
  return { zone, officer: agency * COUNTERS_PER_AGENCY + (slot & 1) };
});

serveRequests({
  async open({ url, boardCount, phoneCount }: { url: string; boardCount: number; phoneCount: number }) {
    boards = boardCount;
    caller = new Caller(url, PRESSES);
    streams = new Streams(url);
    await streams.open([
      ...Array.from({ length: phoneCount }, (_, n) =>
        streamPath(`ticket:${idOf('stop', n)}`, [`agency:${idOf('agency', n % AGENCIES)}`]),
      ),
      ...Array.from({ length: boardCount }, (_, n) => streamPath(`zone:${idOf('zone', n % ZONES)}`)),
    ]);
    // Each officer's screen has its connection open already.
    await Promise.all(
      pressing.map(({ officer }) =>
        caller.succeed({ operation: 'queue/getDesk', input: undefined, headers: headersOf(officer) }),
      ),
    );
    const phones = phoneCount;
    boardIndex = (board) => phones + board;
  },
  press,
  async stop() {
    caller.close();
    streams.close();
  },
});

let boardIndex = (board: number) => board;

const headersOf = (officer: number) => ({ cookie: officerCookie(officer) });

function streamPath(topic: string, follows: string[] = []): string {
  const token = issueStreamToken(tokens, { mallId: MALL_ID, subscriptions: [{ topic, follows }] });
  return `/api/v1/stream?token=${encodeURIComponent(token)}`;
}

async function press(): Promise<PressResult> {
  streams.arm();
  streams.note(Array.from({ length: boards }, (_, board) => boardIndex(board)));
  const startedAt = nowMs();
  const calls = await Promise.all(
    pressing.map(async ({ officer, zone }, turn) => {
      await new Promise((resolve) => setTimeout(resolve, (turn * SPREAD_MS) / PRESSES));
      const reply = await caller.succeed({
        operation: 'queue/callNext',
        input: {},
        headers: headersOf(officer),
      });
      const { called } = reply as { called: { code: string } };
      return { code: called.code, zone, repliedAt: nowMs() };
    }),
  );
  const seen = await seeAll(calls);
  const phonesAt = Array.from(streams.stateTimes.subarray(0, boardIndex(0)));
  return {
    distinct: new Set(calls.map(({ code }) => code)).size,
    lastReplyMs: Math.max(...calls.map(({ repliedAt }) => repliedAt)) - startedAt,
    lastBoardMs: seen.stateAt - startedAt,
    lastAnnouncementMs: seen.announcedAt - startedAt,
    lastPhoneMs: Math.max(...phonesAt) - startedAt,
  };
}

/** When the last board of each call's zone first showed it, and when it was last told it. */
async function seeAll(calls: readonly { code: string; zone: number }[]) {
  let quietSince = nowMs();
  let bytesBefore = -1;
  // The hall is quiet when no board got anything for half a second: phones may take longer than boards.
  for (const until = nowMs() + SETTLE_MS_MAX; nowMs() < until && nowMs() - quietSince < 700;) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const latest = Math.max(...streams.stateTimes);
    if (latest !== bytesBefore) quietSince = nowMs();
    bytesBefore = latest;
  }
  let stateAt = 0;
  let announcedAt = 0;
  for (let board = 0; board < boards; board += 1) {
    const codes = calls.filter(({ zone }) => zone === board % ZONES).map(({ code }) => code);
    const messages = [...readMessages(streams.noted.get(boardIndex(board)) ?? [])];
    for (const code of codes) {
      const shown = messages.find(
        ({ kind, data }) => kind === 'state' && data.includes(`"code":"${code}","series"`),
      );
      const told = messages.find(({ kind, data }) => kind === 'called' && data.includes(`"code":"${code}"`));
      if (!shown || !told) throw new Error(`board ${board} was never ${shown ? 'told' : 'shown'} ${code}`);
      stateAt = Math.max(stateAt, shown.at);
      announcedAt = Math.max(announcedAt, told.at);
    }
  }
  return { stateAt, announcedAt };
}

/** Messages of one stream with the time when their last byte came. */
function* readMessages(arrivals: readonly { at: number; bytes: Buffer }[]) {
  let text = '';
  for (const { at, bytes } of arrivals) {
    text += bytes.toString('utf8');
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const message = text.slice(0, end);
      text = text.slice(end + 2);
      yield { at, kind: /event: (\w+)/.exec(message)?.[1], data: message };
    }
  }
}
