import type { Catalogue } from '../word.ts';
import { managerCatalogue } from './manager-catalogue.ts';
import { managerImport } from './manager-import.ts';
import { managerPlaces } from './manager-places.ts';
import { managerServices } from './manager-services.ts';
import { managerSchedule } from './manager-schedule.ts';
import { managerCounters } from './manager-counters.ts';
import { managerPeople } from './manager-people.ts';
import { boards } from './devices/boards.ts';
import { printers } from './devices/printers.ts';
import { managerBlocks } from './manager-blocks.ts';
import { managerSettings } from './manager-settings.ts';
import { managerAgreements } from './manager-agreements.ts';
import { managerTrail } from './manager-trail.ts';

export const manager = {
  ...managerSchedule,
  ...managerCounters,
  ...printers,
  ...boards,
  ...managerSettings,
  ...managerTrail,
  ...managerAgreements,
  ...managerBlocks,
  ...managerCatalogue,
  ...managerPeople,
  ...managerImport,
  ...managerPlaces,
  ...managerServices,
  title: 'Lantai sekarang',

  // the bar
  floor: 'Lantai',
  report: 'Laporan',
  devices: 'Perangkat',
  crowd: 'Simulasi',
  trail: 'Jejak',
  holidays: 'Libur',

  // figures now
  waitingNow: 'menunggu',
  servingNow: 'sedang dilayani',
  servedToday: 'dilayani hari ini',
  issuedToday: 'nomor diambil hari ini',
  boothsOpen: 'gerai ada petugasnya',
  ofAll: (part: string, all: string) => `${part} dari ${all}`,
  simulatedShare: (share: string) => `${share} nomor hari ini simulasi.`,
  simulatedAll: 'Semua nomor hari ini simulasi.',
  simulatedNone: 'Tidak ada nomor simulasi hari ini.',
  todayReport: 'Laporan hari ini',

  // booths
  booths: 'Gerai per zona',
  'state-serving': 'melayani',
  'state-idle': 'siap',
  'state-unstaffed': 'belum ada petugas',
  leftWaiting: 'ada antrean, loket kosong',
  'state-closed': 'tutup',
  onePerson: 'satu orang menunggu',
  noOneWaits: 'tidak ada antrean',
  waitingCount: (count: number) => `${count} menunggu`,
  counters: (open: number, total: number) => `${open} dari ${total} loket`,
  longest: (duration: string) => `terlama ${duration}`,
  opens: (when: string) => `buka ${when}`,
  opensUnknown: 'jadwal buka belum ada',
  noBooths: 'Belum ada instansi di mal ini.',
  noBoothsNext: 'Administrator menambahkan instansi lebih dulu.',
  boothTable: 'Gerai sebagai tabel',
  boothPlan: 'Gerai di denah',
  boothPlanWords: 'Keadaan tiap gerai juga ada di daftar di atas.',
  agency: 'Instansi',
  zone: 'Zona',
  stateHead: 'Keadaan',
  waitingHead: 'Menunggu',
  countersHead: 'Loket buka',
  aboutHead: 'Perkiraan, menit',
  almostSureHead: '9 dari 10, menit',

  // needs a hand
  attention: 'Perlu perhatian',
  unstaffedTitle: (agency: string) => `${agency}: ada antrean, loket kosong`,
  unstaffedText: (count: number, longest: string) => `${count} orang menunggu, terlama ${longest}.`,
  allCalm: 'Semua antrean punya petugas.',
  closedBooths: 'Gerai tutup',
  noneClosed: 'Semua gerai buka.',

  // charts
  arrivals: 'Kedatangan per jam',
  arrivalsSentence: (total: string, peak: string, count: string) =>
    `${total} nomor diambil hari ini, terbanyak pukul ${peak}: ${count}.`,
  arrivalsNone: 'Belum ada nomor diambil hari ini.',
  hour: 'Jam',
  visits: 'Kunjungan',
  issued: 'Nomor diambil',
  thisHour: 'kini',
  waits: 'Waktu tunggu per instansi',
  waitsKeyAbout: 'perkiraan',
  waitsKeySure: '9 dari 10 orang, menit',
  waitsSentence: (longest: string, about: string, sure: string) =>
    `Terlama ${longest}: kira-kira ${about} menit, hampir pasti di bawah ${sure} menit.`,
  waitsAtOnce: (count: number) => `${count} instansi langsung melayani.`,
  waitsNone: 'Belum ada loket buka, jadi belum ada perkiraan.',

  // day report
  reportTitle: (day: string) => `Laporan ${day}`,
  reportShort: 'Laporan harian',
  madeAt: (time: string) => `Dihitung ulang ${time}`,
  dayBefore: 'Hari sebelumnya',
  dayAfter: 'Hari sesudahnya',
  withSimulated: (count: string) => `Termasuk ${count} nomor simulasi.`,
  withoutSimulated: (count: string) => `${count} nomor simulasi tidak ikut dihitung.`,
  noSimulated: 'Tidak ada nomor simulasi hari ini.',
  leaveOut: 'Tanpa simulasi',
  include: 'Dengan simulasi',
  downloadCsv: 'Unduh CSV',
  print: 'Cetak',
  pickDay: 'Pilih hari',
  show: 'Tampilkan',
  reportEmpty: 'Tidak ada nomor diambil pada hari ini.',
  reportEmptyNext: 'Lihat hari lain, atau sertakan nomor simulasi.',
  total: 'Seluruh mal',
  served: 'Dilayani',
  stillOpen: 'Belum selesai',
  outcomes: 'Hasil',
  'outcome-finished': 'Selesai di sini',
  'outcome-in-process': 'Dalam proses',
  'outcome-consultation': 'Konsultasi',
  'outcome-refused': 'Belum bisa',
  'outcome-left': 'Pergi',
  'outcome-absent': 'Tidak datang',
  'outcome-not-served': 'Tidak sempat dilayani',
  waitMinutes: 'Menunggu, menit',
  serviceMinutes: 'Pelayanan, menit',
  mean: 'rata-rata',
  median: 'separuh di bawah',
  ninety: '9 dari 10 di bawah',
  counted: (count: string) => `dari ${count} orang`,
  rating: 'Penilaian',
  ratingOf: (mean: string) => `${mean} dari 4`,
  ratingCount: (count: string) => `${count} penilaian`,
  noRating: 'Belum ada penilaian.',
  code: 'Kode',
  ratingsHead: 'Jumlah penilaian',
  daySentence: (total: string, peak: string, count: string) =>
    `${total} nomor diambil, terbanyak pukul ${peak}: ${count}.`,
  countsAndOutcomes: 'Nomor dan hasil',
  minutesAndRating: 'Waktu dan penilaian',
  waitMinutesShort: 'Tunggu',
  serviceMinutesShort: 'Layan',
  waitMinutesCount: 'Orang yang menunggu',
  serviceMinutesCount: 'Orang yang dilayani',
  byService: 'Per layanan',
  byHour: 'Per jam',
  service: 'Layanan',
  meaning: 'Menunggu dihitung dari ambil nomor sampai panggilan pertama.',
  dayMalformed: 'Tanggal ini tidak terbaca.',
  dayMalformedNext: 'Tulis tahun, bulan, tanggal, misalnya 2026-11-24.',
  dayFuture: 'Hari ini belum terjadi.',
  dayFutureNext: 'Laporan ada mulai hari itu sendiri.',
  ownPlace: 'Ke halaman kerja saya',
} satisfies Catalogue;
