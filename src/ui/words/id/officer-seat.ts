import type { Catalogue } from '../word.ts';

/** The officer's own seat: breaks. */
export const officerSeat = {
  breakAsk: 'Istirahat',
  restNext: (from: string, until: string) => `Giliran istirahat ${from} sampai ${until}.`,
  restNow: (until: string) => `Sekarang giliran istirahat Anda, sampai ${until}.`,
  rotation: 'Giliran istirahat',
  otherCounters: 'Loket lain',
  otherLead: 'Loket tetap milik Anda sampai rekan menerimanya. Orang yang sedang di loket tidak pindah.',
  keySwitch: 'Pindah ke loket kedua',
  secondTitle: 'Buka loket kedua',
  secondLead: 'Keduanya memanggil sendiri-sendiri, satu orang di tiap loket.',
  secondNone: 'Tidak ada loket lain yang kosong.',
  openToo: (number: number) => `Buka juga loket ${number}`,
  switchTo: (number: number) => `Ke loket ${number}`,
  switchToCode: (number: number, code: string) => `Ke loket ${number}, ${code}`,
  offer: 'Serahkan ke rekan',
  offerBack: 'Batal serahkan',
  offeredBy: (name: string) => `diserahkan ${name}`,
  accept: (number: number) => `Terima loket ${number}`,
  saidOffered: (number: number) => `Menunggu rekan menerima loket ${number}.`,
  saidOfferBack: (number: number) => `Loket ${number} tidak jadi diserahkan.`,
  breakTitle: 'Loket berhenti memanggil',
  breakLead: 'Papan menulis loket jeda dan kapan buka lagi, tanpa alasannya.',
  breakWhy: 'Untuk apa',
  'break-rest': 'Istirahat',
  'break-prayer': 'Salat',
  'break-other': 'Keperluan lain',
  breakLong: 'Kira-kira berapa lama',
  minutesLong: (minutes: number) => `${minutes} menit`,
  breakNow: 'Mulai sekarang',
  breakAfter: (code: string) => `Mulai setelah ${code} selesai`,
  breakAfterNote: (code: string, minutes: number) => `Jeda ${minutes} menit setelah ${code} selesai.`,
  breakCancel: 'Tidak jadi jeda',
  finishThenBreak: 'Selesai, lalu jeda',
  resume: 'Buka lagi',
  pausedUntil: (time: string) => `Jeda sampai ${time}`,
  'paused-rest': (time: string) => `Istirahat sampai ${time}`,
  'paused-prayer': (time: string) => `Salat sampai ${time}`,
  'paused-other': (time: string) => `Keperluan lain sampai ${time}`,
  pausedLine: (waiting: number) =>
    waiting === 0
      ? 'Loket tetap milik Anda. Tidak ada yang menunggu.'
      : `Loket tetap milik Anda. ${waiting} orang menunggu.`,
  pausedOver: (minutes: number) =>
    minutes === 0
      ? 'Waktunya sudah sampai. Buka lagi kalau sudah siap.'
      : `Lewat ${minutes} menit dari perkiraan. Buka lagi kalau sudah siap.`,
  minutesLeft: 'menit lagi',
  saidPaused: (number: number) => `Loket ${number} jeda.`,
  saidPausedAfter: (code: string) => `Loket jeda setelah ${code} selesai.`,
  saidResumed: (number: number) => `Loket ${number} memanggil lagi.`,
} satisfies Catalogue;
