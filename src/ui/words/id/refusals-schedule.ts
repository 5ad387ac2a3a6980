import type { RefusalCatalogue } from '../refusal-facts.ts';

/** Refusals to a manager who plans hours and closures. */
export const scheduleRefusals = {
  HOURS_WRONG: () => ({
    message: 'Ada jam yang tidak bisa dipakai.',
    next: 'Periksa jam yang tumpang tindih, bersambung, atau selesai sebelum mulai.',
  }),
  HOURS_DAY: () => ({
    message: 'Hari mulai itu tidak bisa dipakai.',
    next: 'Pilih hari ini atau hari sesudahnya, paling jauh setahun lagi.',
  }),
  HOURS_CHANGED: ({ agency }) => ({
    message: `Jam ${agency ?? 'gerai ini'} baru saja diubah orang lain.`,
    next: 'Muat ulang halaman, lihat jam yang baru, lalu ubah bila masih perlu.',
  }),
  CLOSURE_UNKNOWN: () => ({
    message: 'Penutupan ini tidak ada.',
    next: 'Muat ulang daftarnya.',
  }),
  CLOSURE_DECIDED: () => ({
    message: 'Penutupan ini sudah diputuskan atau sudah berakhir.',
    next: 'Muat ulang daftarnya untuk melihat keadaan terakhir.',
  }),
  CLOSURE_TIMES: () => ({
    message: 'Waktu penutupan belum benar.',
    next: 'Akhirnya harus sesudah mulainya, dan mulainya tidak di masa lalu.',
  }),
  CLOSURE_OVERLAPS: ({ agency, reason }) => ({
    message: `Gerai ${agency ?? 'ini'} sudah ditutup pada waktu itu${reason ? `: ${reason}` : ''}.`,
    next: 'Buka dulu penutupan yang ada, atau pilih waktu lain.',
  }),
  PEOPLE_WAITING: ({ waiting }) => ({
    message: `Tidak bisa ditutup diam-diam: ${waiting ? `${waiting} orang` : 'ada yang'} menunggu.`,
    next: 'Tekan sekali lagi untuk menutup dan memberi tahu mereka.',
  }),
} satisfies Partial<RefusalCatalogue>;
