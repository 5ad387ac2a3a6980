/** What still stands in one line of the board's lower edge and is read while one walks by. */
export const MESSAGE_LENGTH_MAX = 120;
export const MESSAGE_LENGTH_MIN = 3;
/** Messages of a mall that are not over yet. */
export const MESSAGES_MAX = 20;
