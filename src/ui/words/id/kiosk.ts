import type { Catalogue } from '../word.ts';

/** The kiosk: at arm's length, for people in a hurry or in doubt. Short sentences that can be read aloud. */
export const kiosk = {
  documentTitle: (mall: string) => `Kios ${mall}: ambil nomor antrean`,

  // first screen
  title: 'Anda mau ke mana?',
  lead: 'Sentuh satu instansi.',
  otherAgencies: 'Instansi lain',
  moreAgencies: (n: number) => `${n} instansi lagi`,
  services: (n: number) => `${n} layanan`,
  counterNotOpen: 'loket belum dibuka',
  opens: (when: string) => `Buka ${when}`,
  closedNow: 'Sedang tutup',
  allClosed: 'Semua gerai sedang tutup',
  allClosedUntil: (when: string) => `Buka lagi ${when}.`,
  noAgencies: 'Belum ada instansi yang melayani di sini.',
  noAgenciesText: 'Tanyakan ke meja informasi.',
  search: 'Cari layanan',
  searchHint: 'Ketik KTP, SKCK, atau pajak',
  rate: 'Beri nilai',
  rateHint: 'Setelah dilayani',
  back: 'Kembali',
  startOver: 'Kembali ke awal',

  // services
  chooseService: 'Pilih layanan',
  serviceLead: 'Sentuh satu. Nomor Anda langsung keluar.',
  priority: 'Lansia, difabel, hamil, membawa anak kecil',
  priorityOffer: (minutes: number) =>
    `Sentuh bila ya: Anda dihitung datang ${minutes} menit lebih awal. Tanpa bukti.`,
  priorityTaken: (minutes: number) => `Ya. Anda dihitung datang ${minutes} menit lebih awal.`,

  // search
  searchTitle: 'Layanan apa yang Anda cari?',
  searchField: 'Nama layanan',
  searchEmpty: 'Ketik dengan tombol di bawah.',
  found: (n: number) => (n === 1 ? '1 layanan ditemukan' : `${n} layanan ditemukan`),
  nothingFound: 'Belum ketemu. Coba kata lain, misalnya KTP.',
  keyboard: 'Papan ketik',
  space: 'spasi',
  erase: 'Hapus',
  eraseAll: 'Hapus semua',

  // taking a number
  issuing: 'Mengambil nomor Anda …',
  issuingOffline: 'Sambungan terputus. Kami terus mencoba.',
  issuingSafe: 'Tunggu sebentar. Anda hanya mendapat satu nomor.',
  offline: 'Sambungan terputus',
  offlineText: 'Kami terus mencoba. Perkiraan waktu di layar bisa berubah.',
  notIssued: 'Belum ada nomor untuk Anda',
  tryAgain: 'Coba lagi',

  // the ticket
  yourNumber: 'Nomor Anda',
  waitAt: (zone: string, floor: number) => `Tunggu di ${zone}, lantai ${floor}`,
  nobodyAhead: 'Tidak ada yang di depan Anda',
  ahead: (n: number) => `${n} orang di depan Anda`,
  about: 'kira-kira',
  aboutMinutes: (n: number) => `${n} menit`,
  almostSure: 'hampir pasti',
  underMinutes: (n: number) => `di bawah ${n} menit`,
  comeAt: (time: string) => `Datang ke ruang tunggu paling lambat ${time}.`,
  comeNow: 'Silakan langsung ke ruang tunggu.',
  waitUnknown: 'Loket belum dibuka. Perkiraan muncul setelah loket buka.',
  priorityTicket: (minutes: number) => `Prioritas, maju ${minutes} menit`,
  qrTitle: 'Foto kode ini dengan HP',
  qrText: 'Antrean bisa dipantau dari HP. Anda boleh menunggu di luar.',
  qrWhat: (code: string) => `halaman nomor ${code}`,
  noPhone: 'Tanpa HP? Ingat nomor ini. Papan dan suara akan memanggilnya.',
  printTicket: 'Cetak karcis',
  done: 'Selesai',
  issuedAt: (time: string) => `Diambil ${time}`,
  paperQr: 'Pindai untuk memantau antrean dari HP.',
  keepPaper: 'Simpan nomor ini sampai selesai dilayani.',
  trialPaper: 'Cetak uji. Bukan nomor antrean.',

  // paper
  paperPrinting: 'Karcis sedang dicetak …',
  paperPrinted: 'Karcis keluar di bawah layar. Silakan ambil.',
  paperLost: (code: string) => `Nomor Anda tetap ${code}. Foto layar ini, atau ingat nomornya.`,
  paperAgain: 'Cetak lagi',
  photoThis: 'Foto layar ini dengan HP',
  'paper-paper-out': 'Kertas karcis habis',
  'paper-cover-open': 'Tutup printer terbuka',
  'paper-printer-error': 'Printer sedang terganggu',
  'paper-unreachable': 'Printer tidak menyala',
  'paper-silent': 'Karcis mungkin tidak keluar',
  'paper-cut-off': 'Karcis tidak tercetak utuh',
  'paper-too-late': 'Karcis tidak tercetak',
  'paper-offline': 'Sambungan terputus, karcis tidak tercetak',
  'paper-enough': 'Karcis ini sudah dicetak tiga kali',

  // still there?
  idleTitle: 'Masih di sini?',
  idleText: (seconds: number) => `Layar kembali ke awal dalam ${seconds} detik.`,
  idleStay: 'Ya, lanjutkan',
  idleLeave: 'Sudah selesai',

  // rating
  rateTitle: 'Nomor antrean Anda tadi?',
  rateLead: 'Sentuh huruf di depan nomor, lalu tiga angka.',
  rateCode: 'Nomor antrean',
  rateLetters: 'Huruf',
  rateDigits: 'Angka',
  next: 'Lanjut',
  nextNeedsNumber: 'lengkapi huruf dan tiga angka',
  scoreTitle: (code: string) => `${code}: bagaimana pelayanannya?`,
  scoreLead: 'Satu sentuhan. Tanpa nama, petugas tidak tahu siapa.',
  score1: 'Tidak baik',
  score2: 'Kurang baik',
  score3: 'Baik',
  score4: 'Sangat baik',
  sending: 'Mengirim nilai Anda …',
  rated: 'Terima kasih. Nilai Anda sudah kami terima.',
  ratedText: 'Nilai Anda dihitung tanpa nama.',

  // helper row
  largeType: 'Huruf besar',
  lowerButtons: 'Turunkan tombol',
  otherLanguage: 'English',
} satisfies Catalogue;
