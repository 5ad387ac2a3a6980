import type { NoticeKind } from '#areas/agencies/rules/booth-notice.ts';
import type { Catalogue } from '../word.ts';

/** A call board: read from the far chairs, so few words. */
export const board = {
  title: 'Papan panggilan',
  documentTitle: (zone: string, mall: string) => `Papan panggilan ${zone}, ${mall}`,
  place: (zones: string, floors: string) => `${zones}, lantai ${floors}`,
  /** "Zona A, Zona B dan Zona C" */
  and: (earlier: string, last: string) => `${earlier} dan ${last}`,
  floor: (floor: number) => `lantai ${floor}`,
  hallLegend: 'Menit pada gerai: perkiraan lama tunggu.',
  hallTitle: 'Keadaan lantai',
  hallWaiting: 'orang menunggu',
  hallOpen: 'gerai melayani',
  hallNoPlan: 'Denah belum digambar.',
  hallNobody: 'belum ada petugas',
  hallLine: (count: number) => `${count} menunggu`,
  calls: 'Panggilan',
  please: (agency: string) => `${agency}, silakan`,
  counter: 'loket',
  next: 'Bersiap',
  noCalls: 'Nomor yang dipanggil muncul di sini.',
  nobodyWaits: 'Tidak ada yang menunggu.',
  closed: 'Tutup',
  opens: (when: string) => `buka ${when}`,
  opensUnknown: 'jam buka menyusul',
  intakeEnded: 'Pengambilan nomor ditutup',
  paused: 'Loket jeda',
  pausedCounter: (number: number) => `Loket ${number} jeda`,
  pausedUntil: (time: string) => `buka lagi ${time}`,
  pausedNow: 'segera buka lagi',
  hours: 'Jam layanan hari ini',
  numbersUntil: (time: string) => `nomor sampai ${time}`,
  open: 'buka',
  pageOf: (page: string, pages: string) => `${page} dari ${pages}`,
  boothNotice: ({ agency, notice, clock }: { agency: string; notice: NoticeKind; clock?: string }) => {
    const at = clock?.replace(':', '.');
    if (notice === 'resumed') return `Perhatian: ${agency} buka lagi. Nomor Anda tetap berlaku.`;
    if (notice === 'shortened')
      return `Perhatian: ${agency} hari ini tutup${at === undefined ? '' : ` pukul ${at}`}. Yang belum dilayani didahulukan saat buka lagi.`;
    return `Perhatian: ${agency} berhenti sementara${at === undefined ? '' : `, buka lagi ${at}`}. Nomor Anda tetap berlaku.`;
  },
  tip: 'Boleh menunggu di luar. Pindai QR di karcis, kami beri tahu lewat HP.',
  helpWanted: (kiosk: string) => `Petugas ditunggu di ${kiosk}.`,
  stale: 'Sambungan terputus. Panggilan di sini mungkin tertinggal, dengarkan petugas.',
  soundOn: 'Nyalakan suara',
  loading: 'Menyiapkan papan …',
} satisfies Catalogue;
