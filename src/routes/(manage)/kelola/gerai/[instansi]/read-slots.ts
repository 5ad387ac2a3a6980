import { REMOTE_KINDS, type RemoteKind, type RemoteSlot } from '#areas/remote-help/rules/remote-slot.ts';
import { textOf } from '../../../../server/text-of.ts';

/** So many rows the form has. */
export const SLOT_ROWS = 4;

export interface TypedSlot {
  readonly weekday: string;
  readonly opens: string;
  readonly closes: string;
  readonly kind: RemoteKind;
  readonly contact: string;
}

/** The rows as they were typed, and the slots of those that have a day. */
export function readSlots(form: FormData): { typed: TypedSlot[]; slots: RemoteSlot[] } {
  const typed = Array.from({ length: SLOT_ROWS }, (_, row) => ({
    weekday: textOf(form, `hari-${row}`),
    opens: textOf(form, `dari-${row}`).slice(0, 5),
    closes: textOf(form, `sampai-${row}`).slice(0, 5),
    kind: REMOTE_KINDS.find((one) => one === textOf(form, `cara-${row}`)) ?? 'video',
    contact: textOf(form, `kontak-${row}`).trim().slice(0, 300),
  }));
  const slots = typed
    .filter(({ weekday }) => /^[1-7]$/.test(weekday))
    .map(({ weekday, contact, ...slot }) => ({
      ...slot,
      weekday: Number(weekday),
      // What is too short to be a contact is the rule's to refuse, by its row.
      contact: contact.padEnd(5, '-'),
    }));
  return { typed, slots };
}
