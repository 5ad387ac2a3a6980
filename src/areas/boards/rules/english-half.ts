import { isTooOld, type AnnouncementQueue } from './announcement-queue.ts';

/**
 * Whether the English sentence may follow the Indonesian one. It takes about five seconds, and a call older than twenty
 * is not spoken at all: in a busy hall every English half would cost somebody the Indonesian one. So it is decided when
 * it is due, not before, and it is dropped as soon as one call waits that can still be heard.
 * @param now the mall's clock, epoch milliseconds
 */
export function mayAddEnglish({ waiting }: AnnouncementQueue, now: number): boolean {
  return waiting.every((event) => isTooOld(event, now));
}
