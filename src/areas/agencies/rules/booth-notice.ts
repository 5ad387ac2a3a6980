/**
 * What a hall is told of a booth in whose line people stand: it stopped for a while, it goes on, or today it closes
 * earlier than it would have.
 */
export const NOTICE_KINDS = ['stopped', 'resumed', 'shortened'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
