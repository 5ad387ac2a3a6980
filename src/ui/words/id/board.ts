import type { Catalogue } from '../word.ts';

/** A call board: read from the far chairs, so few words. */
export const board = {
  title: 'Papan panggilan',
  documentTitle: (zone: string, mall: string) => `Papan panggilan ${zone}, ${mall}`,
  place: (zone: string, floor: number) => `${zone}, lantai ${floor}`,
  calls: 'Panggilan',
  please: (agency: string) => `${agency}, silakan`,
  counter: 'loket',
  next: 'Bersiap',
  noCalls: 'Nomor yang dipanggil muncul di sini.',
  nobodyWaits: 'Tidak ada yang menunggu.',
  closed: 'Tutup',
  opens: (when: string) => `buka ${when}`,
  opensUnknown: 'jam buka menyusul',
  moreClosed: (n: number) => `dan ${n} gerai lain`,
  allClosed: 'Semua gerai di zona ini sedang tutup.',
  tip: 'Boleh menunggu di luar. Pindai QR di karcis, kami beri tahu lewat HP.',
  helpWanted: (kiosk: string) => `Petugas ditunggu di ${kiosk}.`,
  stale: 'Sambungan terputus. Panggilan di sini mungkin tertinggal, dengarkan petugas.',
  lastSeen: (time: string) => `Keadaan ${time}`,
  soundOn: 'Nyalakan suara',
  loading: 'Menyiapkan papan …',
} satisfies Catalogue;
