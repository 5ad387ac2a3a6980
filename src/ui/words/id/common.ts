import type { Catalogue } from '../word.ts';

/** Words that every surface needs: frames, states, forms, figures. */
export const common = {
  // frame
  skipToContent: 'Langsung ke isi',
  productName: 'Balairung',
  mallKind: 'Mal Pelayanan Publik',
  menu: 'Menu',
  mainNavigation: 'Utama',
  language: 'Bahasa',
  otherLanguage: 'English',
  signIn: 'Masuk',
  signOut: 'Keluar',
  sampleData: 'data contoh',
  sampleDataSentence: 'Angka pada contoh ini rekaan.',
  runsOn: (product: string) => `Dijalankan dengan ${product}`,
  accessibility: 'Aksesibilitas',
  help: 'Bantuan',
  home: 'Beranda',

  // actions
  save: 'Simpan',
  cancel: 'Batal',
  close: 'Tutup',
  back: 'Kembali',
  next: 'Lanjut',
  search: 'Cari',
  tryAgain: 'Coba lagi',
  change: 'Ubah',
  remove: 'Hapus',
  yes: 'Ya',
  no: 'Tidak',
  print: 'Cetak',
  refresh: 'Perbarui',
  seeAll: 'Lihat semua',
  dismiss: 'Tutup pesan',

  // state of a place
  open: 'Buka',
  closed: 'Tutup',
  openNow: 'Buka sekarang',
  openUntil: (time: string) => `Buka sekarang, sampai ${time}`,
  everyDay: 'Setiap hari',
  openDayAndNight: 'Buka 24 jam',
  closedUntil: (time: string) => `Tutup, buka lagi ${time}`,
  intakeEnded: 'Pengambilan nomor hari ini sudah ditutup.',
  intakeEnds: (time: string) => `Pengambilan nomor diperkirakan berakhir pukul ${time}.`,

  // state of a view
  loading: 'Sedang dimuat.',
  loadingLong: 'Masih dimuat. Isian Anda aman.',
  offline: 'Tanpa sinyal. Lanjutkan saja.',
  offlineKept: (n: number) => `${n} tersimpan di sini, terkirim sendiri saat ada sinyal.`,
  offlineNothingKept: 'Yang terlihat adalah keadaan terakhir.',
  lastContact: (time: string) => `Terakhir terhubung ${time}.`,
  keptCount: (n: number) => `${n} tersimpan di perangkat ini`,
  faultTitle: 'Ada gangguan di sistem kami',
  incident: (code: string) => `Sebut kode ${code} ke petugas.`,
  updatedAt: (time: string) => `Diperbarui ${time}`,

  // a page that cannot be shown
  notFoundTitle: 'Halaman ini tidak ada',
  notFoundText: 'Periksa alamatnya, atau mulai dari beranda.',
  forbiddenTitle: 'Halaman ini bukan untuk akun Anda',
  forbiddenText: 'Minta izin kepada pengelola bila ini tugas Anda.',
  faultText: 'Coba lagi sebentar lagi.',
  offlineTitle: 'Tidak ada sambungan',
  offlineText: 'Periksa jaringan Anda, lalu muat ulang halaman ini.',

  // forms
  fixPrefix: 'Perlu diperbaiki',
  fixOne: 'Satu isian perlu diperbaiki',
  fixMany: (n: number) => `${n} isian perlu diperbaiki`,
  errorLabel: 'Perlu diperbaiki:',
  optional: 'boleh kosong',
  required: 'harus diisi',
  choose: 'Pilih satu',
  reasonDisabled: (reason: string) => `Belum bisa: ${reason}`,

  // people and waiting
  peopleWaiting: (n: number) => (n === 0 ? 'Tidak ada yang menunggu' : `${n} orang menunggu`),
  noQueue: 'tidak ada antrean',
  servedAtOnce: 'langsung dilayani',
  waitAbout: (minutes: number) => `±${minutes} menit`,
  waitAlmostSure: (minutes: number) => `hampir pasti < ${minutes}`,
  waitAlmostSureLong: (minutes: number) => `hampir pasti di bawah ${minutes} menit`,
  almostSureMeaning: 'Hampir pasti: 9 dari 10 orang sudah dipanggil saat itu.',
  ticketNumber: 'Nomor antrean',
  counter: 'Loket',
  zone: 'Zona',
  floor: (n: number) => `lantai ${n}`,
  priority: 'prioritas',

  // time line of a ticket
  now: 'sekarang',
  comeAt: 'datang',
  called: 'dipanggil',
  almostSure: 'hampir pasti',
  timeLineSentence: (now: string, come: string, about: string, sure: string) =>
    `Sekarang ${now}. Datang sebelum ${come}. Kira-kira dipanggil ${about}, hampir pasti sebelum ${sure}.`,

  // figures
  tableOfChart: 'Lihat sebagai tabel',
  tableEmpty: 'Belum ada data.',
  up: (by: string) => `naik ${by}`,
  down: (by: string) => `turun ${by}`,
  promised: 'janji',
  qrFor: (what: string) => `Kode QR: ${what}`,
} satisfies Catalogue;
