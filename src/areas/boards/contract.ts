import { z } from 'zod';
import { Zone } from '#areas/malls/contract.ts';
import { ROLES, type Access } from '#platform/contract/access.ts';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { DayText, Id, Instant, line } from '#platform/contract/shapes.ts';
import { VOLUME_STEPS_MAX } from './rules/board-sound.ts';
import { PICTURE_SECONDS } from './rules/media-limits.ts';
import { MESSAGE_LENGTH_MIN } from './rules/message-limits.ts';

/** Never a name, never a service: a board shows numbers, counters and agencies. */
export const BoardCall = z.object({
  code: z.string(),
  series: z.string(),
  number: z.int(),
  counterNumber: z.int(),
  agencyShortName: z.string(),
  calledAt: Instant,
  serving: z.boolean(),
});

/** What a board shows of one zone. */
export const ZoneBoard = z.object({
  zone: Zone,
  /** Latest first: the six latest, and whoever else has not come to the counter yet. */
  calls: z.array(BoardCall),
  /** Will be called next, in order, at most five. */
  next: z.array(
    z.object({
      code: z.string(),
      agencyShortName: z.string(),
      /** Whose is earlier comes first, over several zones too. */
      turnAt: Instant,
    }),
  ),
  /** Booths of the zone that give no numbers now, those shut for a reason first, with it and the next opening. */
  closed: z.array(
    z.object({
      agencyShortName: z.string(),
      opensAt: Instant.nullable(),
      reason: z.string().nullable(),
      /** Still serves those who wait, but gives no number any more today. */
      intakeEnded: z.boolean(),
    }),
  ),
  /** Counters of the zone whose officer is on a break, and when it should end (which may have passed). */
  paused: z.array(z.object({ counterNumber: z.int(), agencyShortName: z.string(), until: Instant })),
  /** The others, each with the moment until which it gives numbers today. */
  open: z.array(z.object({ agencyShortName: z.string(), until: Instant.nullable() })),
  /** Kiosks of the zone at which a visitor waits for an officer, by name. */
  helpWanted: z.array(z.string()),
});
export type ZoneBoard = z.infer<typeof ZoneBoard>;

/** `HH:MM`; the end of a day is 24:00. */
const ClockTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);
const Volume = z.int().min(0).max(100);
const VolumeStep = z.object({
  days: z.enum(['every', 'friday']),
  from: ClockTime,
  until: ClockTime,
  volume: Volume,
});

export const BoardSettings = z.object({
  zoneIds: z.array(Id).max(60),
  /** English behind the Indonesian sentence, where nobody else waits to be announced. */
  english: z.boolean(),
  sound: z.boolean(),
  /** Outside of the steps. */
  volume: Volume,
  steps: z.array(VolumeStep).max(VOLUME_STEPS_MAX),
  showsHours: z.boolean(),
});
export type BoardSettings = z.infer<typeof BoardSettings>;

export const BoardMessage = z.object({
  id: Id,
  text: z.string(),
  textEn: z.string().nullable(),
  startsAt: Instant,
  endsAt: Instant,
  /** Shown on every board of the mall. */
  everywhere: z.boolean(),
});
export type BoardMessage = z.infer<typeof BoardMessage>;

export const BoardMedia = z.object({
  id: Id,
  /** A film plays to its end, without sound. */
  kind: z.enum(['picture', 'film']),
  name: z.string(),
  seconds: z.int(),
  fromDay: DayText,
  untilDay: DayText,
  everywhere: z.boolean(),
});
export type BoardMedia = z.infer<typeof BoardMedia>;

/** How one board was set up, and what is shown on it besides calls. */
export const BoardSetup = z.object({
  settings: BoardSettings,
  messages: z.array(BoardMessage),
  /** In the order in which they are shown. */
  media: z.array(BoardMedia),
});
export type BoardSetup = z.infer<typeof BoardSetup>;

export const Board = z.object({
  now: Instant,
  mallShortName: z.string(),
  timeZone: z.string(),
  sampleData: z.boolean(),
  /** Where the board hangs: calls to another floor say so. */
  floor: z.int(),
  setup: BoardSetup,
  zones: z.array(ZoneBoard),
  streamToken: z.string(),
});
export type Board = z.infer<typeof Board>;

const KEEPERS = { roles: ['manager', 'administrator'] } satisfies Access;
/** Long texts are the rule's to refuse, with how much is allowed. */
const messageText = line(MESSAGE_LENGTH_MIN, 1_000);

export const boardsContract = {
  getBoard: read({
    access: { devices: ['board'], roles: [...ROLES] },
    path: '/board',
    summary: 'What a board shows: a board device the zones that were chosen for it, staff the zone they name',
  })
    .input(z.object({ zone: Id.optional() }))
    .errors(refusals('ZONE_UNKNOWN'))
    .output(Board),
  getBoardSetup: read({
    access: KEEPERS,
    summary: 'How a board was set up, and the zones that it could show',
  })
    .input(z.object({ deviceId: Id }))
    .errors(refusals('DEVICE_UNKNOWN'))
    .output(BoardSetup.extend({ zones: z.array(Zone.extend({ siteName: z.string() })) })),
  setBoard: command({
    access: KEEPERS,
    summary: 'Choose what a board shows and how it speaks; it follows at once',
  })
    .input(BoardSettings.extend({ deviceId: Id }))
    .errors(
      refusals(
        'DEVICE_UNKNOWN',
        'ZONE_UNKNOWN',
        'BOARD_WITHOUT_ZONE',
        'ZONE_UNSHOWN',
        'VOLUME_HOURS_DISORDERED',
        'VOLUME_HOURS_OVERLAP',
      ),
    )
    .output(z.object({ deviceId: Id })),
  addMessage: command({
    access: KEEPERS,
    summary: 'Show a line at the lower edge of a board, or of every board, from … until',
  })
    .input(
      z.object({
        /** Null: on every board of the mall. */
        deviceId: Id.nullable(),
        text: messageText,
        textEn: messageText.nullable(),
        startsAt: Instant,
        endsAt: Instant,
      }),
    )
    .errors(refusals('DEVICE_UNKNOWN', 'MESSAGE_TOO_LONG', 'MESSAGE_TIMES', 'MESSAGES_ENOUGH'))
    .output(z.object({ messageId: Id })),
  removeMessage: command({ access: KEEPERS, summary: 'Take a line off the boards' })
    .input(z.object({ messageId: Id }))
    .errors(refusals('MESSAGE_UNKNOWN'))
    .output(z.object({ messageId: Id })),
  addMedia: command({
    access: KEEPERS,
    summary: 'Show a picture or film that was handed in, on a board or on every board',
  })
    .input(
      z.object({
        uploadId: Id,
        /** Null: on every board of the mall. */
        deviceId: Id.nullable(),
        seconds: z.int().min(PICTURE_SECONDS.min).max(PICTURE_SECONDS.max),
        fromDay: DayText,
        untilDay: DayText,
      }),
    )
    .errors(
      refusals(
        'DEVICE_UNKNOWN',
        'MEDIA_DAYS',
        'MEDIA_ENOUGH',
        'UPLOAD_UNKNOWN',
        'UPLOAD_BUSY',
        'UPLOAD_INCOMPLETE',
        'FILE_TOO_LARGE',
        'FILE_EMPTY',
        'FILE_TYPE_REFUSED',
      ),
    )
    .output(z.object({ mediaId: Id })),
  moveMedia: command({
    access: KEEPERS,
    summary: 'Show a picture or film earlier or later in the list of a board',
  })
    .input(z.object({ mediaId: Id, deviceId: Id, up: z.boolean() }))
    .errors(refusals('DEVICE_UNKNOWN', 'MEDIA_UNKNOWN'))
    .output(z.object({ mediaId: Id })),
  removeMedia: command({ access: KEEPERS, summary: 'Show a picture or film no more' })
    .input(z.object({ mediaId: Id }))
    .errors(refusals('MEDIA_UNKNOWN'))
    .output(z.object({ mediaId: Id })),
};
