/** What the field of whom a season concerns holds for all booths, where else stands an agency's id. */
export const WHOLE_MALL = 'mal';
