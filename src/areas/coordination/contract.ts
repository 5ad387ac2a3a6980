import { z } from 'zod';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { DayText, Id, Instant, line, prose } from '#platform/contract/shapes.ts';

export const MeetingValues = z.object({
  day: DayText,
  title: line(3, 160),
  place: line(2, 160).nullable(),
  notes: prose(0, 5000),
});
export type MeetingValues = z.infer<typeof MeetingValues>;

export const DecisionValues = z.object({
  what: line(3, 500),
  owner: line(2, 120),
  agencyId: Id.nullable(),
  dueOn: DayText.nullable(),
});
export type DecisionValues = z.infer<typeof DecisionValues>;

export const Decision = DecisionValues.extend({
  id: Id,
  meeting: z.object({ id: Id, title: z.string(), day: DayText }),
  agencyShortName: z.string().nullable(),
  done: z.object({ on: DayText, outcome: z.string() }).nullable(),
  overdue: z.boolean(),
});
export type Decision = z.infer<typeof Decision>;

export const MeetingLine = MeetingValues.omit({ notes: true }).extend({
  id: Id,
  decisions: z.int(),
  open: z.int(),
});
export type MeetingLine = z.infer<typeof MeetingLine>;

export const Meeting = MeetingValues.extend({
  id: Id,
  version: z.int(),
  decisions: z.array(Decision),
});
export type Meeting = z.infer<typeof Meeting>;

export const Notice = z.object({
  id: Id,
  words: z.string(),
  untilDay: DayText,
  sentAt: Instant,
  /** Null where the reader may not know the staff of others. */
  sentBy: z.string().nullable(),
  /** How many officers have said that they read it. */
  readers: z.int(),
});
export type Notice = z.infer<typeof Notice>;

const keepers = { roles: ['manager', 'administrator'] as const };
const booths = { roles: ['officer', 'agency-head'] as const };
const seen = z.object({ meetingId: Id, version: z.int() });
const changed = z.object({ version: z.int() });
const kept = refusals('MEETING_UNKNOWN', 'CHANGED_MEANWHILE');

export const coordinationContract = {
  getCoordination: read({
    access: keepers,
    summary: 'The meetings, what is still to be done of their decisions, and what is announced to the booths',
  }).output(
    z.object({
      today: DayText,
      meetings: z.array(MeetingLine),
      open: z.array(Decision),
      notices: z.array(Notice),
    }),
  ),
  getMeeting: read({ access: keepers, summary: 'One meeting with its decisions' })
    .input(z.object({ meetingId: Id }))
    .errors(refusals('MEETING_UNKNOWN'))
    .output(Meeting),
  holdMeeting: command({ access: keepers, summary: 'Write down a coordination meeting' })
    .input(MeetingValues)
    .output(z.object({ meetingId: Id })),
  saveMeeting: command({ access: keepers, summary: 'Change what is written down of a meeting' })
    .input(MeetingValues.extend(seen.shape))
    .errors(kept)
    .output(changed),
  removeMeeting: command({ access: keepers, summary: 'Take out a meeting of which nothing was decided' })
    .input(seen)
    .errors({ ...kept, ...refusals('MEETING_DECIDED') })
    .output(z.object({ removed: z.literal(true) })),
  addDecision: command({ access: keepers, summary: 'Write down what was decided, who does it, until when' })
    .input(DecisionValues.extend({ meetingId: Id }))
    .errors(refusals('MEETING_UNKNOWN', 'AGENCY_UNKNOWN', 'DECISIONS_ENOUGH', 'DAYS_REVERSED'))
    .output(z.object({ decisionId: Id })),
  closeDecision: command({ access: keepers, summary: 'Say that a decision is carried out, and how' })
    .input(z.object({ decisionId: Id, outcome: line(2, 500) }))
    .errors(refusals('DECISION_CLOSED'))
    .output(z.object({ decisionId: Id })),
  listOwnDecisions: read({
    access: { roles: ['agency-head'] },
    summary: 'What is still to be done by the own agency',
  }).output(z.array(Decision)),
  sendNotice: command({ access: keepers, summary: 'Announce something to all booths until a day' })
    .input(z.object({ words: line(3, 300), untilDay: DayText }))
    .errors(refusals('NOTICE_PAST', 'NOTICES_ENOUGH'))
    .output(z.object({ noticeId: Id })),
  endNotice: command({ access: keepers, summary: 'Take an announcement back' })
    .input(z.object({ noticeId: Id }))
    .errors(refusals('NOTICE_UNKNOWN'))
    .output(z.object({ noticeId: Id })),
  listUnreadNotices: read({ access: booths, summary: 'Announcements that the officer has not read' }).output(
    z.array(Notice.pick({ id: true, words: true, sentAt: true, sentBy: true })),
  ),
  readNotice: command({ access: booths, summary: 'Say that an announcement was read' })
    .input(z.object({ noticeId: Id }))
    .errors(refusals('NOTICE_UNKNOWN'))
    .output(z.object({ noticeId: Id })),
};
