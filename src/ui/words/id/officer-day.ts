import type { Catalogue } from '../word.ts';

/** An officer's own day in numbers. */
export const officerDay = {
  dayTitle: 'Hari Anda',
  dayLead: 'Untuk Anda sendiri. Tidak dibandingkan dengan rekan.',
  dayEmpty: 'Belum ada yang Anda layani hari ini.',
  dayEmptyNext: 'Angkanya muncul setelah orang pertama selesai.',
  dayServed: 'dilayani',
  dayFinished: 'selesai di sini',
  dayRest: 'giliran istirahat',
  dayNoRest: 'tidak ada lagi',
  dayWaits: 'Lama mereka menunggu',
  dayWaitsSentence: (soon: string, all: string) => `${soon} dari ${all} orang dipanggil dalam 30 menit.`,
  dayBand: (from: number, until: number | undefined) =>
    until === undefined ? `> ${from}` : `${from}–${until}`,
  dayBandHead: 'Menit menunggu',
  dayPeopleHead: 'Orang',
  dayServices: 'Waktu per layanan',
  dayServicesLead: 'Perkiraan diambil dari standar pelayanan. Berbeda itu biasa, keperluan orang berbeda.',
  dayServiceHead: 'Layanan',
  dayServedHead: 'Dilayani',
  dayOwnHead: 'Biasanya, menit',
  dayExpectedHead: 'Perkiraan, menit',
  dayMore: 'Lihat hari Anda',
} satisfies Catalogue;
