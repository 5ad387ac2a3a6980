import type { RefusalCatalogue } from '../refusal-facts.ts';

/** About what the holder of a number asks for. */
export const holderRefusals = {
  BEING_SERVED: ({ number }) => ({
    message: `Nomor ${number ?? 'ini'} sedang dilayani.`,
    next: 'Sampaikan langsung kepada petugas di loket.',
  }),
  NO_FIRST_PLACE: ({ number }) => ({
    message: `Nomor ${number ?? 'ini'} tidak punya giliran yang didahulukan.`,
    next: 'Ambil nomor baru di kios, atau tanyakan ke meja informasi.',
  }),
  FIRST_PLACE_TAKEN: ({ number }) => ({
    message: `Nomor barunya sudah diambil${number ? `: ${number}` : ''}.`,
    next: 'Satu nomor hanya didahulukan satu kali.',
  }),
  FIRST_PLACE_LATER: ({ opensAt }) => ({
    message: 'Gerainya belum buka lagi.',
    next: opensAt ? `Ambil nomornya mulai ${opensAt}.` : 'Tanyakan ke meja informasi.',
  }),
  FIRST_PLACE_LAPSED: ({ number }) => ({
    message: `Giliran yang didahulukan untuk ${number ?? 'nomor ini'} sudah lewat harinya.`,
    next: 'Ambil nomor baru di kios.',
  }),
} satisfies Partial<RefusalCatalogue>;
