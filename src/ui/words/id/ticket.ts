import type { Catalogue } from '../word.ts';

/** Words of a ticket on its holder's phone. */
export const ticket = {
  title: 'Nomor antrean Anda',
  label: (code: string) => `Nomor antrean ${code}`,
  tabWaiting: (code: string, ahead: string) => `${code}: ${ahead} orang lagi`,
  tabNext: (code: string) => `${code}: giliran berikutnya`,
  tabCalled: (code: string, counter: string) => `Loket ${counter}! ${code} dipanggil`,
  tabHeld: (code: string) => `${code}, ditahan`,
  tabServing: (code: string) => `${code}: sedang dilayani`,
  tabDone: (code: string) => `${code}: selesai`,
  tabGoesOn: (code: string, next: string) => `${code}: lanjut dengan ${next}`,
  tabExpired: (code: string) => `${code}: sudah tidak berlaku`,

  // waiting
  aheadCount: (n: string) => `${n} orang`,
  aheadAfter: 'sebelum Anda',
  aheadNear: (n: string) => `${n} orang lagi`,
  nextUp: 'Giliran berikutnya',
  nearAfter: 'sampai giliran Anda',
  beThereBy: 'Ada di ruang tunggu paling lambat',
  beThereNow: 'Silakan menuju ruang tunggu sekarang',
  inMinutes: (zone: string, minutes: string) => `${zone}, ${minutes} menit lagi`,
  noForecast: 'Perkiraan waktu belum ada',
  noForecastText: 'Belum ada loket yang buka. Tetap di dekat ruang tunggu.',
  priority: 'prioritas, maju 20 menit',

  // where
  place: (zone: string, floor: string) => `${zone}, ${floor}`,
  sitFacing: (zone: string) => `Duduk menghadap papan ${zone}. Loket disebut saat dipanggil.`,
  goThere: (zone: string) => `Silakan menuju ${zone}.`,

  // called and serving
  calledTo: 'Anda dipanggil. Silakan ke',
  counter: (n: string) => `Loket ${n}`,
  calledAt: (time: string) => `Dipanggil ${time}.`,
  calledAgain: (times: string) => `Sudah dipanggil ${times} kali.`,
  held: 'Nomor Anda ditahan',
  heldText: (time: string) => `Tadi Anda dipanggil. Tempat Anda dijaga sampai ${time}.`,
  heldOver:
    'Waktu tahannya sudah lewat. Hari ini Anda masih bisa masuk antrean lagi, mulai saat Anda melapor.',
  heldNext: (counter: string, zone: string) =>
    counter === '' ? `Temui petugas di ${zone}.` : `Temui petugas di loket ${counter}, ${zone}.`,
  here: 'Saya sudah di sini',
  hereHint: 'Tekan setelah Anda berada di ruang tunggu. Nomor Anda kembali ke antrean.',
  giveUp: 'Saya tidak jadi datang',
  cannotCome: 'Saya tidak bisa datang',
  giveUpTitle: (code: string) => `Lepas nomor ${code}?`,
  giveUpText:
    'Tempat Anda diberikan kepada orang lain. Nomor yang sudah dilepas tidak bisa dipakai lagi hari ini.',
  giveUpYes: (code: string) => `Ya, lepas nomor ${code}`,
  keepNumber: 'Tidak, saya tetap antre',
  servingAt: 'Anda sedang dilayani di',
  servingText: 'Halaman ini menunjukkan hasilnya setelah selesai.',

  // done
  finished: 'Selesai',
  finishedText: 'Urusan Anda selesai di loket. Terima kasih sudah datang.',
  inProcess: 'Sedang diproses',
  inProcessText: 'Berkas Anda diterima dan diproses. Simpan tanda terima dari petugas.',
  consultation: 'Konsultasi selesai',
  consultationText: 'Semoga jelas. Ada yang kurang? Tanyakan ke meja informasi.',
  refused: 'Belum bisa diterbitkan',
  refusedText: (reason: string) => `Alasannya: ${reason}`,
  refusedNext: 'Lengkapi, lalu ambil nomor baru. Tanyakan ke meja informasi bila ragu.',
  left: 'Nomor ini sudah dilepas',
  leftText: 'Anda membatalkan, atau pergi sebelum selesai dilayani. Ambil nomor baru bila perlu.',
  absent: 'Tadi Anda dipanggil',
  absentText: (times: string) => `Nomor ini dipanggil ${times} kali, tetapi tidak ada yang datang.`,
  absentNext: 'Ambil nomor baru di kios, atau temui meja informasi.',
  notServed: 'Hari itu Anda belum dilayani',
  notServedText: 'Ini kekurangan kami. Tunjukkan halaman ini ke meja informasi.',
  carriedText: 'Ini kekurangan kami. Anda sudah mengambil nomor baru yang didahulukan.',
  eveningTitle: (agency: string) => `${agency} sudah tutup hari ini`,
  firstTitle: 'Berikutnya Anda didahulukan',
  todayTitle: 'Hari ini Anda didahulukan',
  lapsedTitle: 'Giliran yang didahulukan sudah lewat',
  eveningText: (when: string) =>
    `Maaf, Anda belum dilayani. Anda didahulukan saat buka lagi, ${when}. Ambil nomornya di halaman ini, hari itu saja.`,
  firstText: (when: string) => `Ambil nomornya di halaman ini mulai ${when}. Berlaku hari itu saja.`,
  firstOpenEnd: 'Hari bukanya belum pasti. Buka lagi halaman ini, atau tanyakan ke meja informasi.',
  firstUnknownDay: 'Daftar hari libur tahun itu belum ada, jadi harinya bisa bergeser.',
  firstNoPhone: (code: string, agency: string) =>
    `Tanpa ponsel: sebutkan nomor ${code} kepada petugas ${agency}.`,
  todayText: 'Nomor Anda dipanggil seolah-olah Anda datang paling awal pagi ini.',
  takeFirst: 'Ambil nomor saya hari ini',
  lapsedText: (day: string) => `Giliran itu berlaku ${day}. Sekarang ambil nomor baru di kios.`,
  carriedOn: 'Nomor ini didahulukan. Giliran dan tempatnya ada di halaman nomor itu.',
  redirected: 'Anda dialihkan',
  redirectedText: 'Tadi kami salah arah. Waktu antre Anda tetap dihitung sejak awal.',
  goesOn: (code: string) => `Nomor Anda sekarang ${code}`,
  goesOnText: 'Kunjungan Anda berlanjut dengan nomor ini. Giliran dan tempatnya ada di halaman nomor itu.',
  openNext: (code: string) => `Lihat giliran ${code}`,

  // expired
  expired: 'Sudah tidak berlaku',
  expiredText: (day: string) => `Nomor ini untuk ${day}.`,
  expiredNext: 'Ambil nomor baru di kios. Belum dilayani waktu itu? Tunjukkan halaman ini ke petugas.',

  // rating
  rateTitle: 'Bagaimana layanannya?',
  rateHint: 'Satu jawaban, tanpa nama.',
  rate4: 'Sangat baik',
  rate3: 'Baik',
  rate2: 'Kurang baik',
  rate1: 'Tidak baik',
  rateSend: 'Kirim jawaban',
  rateChoose: 'Pilih satu jawaban, lalu kirim.',
  rated: 'Terima kasih. Jawaban Anda sudah kami terima.',
  ratedAnswer: (answer: string) => `Jawaban Anda: ${answer}.`,

  // below
  bring: (n: string) => `Bawa ${n} dokumen asli`,
  service: 'Lihat syarat layanan ini',
  keep: 'Simpan atau bagikan halaman ini',
  keepText: 'Siapa pun yang membuka tautan ini melihat nomor yang sama, tanpa nama.',
  share: 'Bagikan',
  updated: (time: string) => `Diperbarui ${time}.`,
  fairness: 'Yang datang lebih dari 30 menit setelah Anda tidak akan mendahului.',
  refreshes: 'Halaman ini memperbarui diri.',
  staleBar: 'Sambungan terputus. Yang terlihat adalah keadaan terakhir.',
  newNumber: 'Lihat layanan',

  // a booth shut while one waits
  boothClosed: (agency: string, reason: string) => `Gerai ${agency} tutup sementara: ${reason}.`,
  boothClosedUntil: (when: string) =>
    `Buka lagi ${when}. Nomor Anda tetap aman, antrean berlanjut dari sini.`,
  boothClosedOpenEnd: 'Jam bukanya belum pasti. Nomor Anda tetap aman, kabar berikutnya muncul di sini.',

  // what happened to the number
  history: 'Riwayat nomor ini',
  'was-issued': 'Nomor diambil.',
  'was-came-from': (from: string) => `Dialihkan dari nomor ${from}.`,
  'was-carried-from': (from: string) => `Didahulukan, karena nomor ${from} belum kami layani.`,
  'was-called': (counter: string) => `Dipanggil ke loket ${counter}.`,
  'was-called-again': (counter: string) => `Dipanggil lagi ke loket ${counter}.`,
  'was-undone': 'Panggilan dibatalkan. Tempat Anda tetap.',
  'was-started': (counter: string) => `Mulai dilayani di loket ${counter}.`,
  'was-held': (until: string) => `Nomor ditahan, tempatnya dijaga sampai ${until}.`,
  'was-held-by-clock': (until: string) => `Tidak ada yang datang, nomor ditahan sampai ${until}.`,
  'was-returned': 'Kembali ke antrean, di tempat semula.',
  'was-returned-late': 'Kembali ke antrean. Waktunya dihitung dari sini.',
  'was-put-back': 'Loketnya tidak melayani lagi. Kembali ke antrean, di tempat semula.',
  'was-led-on': (next: string) => `Dilanjutkan dengan nomor ${next}.`,
  'was-closed': (reason: string) => `Gerai tutup sementara: ${reason}.`,
  'was-reopened': 'Gerai buka lagi.',
} satisfies Catalogue;
