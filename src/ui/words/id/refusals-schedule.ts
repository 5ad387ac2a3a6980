import type { RefusalCatalogue } from '../refusal-facts.ts';

/** Refusals to a manager who plans hours, seasons and closures. */
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
  SEASON_DAYS: () => ({
    message: 'Hari-hari itu tidak bisa dipakai.',
    next: 'Mulai hari ini atau sesudahnya, dan hari terakhir tidak boleh sebelum hari pertama.',
  }),
  SEASON_OVERLAPS: ({ name }) => ({
    message: `Hari-hari itu sudah termasuk ${name ?? 'musim lain'}.`,
    next: 'Pilih hari lain, atau akhiri musim itu lebih dulu.',
  }),
  SEASON_UNKNOWN: () => ({
    message: 'Musim ini tidak ada lagi.',
    next: 'Mungkin baru saja dibatalkan orang lain. Muat ulang halaman.',
  }),
  SEASON_OVER: ({ name }) => ({
    message: `${name ?? 'Musim ini'} sudah berakhir.`,
    next: 'Yang sudah lewat tidak diubah lagi.',
  }),
  DAY_TAKEN: ({ reason }) => ({
    message: `Hari itu sudah punya aturan${reason ? `: ${reason}` : ' khusus'}.`,
    next: 'Hapus dulu aturan hari itu, lalu buat yang baru.',
  }),
  DAY_UNKNOWN: () => ({
    message: 'Aturan hari itu tidak ada lagi.',
    next: 'Mungkin baru saja dihapus orang lain. Muat ulang halaman.',
  }),
  DAY_CUT: ({ agency, other, waiting }) => ({
    message: `Hari ini jadi lebih pendek, padahal ${waiting ? `${waiting} orang` : 'masih ada yang'} menunggu di ${agency ?? 'gerai ini'}${other === undefined || other === '0' ? '' : ` dan ${other} gerai lain`}.`,
    next: 'Tekan sekali lagi untuk menyimpan. Jam tutup yang baru muncul di HP mereka.',
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
