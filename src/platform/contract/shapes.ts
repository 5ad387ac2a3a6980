import { z } from 'zod';

/** Marks that steer the direction of text could make one name look like another; control characters break printers. */
const HIDDEN_CHARACTERS = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** One line written by a person: trimmed, bounded, without control or direction marks. Emoji are welcome. */
export function line(lengthMin: number, lengthMax: number) {
  return (
    z
      .string()
      .trim()
      .min(lengthMin)
      .max(lengthMax)
      // Half of a character that takes two is no text: the trail's JSON would not take it.
      .refine((text) => text.isWellFormed() && !HIDDEN_CHARACTERS.test(text), 'hidden characters')
  );
}

/** Of a text with lines, all but the ends of lines and tabs. */
const HIDDEN_IN_PROSE = /[^\P{Cc}\n\r\t]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** A text of several lines, bounded as `line` is. */
export function prose(lengthMin: number, lengthMax: number) {
  return z
    .string()
    .trim()
    .min(lengthMin)
    .max(lengthMax)
    .refine((text) => text.isWellFormed() && !HIDDEN_IN_PROSE.test(text), 'hidden characters');
}

export const Id = z.uuid();
export const Slug = z.string().regex(/^[a-z0-9-]{1,80}$/);
/** A slug that somebody chooses for a page: it begins and ends with a letter or figure. */
export const Address = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/);
export const DayText = z.iso.date();
export const Instant = z.iso.datetime({ offset: true });
export const Language = z.enum(['id', 'en']);
export type Language = z.infer<typeof Language>;
/** 22 characters of base64url: 128 random bits. */
export const TicketToken = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
/** A token as somebody gives it: unknown ones are the operation's to refuse, but no token holds other signs. */
export const GivenToken = z
  .string()
  .max(64)
  .regex(/^[\x20-\x7E]*$/);
/** Which mall, where an installation has several. Without it: the actor's mall, else the only one. */
export const MallChoice = z.object({ mall: Slug.optional() });
