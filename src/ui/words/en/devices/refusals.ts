import type { RefusalCatalogue } from '../../refusal-facts.ts';

export const boardRefusals = {
  BOARD_WITHOUT_ZONE: () => ({
    message: 'This board would show no zone.',
    next: 'Choose at least one zone.',
  }),
  ZONE_UNSHOWN: ({ name }) => ({
    message: `${name ?? 'That zone'} would be shown on no board.`,
    next: 'Show it on another board first, or leave it on this one.',
  }),
  VOLUME_HOURS_DISORDERED: () => ({
    message: 'Some special hours end before they begin.',
    next: 'Check when they begin and end.',
  }),
  VOLUME_HOURS_OVERLAP: () => ({
    message: 'Two special hours overlap.',
    next: 'Let one begin when the other has ended.',
  }),
  MESSAGE_TOO_LONG: ({ limit }) => ({
    message: 'The message is too long for one line of the board.',
    next: limit ? `Shorten it to at most ${limit} letters.` : 'Shorten it.',
  }),
  MESSAGE_TIMES: () => ({
    message: 'The times of the message are not right.',
    next: 'The end must come after the beginning, and must not be over.',
  }),
  MESSAGES_ENOUGH: ({ limit }) => ({
    message: limit ? `There are ${limit} messages already.` : 'There are too many messages.',
    next: 'Remove what is no longer needed.',
  }),
  MESSAGE_UNKNOWN: () => ({
    message: 'This message is no longer there.',
    next: 'Reload to see which messages are still shown.',
  }),
  MEDIA_DAYS: () => ({
    message: 'The last day comes before the first.',
    next: 'Check both days.',
  }),
  MEDIA_ENOUGH: ({ limit }) => ({
    message: limit
      ? `There are ${limit} pictures and films already.`
      : 'There are too many pictures and films.',
    next: 'Remove what is no longer needed.',
  }),
  MEDIA_UNKNOWN: () => ({
    message: 'This picture or film is no longer there.',
    next: 'Reload to see which are still shown.',
  }),
  UPLOAD_UNKNOWN: () => ({
    message: 'This file was not found on its way.',
    next: 'Choose the file once more.',
  }),
  UPLOAD_BUSY: () => ({
    message: 'This file is being received.',
    next: 'Wait a moment and try again.',
  }),
  UPLOAD_INCOMPLETE: () => ({
    message: 'This file has not arrived whole.',
    next: 'Send it once more.',
  }),
  OFFSET_MISMATCH: () => ({
    message: 'This part does not follow the one before.',
    next: 'Send the file once more.',
  }),
  FILE_TOO_LARGE: () => ({
    message: 'This file is too large.',
    next: 'Make it smaller, at most 200 MB.',
  }),
  FILE_EMPTY: () => ({
    message: 'This file is empty.',
    next: 'Choose another file.',
  }),
  FILE_TYPE_REFUSED: () => ({
    message: 'This kind of file cannot be shown.',
    next: 'Choose a JPEG, PNG or WebP picture, or an MP4 or WebM film.',
  }),
} satisfies Partial<RefusalCatalogue>;
