import { isClockTime } from '#platform/values/day.ts';
import { refuse, type Refusal } from '#platform/values/refusal.ts';

export const REMOTE_KINDS = ['video', 'phone'] as const;
export type RemoteKind = (typeof REMOTE_KINDS)[number];

export interface RemoteSlot {
  /** 1 for Monday. */
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
  readonly kind: RemoteKind;
  /** An https address for video, a telephone number for phone. */
  readonly contact: string;
}

export const SLOTS_MAX = 14;

const PHONE = /^\+?[0-9][0-9 ()-]{5,24}$/;
/** A meeting lies at a name, over TLS, and nothing in it looks like a sign-in of somebody else. */
const HOST = /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(\/[\w\-./?=&%+~]*)?$/i;

/** Refusals: SLOT_HOURS (`item`, from 1) for hours that end before they begin or lie over others; SLOT_CONTACT (`item`). */
export function checkSlots(slots: readonly RemoteSlot[]): Refusal<'SLOT_HOURS' | 'SLOT_CONTACT'> | undefined {
  for (const [index, slot] of slots.entries()) {
    const { weekday, opens, closes, kind, contact } = slot;
    const over = slots
      .slice(0, index)
      .some((other) => other.weekday === weekday && other.opens < closes && opens < other.closes);
    if (!isClockTime(opens) || !isClockTime(closes) || opens >= closes || over)
      return refuse('SLOT_HOURS', { item: index + 1 });
    if (!(kind === 'video' ? HOST : PHONE).test(contact)) return refuse('SLOT_CONTACT', { item: index + 1 });
  }
  return undefined;
}
