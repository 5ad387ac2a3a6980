/** Every refusal that a screen can meet. A code without words does not compile. */
export type RefusalCode =
  | 'AGENCY_CLOSED'
  | 'BOOTH_CLOSED'
  | 'HOLIDAY'
  | 'SITE_NOT_YET'
  | 'SITE_OVER'
  | 'INTAKE_ENDED'
  | 'QUOTA_FULL'
  | 'SERIES_EXHAUSTED'
  | 'NO_COUNTER'
  | 'SERVICE_UNKNOWN'
  | 'TICKET_UNKNOWN'
  | 'TICKET_EXPIRED'
  | 'OTHER_AGENCY'
  | 'DEVICE_NOT_PAIRED'
  | 'PAIRING_CODE_WRONG'
  | 'PAIRING_EXPIRED'
  | 'NOTHING_WAITING'
  | 'COUNTER_BUSY'
  | 'NOT_AT_COUNTER'
  | 'COUNTER_PAUSED'
  | 'NOTHING_FOR_COUNTER'
  | 'COUNTER_LACKS_SERVICE'
  | 'SERVICE_WITHOUT_COUNTER'
  | 'ALREADY_PAUSED'
  | 'NOT_PAUSED'
  | 'COUNTER_EMPTY'
  | 'TWO_COUNTERS'
  | 'REST_TIMES'
  | 'REST_TOO_FEW_OPEN'
  | 'REST_TOO_LONG'
  | 'REST_SERVICE_ALONE'
  | 'NOT_WAITING'
  | 'NOT_CALLED'
  | 'UNDO_LATE'
  | 'RECALL_LIMIT'
  | 'SAME_SERVICE'
  | 'NOT_HELD'
  | 'HOLD_LIMIT'
  | 'NOT_SERVING'
  | 'BEING_SERVED'
  | 'ALREADY_DONE'
  | 'NO_FIRST_PLACE'
  | 'FIRST_PLACE_TAKEN'
  | 'FIRST_PLACE_LATER'
  | 'FIRST_PLACE_LAPSED'
  | 'ALREADY_RATED'
  | 'REASON_NEEDED'
  | 'KEY_REUSED'
  | 'SIGN_IN_NEEDED'
  | 'FORBIDDEN'
  | 'MALL_UNKNOWN'
  | 'AGENCY_UNKNOWN'
  | 'COUNTER_UNKNOWN'
  | 'COUNTER_TAKEN'
  | 'COUNTER_OTHER_DAY'
  | 'COUNTER_SHARED'
  | 'SHARE_ITSELF'
  | 'SHARE_HOSTS'
  | 'SHARE_GUEST'
  | 'SHARE_NO_DAY'
  | 'SHARE_WHILE_WAITING'
  | 'DAY_SHARED'
  | 'NOT_SHARED'
  | 'OTHER_COUNTER'
  | 'ZONE_UNKNOWN'
  | 'PAIRING_UNKNOWN'
  | 'DEVICE_UNKNOWN'
  | 'PRINTER_UNKNOWN'
  | 'PRINTER_NOT_LOCAL'
  | 'PRINTED_ENOUGH'
  | 'PRINT_UNKNOWN'
  | 'NOT_SERVED_YET'
  | 'HOLIDAYS_UNREADABLE'
  | 'HOURS_WRONG'
  | 'HOURS_DAY'
  | 'HOURS_CHANGED'
  | 'SEASON_DAYS'
  | 'SEASON_OVERLAPS'
  | 'SEASON_UNKNOWN'
  | 'SEASON_OVER'
  | 'DAY_TAKEN'
  | 'DAY_UNKNOWN'
  | 'DAY_CUT'
  | 'CLOSURE_UNKNOWN'
  | 'CLOSURE_DECIDED'
  | 'CLOSURE_TIMES'
  | 'CLOSURE_OVERLAPS'
  | 'PEOPLE_WAITING'
  | 'BLOCK_TAKEN'
  | 'BLOCK_DISORDERED'
  | 'DAY_PAST'
  | 'NO_BLOCK'
  | 'NUMBER_NOT_RESERVED'
  | 'NUMBER_ENTERED'
  | 'TIMES_INCOMPLETE'
  | 'TIMES_DISORDERED'
  | 'TIMES_AHEAD'
  | 'CHANGED_MEANWHILE'
  | 'SERIES_TAKEN'
  | 'SLUG_TAKEN'
  | 'COUNTER_ELSEWHERE'
  | 'COUNTER_IN_USE'
  | 'BOOTH_WITHOUT_COUNTER'
  | 'PEOPLE_STILL_WAIT'
  | 'SITE_DAYS'
  | 'SITE_WAITED_AT'
  | 'AGENCY_USED'
  | 'OFFICER_UNKNOWN'
  | 'OFFICER_INACTIVE'
  | 'OWN_ACCOUNT'
  | 'LAST_ADMINISTRATOR'
  | 'ROLE_AGENCY'
  | 'EMAIL_TAKEN'
  | 'LINK_UNKNOWN'
  | 'LINK_USED'
  | 'LINK_EXPIRED'
  | 'LINK_VOID'
  | 'CODE_WRONG'
  | 'PASSWORD_WRONG'
  | 'PICTURE_EXPIRED'
  | 'CODE_TAKEN'
  | 'SERVICE_USED'
  | 'SITE_UNKNOWN'
  | 'PLACE_IN_USE'
  | 'PLAN_OUTSIDE'
  | 'PLAN_OVERLAP'
  | 'PLAN_TWICE'
  | 'IMPORT_UNREADABLE'
  | 'BOARD_WITHOUT_ZONE'
  | 'ZONE_UNSHOWN'
  | 'VOLUME_HOURS_DISORDERED'
  | 'VOLUME_HOURS_OVERLAP'
  | 'MESSAGE_TOO_LONG'
  | 'MESSAGE_TIMES'
  | 'MESSAGES_ENOUGH'
  | 'MESSAGE_UNKNOWN'
  | 'MEDIA_DAYS'
  | 'MEDIA_ENOUGH'
  | 'MEDIA_UNKNOWN'
  | 'UPLOAD_UNKNOWN'
  | 'UPLOAD_BUSY'
  | 'UPLOAD_INCOMPLETE'
  | 'OFFSET_MISMATCH'
  | 'FILE_TOO_LARGE'
  | 'FILE_EMPTY'
  | 'FILE_TYPE_REFUSED'
  | 'AGREEMENT_UNKNOWN'
  | 'AGREEMENT_STATE'
  | 'AGREEMENT_USED'
  | 'TERM_ENDS_FIRST'
  | 'PROMISED_TWICE'
  | 'PARTY_UNKNOWN'
  | 'PARTY_TWICE'
  | 'PARTIES_FEW'
  | 'PARTIES_OPEN'
  | 'SLOT_HOURS'
  | 'SLOT_CONTACT'
  | 'CHANGES_UNNAMED'
  | 'SIGNING_UNKNOWN'
  | 'MEETING_UNKNOWN'
  | 'MONTH_AHEAD'
  | 'MEETING_DECIDED'
  | 'DECISIONS_ENOUGH'
  | 'DECISION_CLOSED'
  | 'NOTICE_PAST'
  | 'NOTICES_ENOUGH'
  | 'NOTICE_UNKNOWN'
  | 'IN_CEREMONY'
  | 'NONE_READY'
  | 'CLAUSE_VARIABLE'
  | 'PARTIES_MANY'
  | 'AUTHORITY_MISSING'
  | 'POWER_MISSING'
  | 'SIGNED_AHEAD'
  | 'NUMBER_USED'
  | 'NUMBER_PATTERN'
  | 'NUMBER_THERE'
  | 'NO_PATTERN'
  | 'ENDED_OUTSIDE'
  | 'SCAN_NOT_PDF'
  | 'PAPERS_ENOUGH'
  | 'PAPER_UNKNOWN'
  | 'STAGE_DAYS'
  | 'STAGE_AHEAD'
  | 'STAGE_YEAR'
  | 'STAGE_WITHOUT_PAPERS'
  | 'BLOCKER_UNKNOWN'
  | 'LETTER_TWICE'
  | 'LETTERS_ENOUGH'
  | 'STUDY_CONCLUDED'
  | 'STUDY_OPEN'
  | 'STUDY_INCOMPLETE'
  | 'PART_UNKNOWN'
  | 'PARTS_ENOUGH'
  | 'CHAPTER_TWICE'
  | 'CRITERION_UNKNOWN'
  | 'EVIDENCE_AHEAD'
  | 'DAYS_REVERSED'
  | 'SURVEY_CLOSED'
  | 'ANSWERS_ENOUGH'
  | 'LETTER_UNKNOWN'
  | 'OPENED_AHEAD'
  | 'PROMISE_KEPT'
  | 'ANSWERED'
  | 'OFFLINE'
  | 'STREAM_ENDED'
  | 'BODY_TOO_LARGE'
  | 'TOO_MANY_REQUESTS'
  | 'OVERLOADED'
  | 'BAD_INPUT'
  | 'CROSS_SITE'
  | 'NOT_FOUND'
  | 'FAULT';

/**
 * What a sentence may tell, each already formatted for the reader (`opensAt: 'Kamis, 26 November, 08.00 WITA'`).
 * All may be absent: the sentence then says less, never something wrong.
 */
export interface RefusalFacts {
  readonly agency?: string;
  readonly opensAt?: string;
  /** The first or last day of a site. */
  readonly day?: string;
  /** Name of a holiday, or of the officer who sits at a counter. */
  readonly name?: string;
  /** Why something is closed, in the manager's words. */
  readonly reason?: string;
  /** Numbers given out per day. */
  readonly limit?: string;
  /** A ticket's number, such as A-035. */
  readonly number?: string;
  readonly counter?: string;
  /** Places in a list, from 1. */
  readonly item?: string;
  readonly other?: string;
  /** Names of services. */
  readonly services?: string;
  /** Letters before the numbers of an agency, and the nearest that nobody has. */
  readonly series?: string;
  readonly free?: string;
  /** What a place still holds: zone, booth or device. */
  readonly holder?: string;
  /** Where a sheet could not be read: its line, the header being 1, and the column's name. */
  readonly row?: string;
  readonly column?: string;
  /** How many such places there are. */
  readonly problems?: string;
  /** So many counters must stay open. */
  readonly openMin?: string;
  /** A day of the week, `Jumat`. */
  readonly weekday?: string;
  /** A time of day, `12:30`. */
  readonly clock?: string;
  /** How long something may last. */
  readonly minutes?: string;
  /** How many parties have not agreed. */
  readonly parties?: string;
  /** People in a line. */
  readonly waiting?: string;
  /** How often somebody was called. */
  readonly calls?: string;
  /** How often something may still be tried. */
  readonly tries?: string;
  /** Within how many seconds something had to be done. */
  readonly seconds?: string;
  /** Seconds until a new try makes sense. */
  readonly waitSeconds?: string;
  /** Incident code that can be read aloud, such as 7K3-28. */
  readonly code?: string;
}

/** One sentence that answers, and one that says what to do next. */
export interface RefusalWords {
  readonly message: string;
  readonly next: string;
}

export type RefusalCatalogue = Readonly<Record<RefusalCode, (facts: RefusalFacts) => RefusalWords>>;
