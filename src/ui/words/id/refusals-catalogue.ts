import type { RefusalCatalogue } from '../refusal-facts.ts';

/** What a place still holds. */
const HOLDERS: Readonly<Record<string, string>> = { zone: 'zona', booth: 'gerai', device: 'perangkat' };

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
  COUNTER_SHARED: ({ agency }) => ({
    message: `Loket dan zona gerai ini mengikuti gerai ${agency ?? 'yang dipakai bersama'}.`,
    next: 'Ubah di halaman instansi itu, atau akhiri dulu pemakaian bersamanya.',
  }),
  SHARE_ITSELF: () => ({
    message: 'Gerai tidak bisa dipakai bersama dengan dirinya sendiri.',
    next: 'Pilih instansi lain.',
  }),
  SHARE_HOSTS: ({ agency }) => ({
    message: `Gerai ${agency ?? 'ini'} sudah dipakai bersama instansi lain.`,
    next: 'Akhiri dulu pemakaian bersama di halaman instansi yang menumpang.',
  }),
  SHARE_GUEST: ({ agency }) => ({
    message: `${agency ?? 'Instansi itu'} sendiri menumpang di gerai lain.`,
    next: 'Pilih instansi yang punya gerainya.',
  }),
  SHARE_NO_DAY: () => ({
    message: 'Kedua instansi harus punya paling sedikit satu hari.',
    next: 'Pilih sebagian hari saja.',
  }),
  SHARE_WHILE_WAITING: ({ agency, waiting }) => ({
    message: `Di ${agency ?? 'gerai ini'} ${waiting ? `${waiting} orang` : 'masih ada yang'} belum selesai dilayani hari ini.`,
    next: 'Ubah setelah mereka dilayani, atau besok sebelum buka.',
  }),
  DAY_SHARED: ({ agency }) => ({
    message: `Salah satu hari itu sudah dipakai ${agency ?? 'instansi lain'}.`,
    next: 'Pilih hari lain.',
  }),
  NOT_SHARED: () => ({
    message: 'Gerai ini tidak menumpang di gerai lain.',
    next: 'Muat ulang untuk melihat keadaan terakhir.',
  }),
  PLAN_OUTSIDE: ({ item }) => ({
    message: `Benda ${item ? `nomor ${item}` : 'di denah'} keluar dari lantai.`,
    next: 'Geser ke dalam, atau perbesar lantainya.',
  }),
  PLAN_OVERLAP: ({ item, other }) => ({
    message: item && other ? `Benda nomor ${item} menimpa nomor ${other}.` : 'Ada benda yang saling menimpa.',
    next: 'Geser salah satunya.',
  }),
  PLAN_TWICE: ({ item, other }) => ({
    message:
      item && other ? `Benda nomor ${other} dan ${item} gerai yang sama.` : 'Satu gerai digambar dua kali.',
    next: 'Buang salah satunya.',
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
  SITE_DAYS: () => ({
    message: 'Hari terakhir lokasi ini jatuh sebelum hari pertamanya.',
    next: 'Perbaiki salah satu harinya, lalu simpan lagi.',
  }),
  SITE_WAITED_AT: ({ name, waiting }) => ({
    message: `${waiting ? `${waiting} orang` : 'Masih ada yang'} menunggu di ${name ?? 'sana'}, padahal harinya jadi tutup.`,
    next: 'Layani mereka dulu, lalu simpan lagi.',
  }),
  AGENCY_USED: ({ agency }) => ({
    message: `${agency ?? 'Instansi ini'} sudah pernah dipakai, jadi tidak bisa dihapus.`,
    next: 'Nonaktifkan saja. Catatan lamanya tetap ada.',
  }),
  CODE_TAKEN: ({ name }) => ({
    message: `Kode layanan ini sudah dipakai${name ? ` ${name}` : ''}.`,
    next: 'Tulis kode lain, misalnya dengan angka berikutnya.',
  }),
  SERVICE_USED: () => ({
    message: 'Layanan ini sudah pernah diminta, jadi tidak bisa dihapus.',
    next: 'Nonaktifkan saja. Catatan lamanya tetap ada.',
  }),
  SITE_UNKNOWN: () => ({
    message: 'Lokasi ini tidak ada di mal ini.',
    next: 'Pilih lokasi dari daftar.',
  }),
  PLACE_IN_USE: ({ name, holder }) => ({
    message: `${name ?? 'Tempat ini'} belum bisa dihapus: masih ada ${HOLDERS[holder ?? ''] ?? 'isinya'}.`,
    next: 'Pindahkan dulu, lalu hapus.',
  }),
  IMPORT_UNREADABLE: ({ row, column, problems }) => ({
    message: `Berkas ini belum bisa dimasukkan${row ? `: baris ${row}${column ? `, kolom ${column}` : ''}` : ''}.`,
    next: problems
      ? `Ada ${problems} yang perlu diperbaiki. Periksa lagi berkasnya.`
      : 'Periksa lagi berkasnya.',
  }),
} satisfies Partial<RefusalCatalogue>;
