import type { Catalogue } from '../word.ts';
import { officerDay } from './officer-day.ts';
import { officerSeat } from './officer-seat.ts';

export const officer = {
  ...officerDay,
  ...officerSeat,
  title: 'Loket',
  closures: 'Penutupan',
  colleagues: 'Petugas',
  counterTitle: (number: number) => `Loket ${number}`,
  place: (agency: string, zone: string) => `${agency}, ${zone}`,
  openSince: (time: string) => `Buka sejak ${time}`,
  notSeated: 'Belum di loket',

  // choosing a counter
  chooseTitle: 'Anda duduk di loket mana?',
  chooseLead: 'Pilih satu. Antrean baru bisa dipanggil setelah loket buka.',
  openCounter: (number: number) => `Buka loket ${number}`,
  takeOver: (number: number) => `Ambil alih loket ${number}`,
  free: 'kosong',
  takenBy: (name: string) => `dipakai ${name}`,
  takenByYou: 'loket Anda',
  simulatedOfficer: 'petugas simulasi',
  chooseOther: (name: string) => `Masih dipakai ${name}.`,
  noCounters: 'Instansi Anda belum punya loket.',
  noCountersNext: 'Minta administrator menambahkannya.',
  waitingNow: (waiting: number, counters: number) => `${waiting} menunggu, ${counters} loket buka`,

  // who is here
  nowHere: 'Sekarang di loket ini',
  nobody: 'Belum ada yang dipanggil',
  nobodyWaits: 'Antrean kosong. Nomor baru muncul sendiri di sini.',
  sinceCall: 'menit sejak dipanggil',
  sinceServing: 'menit melayani',
  calledTimes: (times: number) => `dipanggil ${times} kali`,
  calledNow: 'Menuju loket Anda',
  servingNow: 'Sedang dilayani',
  arrivedAndCalled: (arrived: string, called: string) => `Ambil nomor ${arrived}, dipanggil ${called}`,
  simulated: 'simulasi',
  priority: 'prioritas',
  priorityAhead: (minutes: number) => `prioritas, maju ${minutes} mnt`,
  ahead: (minutes: number) => `maju ${minutes} mnt`,

  // requirements and visit
  requirements: 'Berkas yang diperlukan',
  requirementsHint: 'Daftar untuk dilihat. Belum ada yang dicatat di sini.',
  requirementsUnknown: 'Persyaratan layanan ini belum dimasukkan.',
  visit: 'Kunjungan ini',
  tookNumber: 'Ambil nomor',
  cameFrom: (code: string) => `Lanjutan dari ${code}`,
  tookNumberAtKiosk: 'Ambil nomor di kios',
  calledTo: (counter: number) => `Dipanggil ke loket ${counter}`,
  servingBegan: 'Mulai dilayani',
  waited: (duration: string) => `Menunggu ${duration}`,
  nothingHere: 'Terisi setelah ada yang dipanggil.',

  // outcomes and actions
  outcome: 'Hasil',
  'outcome-finished': 'Selesai di sini',
  'outcome-in-process': 'Dalam proses',
  'outcome-consultation': 'Konsultasi saja',
  'outcome-refused': 'Belum bisa, ada alasan',
  'outcome-left': 'Pergi sebelum selesai',
  reason: 'Alasan, dibaca pemohon',
  reasonHint: 'Satu kalimat: apa yang kurang dan apa yang bisa dilakukan.',
  call: 'Panggil berikutnya',
  callCode: (code: string) => `Panggil ${code}`,
  start: (code: string) => `Mulai melayani ${code}`,
  finishAndCall: (code: string) => `Selesai, panggil ${code}`,
  finishLast: 'Selesai',
  finishOnly: 'Selesai saja',
  recall: 'Panggil ulang',
  transfer: 'Alihkan',
  callOther: 'Panggil nomor lain',
  notNow: 'Tidak jadi',
  undo: 'Batalkan panggilan',
  absent: 'Tidak datang',
  hold: (minutes: number) => `Tahan ${minutes} menit`,
  returned: 'Kembali',
  close: 'Tutup loket',
  space: 'Spasi',
  whyNoOutcome: 'Hasil dipilih setelah pelayanan dimulai.',
  whyOtherCounter: 'Yang menunggu perlu loket lain.',
  elsewhere: (counters: string) =>
    counters === '' ? 'Belum ada loket buka untuk layanan ini.' : `Untuk loket ${counters}.`,
  nextHere: (code: string, why: string, passed: number) =>
    `${code} berikutnya di loket ini: ${why}; ${passed} orang sebelumnya perlu loket lain.`,
  wholeHistory: 'Riwayat',
  findNumber: 'Cari nomor',
  whyNoCall: 'Belum ada yang menunggu.',
  whyNoRecall: 'Hanya sebelum pelayanan dimulai.',
  whyRecallLimit: (calls: number) => `Sudah dipanggil ${calls} kali: tahan atau tandai tidak datang.`,
  whyNoUndo: 'Sudah mulai dilayani.',
  whyUndoLate: (seconds: number) => `Hanya dalam ${seconds} detik sesudah dipanggil.`,
  whyNoHold: 'Panggil dulu, baru bisa ditahan.',
  whyHoldLimit: 'Sudah dua kali ditahan.',
  whyNoTransfer: 'Panggil dulu, baru bisa dialihkan.',
  whyPaused: 'Loket sedang istirahat.',
  whyNoAbsent: 'Sudah mulai dilayani.',
  whyNoFinish: 'Mulai melayani dulu.',
  whyNobody: 'Panggil nomor dulu.',
  whyNoClose: 'Selesaikan dulu.',
  whyOffline: 'Sambungan terputus.',

  // what happened, for eyes and ears
  saidCalled: (code: string, counter: number) => `${code} dipanggil ke loket ${counter}.`,
  saidFinishedAndCalled: (done: string, code: string) => `${done} selesai. ${code} dipanggil.`,
  saidFinishedNobody: (done: string) => `${done} selesai. Tidak ada yang menunggu.`,
  saidFinished: (code: string) => `${code} selesai.`,
  saidRecalled: (code: string, times: number) => `${code} dipanggil lagi, ${times} kali.`,
  saidUndone: (code: string) => `Panggilan ${code} dibatalkan. Nomor itu kembali di tempatnya.`,
  saidStarted: (code: string) => `Mulai melayani ${code}.`,
  saidAbsent: (code: string) => `${code} dicatat tidak datang.`,
  saidHeld: (code: string, time: string) => `${code} ditahan sampai ${time}. Loket Anda kosong.`,
  saidTransferred: (code: string, next: string, agency: string, zone: string) =>
    `${code} menjadi ${next} di ${agency}, ${zone}. Sampaikan nomor barunya.`,
  saidCalledOther: (code: string, counter: number, passed: number) =>
    `${code} dipanggil ke loket ${counter}, ${passed} orang dilewati.`,
  saidReturned: (code: string) => `${code} kembali ke tempatnya di antrean.`,
  saidReturnedLate: (code: string) => `${code} kembali, waktu tahannya lewat. Antre lagi mulai sekarang.`,
  saidOpened: (number: number) => `Loket ${number} buka.`,
  saidClosed: (number: number) => `Loket ${number} tutup.`,

  // the line
  queue: 'Antrean',
  queueOrder: 'Urutan panggilan',
  number: 'Nomor',
  service: 'Layanan',
  waiting: 'Menunggu',
  held: 'Ditahan',
  heldUntil: (time: string) => `tempatnya dijaga sampai ${time}`,
  heldOver: 'waktunya lewat, bisa kembali dari belakang',
  returnCode: (code: string) => `${code} sudah kembali`,
  queueEmpty: 'Tidak ada yang menunggu.',
  queueMore: (count: number) => `dan ${count} lagi`,
  servedToday: 'dilayani hari ini',
  meanMinutes: 'menit rata-rata',
  finishedHere: 'selesai di sini',
  ownDay: 'Hari Anda',

  // why somebody is next
  nextBecause: (code: string, why: string) => `${code} berikutnya: ${why}.`,
  whyCame: (time: string) => `datang ${time}, paling awal di antrean`,
  whyPriority: (time: string, minutes: number) => `datang ${time}, maju ${minutes} menit sebagai prioritas`,
  whyAppointment: (time: string, minutes: number) =>
    `datang ${time}, maju ${minutes} menit karena janji temu`,
  whyReturned: (time: string) => `kembali tepat waktu, tempatnya sejak ${time} tetap`,
  whyReturnedLate: (time: string) => `kembali setelah waktu tahannya lewat, antre lagi sejak ${time}`,
  whyRedirected: (from: string, time: string) =>
    `dialihkan dari ${from} karena kami salah arah, dihitung sejak ${time}`,
  whyNextStop: (from: string, minutes: number) =>
    `lanjut dari ${from}, maju ${minutes} menit karena sudah menunggu di sana`,

  // going on at another service
  transferTitle: (code: string) => `Alihkan ${code}`,
  transferWhy: 'Kenapa dialihkan?',
  'transfer-desk-error': 'Kami salah arah',
  'transfer-next-stop': 'Singgah berikutnya',
  transferErrorHint: 'Waktu antrenya tetap dihitung sejak awal.',
  transferNextHint: (minutes: number) =>
    `Urusan di sini selesai. Separuh waktu tunggunya ikut dihitung, paling banyak ${minutes} menit.`,
  transferOnlyError: 'Singgah berikutnya bisa dipilih setelah pelayanan dimulai.',
  transferAgency: 'Ke instansi mana?',
  transferService: 'Layanan apa?',
  transferOutcome: 'Hasil di sini',
  transferTo: (agency: string) => `Alihkan ke ${agency}`,
  transferChooseWhy: 'Pilih salah satu.',
  transferChooseAgency: 'Pilih instansinya.',
  transferChooseService: 'Pilih layanannya.',
  targetsLoading: 'Daftar layanan sedang dibuka.',
  targetOpen: (agency: string, waiting: number, minutes: number) =>
    `${agency}: ${waiting} menunggu, kira-kira ${minutes} mnt`,
  targetNoCounter: (agency: string, waiting: number) =>
    `${agency}: ${waiting} menunggu, belum ada loket buka`,
  targetClosed: (agency: string) => `${agency}: tidak memberi nomor sekarang`,
  reasonShort: 'Tulis alasannya, paling sedikit 3 huruf.',

  // calling out of turn
  outOfTurn: 'di luar urutan',
  callOtherRow: (code: string) => `${code}, panggil di luar urutan`,
  callOtherTitle: 'Panggil di luar urutan',
  callOtherLead: 'Alasan dan nomor yang dilewati dicatat. Urutan yang lain tidak berubah.',
  callOtherWho: 'Nomor siapa?',
  callOtherOption: (code: string, service: string, waited: string) =>
    `${code}, ${service}, menunggu ${waited}`,
  callOtherChoose: 'Pilih nomornya.',
  callOtherReason: 'Alasan memanggil lebih dulu',
  callOtherReasonHint: 'Misalnya: lansia kurang sehat.',
  callOtherPassed: (count: number) => (count === 0 ? 'Tidak ada yang dilewati.' : `${count} orang dilewati.`),

  // the keys
  keyHelp: 'Daftar tombol',
  keysTitle: 'Tombol pintas',
  keysLead: 'Berlaku saat Anda tidak sedang mengetik.',
  keyMain: 'Tombol besar: panggil, mulai, selesai',
  keyOutcome: 'Memilih hasil',
  keyRows: 'Berpindah baris di antrean',

  // shortcuts and states
  shortcuts: 'Tombol pintas',
  noScript: 'Konsol ini perlu JavaScript.',
  noScriptNext: 'Yang terlihat di bawah hanya antrean saat halaman dibuka.',
  signedOut: 'Sesi Anda berakhir.',
  signInAgain: 'Masuk lagi',

  // a counter that was given free
  seatFreed: (counter: number, time: string) => `Loket ${counter} dibebaskan ${time}`,
  seatFreedWhy: (minutes: number) =>
    `Selama ${minutes} menit tidak ada kabar dari layar Anda. Yang tadi dipanggil kembali ke tempatnya di antrean. Pilih loket untuk mulai lagi.`,

  // whom we did not serve on the last day
  whyCarried: (from: string) => `didahulukan karena nomornya hari kerja lalu, ${from}, tidak sempat dilayani`,
  firstPlaces: 'Belum dilayani',
  firstPlacesTitle: 'Belum dilayani hari kerja lalu',
  firstPlacesLead:
    'Mereka datang dan tidak sempat kami layani. Hari ini mereka didahulukan, satu kali. Cocokkan nomor di karcisnya, lalu beri nomor hari ini.',
  firstPlacesEmpty: 'Tidak ada yang tertinggal',
  firstPlacesEmptyText: 'Semua yang datang hari kerja lalu sudah dilayani atau sudah mengambil nomornya.',
  firstPlaceTaken: 'Diambil',
  giveFirst: 'Beri nomor hari ini',
  giveFirstCode: (code: string) => `Beri nomor hari ini untuk ${code}`,
  gaveFirst: (code: string, next: string) => `${code} sekarang bernomor ${next}`,
  gaveFirstNext: 'Sebutkan nomor baru ini kepada pemohon. Nomornya dipanggil di depan.',
} satisfies Catalogue;
