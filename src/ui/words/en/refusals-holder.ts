import type { RefusalCatalogue } from '../refusal-facts.ts';

/** About what the holder of a number asks for. */
export const holderRefusals = {
  BEING_SERVED: ({ number }) => ({
    message: `Number ${number ?? 'this one'} is being served.`,
    next: 'Tell the officer at the counter.',
  }),
  NO_FIRST_PLACE: ({ number }) => ({
    message: `Number ${number ?? 'this one'} has no first place.`,
    next: 'Take a new number at the kiosk, or ask the information desk.',
  }),
  FIRST_PLACE_TAKEN: ({ number }) => ({
    message: `The new number was taken already${number ? `: ${number}` : ''}.`,
    next: 'A number goes first only once.',
  }),
  FIRST_PLACE_LATER: ({ opensAt }) => ({
    message: 'The booth has not opened again yet.',
    next: opensAt ? `Take the number from ${opensAt}.` : 'Ask the information desk.',
  }),
  FIRST_PLACE_LAPSED: ({ number }) => ({
    message: `The day on which ${number ?? 'this number'} went first is over.`,
    next: 'Take a new number at the kiosk.',
  }),
} satisfies Partial<RefusalCatalogue>;
