import { volumeAt } from '#areas/boards/rules/board-sound.ts';
import { formatIsoDay, formatTime } from '#ui/format/times.ts';
import type { Manner } from './announcer.svelte.ts';
import type { BoardSetup } from './join-zones.ts';

const SUNDAY = 7;

/** How a board speaks at a moment (epoch milliseconds) on the clock of its mall. */
export function mannerAt({ settings }: BoardSetup, now: number, timeZone: string): Manner {
  const time = formatTime(now, timeZone, 'en');
  const weekday = new Date(`${formatIsoDay(now, timeZone)}T12:00:00Z`).getUTCDay() || SUNDAY;
  return { volume: volumeAt(settings, { time, weekday }) / 100, english: settings.english };
}

const LINE_SECONDS = 10;

/** The line that stands at the lower edge at this moment: what holds now takes turns, Indonesian before English. */
export function messageAt({ messages }: BoardSetup, now: number): string | undefined {
  const lines = messages
    .filter(({ startsAt, endsAt }) => Date.parse(startsAt) <= now && now < Date.parse(endsAt))
    .flatMap(({ text, textEn }) => (textEn === null ? [text] : [text, textEn]));
  return lines[Math.floor(now / 1_000 / LINE_SECONDS) % lines.length];
}
