import type { RefusalCatalogue } from '../refusal-facts.ts';

/** Refusals to an administrator who keeps places, agencies and services. */
export const catalogueRefusals = {
  CHANGED_MEANWHILE: () => ({
    message: 'Orang lain baru saja mengubah data ini.',
    next: 'Lihat riwayatnya di bawah. Simpan lagi bila isian Anda yang benar.',
  }),
  SERIES_TAKEN: ({ series, agency, free }) => ({
    message: `Huruf antrean ${series ?? 'ini'} sudah dipakai ${agency ?? 'instansi lain'}.`,
    next: free ? `Huruf terdekat yang bebas: ${free}.` : 'Pilih huruf lain.',
  }),
  SLUG_TAKEN: ({ name }) => ({
    message: `Alamat halaman ini sudah dipakai${name ? ` ${name}` : ''}.`,
    next: 'Tulis alamat lain, misalnya dengan nama kabupaten di belakangnya.',
  }),
  COUNTER_ELSEWHERE: ({ counter, agency }) => ({
    message: `Loket ${counter ?? 'ini'} ada di gerai ${agency ?? 'instansi lain'}.`,
    next: 'Pindahkan loket itu dari halaman instansinya, atau pilih nomor lain.',
  }),
  COUNTER_IN_USE: ({ counter }) => ({
    message: `Loket ${counter ?? 'ini'} sedang dipakai petugas.`,
    next: 'Minta petugas menutup loketnya dulu, lalu simpan lagi.',
  }),
  BOOTH_WITHOUT_COUNTER: ({ agency }) => ({
    message: `Gerai ${agency ?? 'ini'} tidak punya loket lagi.`,
    next: 'Sisakan satu nomor loket, atau nonaktifkan instansinya.',
  }),
  PEOPLE_STILL_WAIT: ({ name, waiting }) => ({
    message: `${name ?? 'Ini'} belum bisa dinonaktifkan: ${waiting ? `${waiting} orang` : 'masih ada yang'} menunggu.`,
    next: 'Layani mereka dulu, lalu simpan lagi.',
  }),
  AGENCY_USED: ({ agency }) => ({
    message: `${agency ?? 'Instansi ini'} sudah pernah dipakai, jadi tidak bisa dihapus.`,
    next: 'Nonaktifkan saja. Catatan lamanya tetap ada.',
  }),
} satisfies Partial<RefusalCatalogue>;
