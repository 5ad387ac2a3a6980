import type { RefusalCatalogue } from '../refusal-facts.ts';
import { counterRefusals } from './refusals-counters.ts';
import { catalogueRefusals } from './refusals-catalogue.ts';
import { holderRefusals } from './refusals-holder.ts';
import { scheduleRefusals } from './refusals-schedule.ts';
import { staffRefusals } from './refusals-staff.ts';
import { agreementRefusals } from './refusals-agreements.ts';
import { studyRefusals } from './refusals-studies.ts';
import { boardRefusals } from './devices/refusals.ts';

const ask = 'Tanyakan ke meja informasi.';

/** Each refusal: the answer in one sentence of at most 15 words, then the next step. Never blames the reader. */
export const refusals: RefusalCatalogue = {
  ...counterRefusals,
  ...catalogueRefusals,
  ...scheduleRefusals,
  ...staffRefusals,
  ...holderRefusals,
  ...boardRefusals,
  ...agreementRefusals,
  ...studyRefusals,
  AGENCY_CLOSED: ({ agency, opensAt, reason }) => ({
    message: `${agency ?? 'Instansi ini'} sedang tutup${reason ? `: ${reason}` : ''}.`,
    next: opensAt ? `Buka lagi ${opensAt}.` : `Lihat jadwalnya.`,
  }),
  BOOTH_CLOSED: ({ agency, opensAt, reason }) => ({
    message: `Gerai ${agency ?? 'ini'} ${reason ? `tutup sementara: ${reason}` : 'sedang tutup'}.`,
    next: opensAt ? `Buka lagi ${opensAt}. Nomor yang sudah diambil tetap aman.` : ask,
  }),
  HOLIDAY: ({ agency, name, opensAt }) => ({
    message: `${agency ?? 'Instansi ini'} libur${name ? `, ${name}` : ' hari ini'}.`,
    next: opensAt ? `Buka lagi ${opensAt}.` : 'Jadwalnya ada di portal.',
  }),
  SITE_NOT_YET: ({ agency, day, opensAt }) => ({
    message: `${agency ?? 'Gerai ini'} belum dibuka${day ? `, mulai ${day}` : ''}.`,
    next: opensAt ? `Nomor diberikan mulai ${opensAt}.` : 'Datanglah pada hari itu.',
  }),
  SITE_OVER: ({ agency, day }) => ({
    message: `${agency ?? 'Gerai ini'} sudah selesai${day ? `, terakhir ${day}` : ''}.`,
    next: 'Cari layanannya di instansi lain, atau tanya petugas informasi.',
  }),
  INTAKE_ENDED: ({ agency, opensAt }) => ({
    message: `Pengambilan nomor ${agency ?? 'hari ini'} sudah berakhir.`,
    next: opensAt ? `Datang lagi ${opensAt}.` : 'Jadwalnya ada di portal.',
  }),
  QUOTA_FULL: ({ agency, limit, opensAt }) => ({
    message: `Nomor ${agency ? `${agency} ` : ''}hari ini habis${limit ? `, ${limit} sudah diambil` : ''}.`,
    next: opensAt ? `Nomor baru ada ${opensAt}.` : `Coba besok pagi.`,
  }),
  SERIES_EXHAUSTED: ({ agency }) => ({
    message: `Nomor ${agency ?? 'instansi ini'} sudah sampai 999 hari ini.`,
    next: 'Petugas di meja informasi akan membantu Anda.',
  }),
  NO_COUNTER: ({ agency }) => ({
    message: `Belum ada loket ${agency ?? 'instansi ini'} yang dibuka.`,
    next: 'Tunggu sebentar, lalu coba lagi. ' + ask,
  }),
  SERVICE_UNKNOWN: () => ({
    message: 'Layanan ini tidak ada di mal ini.',
    next: 'Cari dengan kata lain, atau lihat daftar semua layanan.',
  }),
  TICKET_UNKNOWN: () => ({
    message: 'Nomor antrean ini tidak kami temukan.',
    next: 'Periksa nomor dan alamat pada karcis, atau tanyakan ke meja informasi.',
  }),
  TICKET_EXPIRED: ({ number }) => ({
    message: `Nomor ${number ?? 'ini'} untuk hari sebelumnya, sudah tidak berlaku.`,
    next: 'Ambil nomor baru. Bila kemarin Anda belum dilayani, sebutkan kepada petugas.',
  }),
  OTHER_AGENCY: ({ agency }) => ({
    message: `Nomor ini milik ${agency ?? 'instansi lain'}.`,
    next: 'Arahkan pengunjung ke loket yang tertulis pada nomornya.',
  }),
  DEVICE_NOT_PAIRED: () => ({
    message: 'Perangkat ini belum dikenali.',
    next: 'Minta kode pemasangan kepada manajer, lalu ketik di sini.',
  }),
  PAIRING_CODE_WRONG: () => ({
    message: 'Kode pemasangan tidak cocok.',
    next: 'Periksa lagi huruf dan angkanya, lalu coba sekali lagi.',
  }),
  PAIRING_EXPIRED: () => ({
    message: 'Kode pemasangan sudah tidak berlaku.',
    next: 'Minta kode baru kepada manajer.',
  }),
  NOTHING_WAITING: () => ({
    message: 'Tidak ada yang menunggu sekarang.',
    next: 'Nomor berikutnya muncul di sini begitu ada yang datang.',
  }),
  NOT_WAITING: ({ number }) => ({
    message: `Nomor ${number ?? 'ini'} tidak sedang menunggu.`,
    next: 'Muat ulang untuk melihat keadaan terakhir.',
  }),
  NOT_HELD: () => ({
    message: 'Nomor ini tidak sedang ditahan.',
    next: 'Muat ulang konsol untuk melihat keadaannya.',
  }),
  UNDO_LATE: ({ seconds }) => ({
    message: 'Panggilan ini tidak bisa dibatalkan lagi.',
    next: `Hanya bisa ${seconds ? `dalam ${seconds} detik` : 'sesaat'} sesudah dipanggil dan sebelum dilayani.`,
  }),
  RECALL_LIMIT: ({ calls }) => ({
    message: `Nomor ini sudah ${calls ? `dipanggil ${calls} kali` : 'cukup sering dipanggil'}.`,
    next: 'Tahan nomornya, atau tandai tidak datang.',
  }),
  SAME_SERVICE: () => ({
    message: 'Itu layanan yang sama dengan nomor ini.',
    next: 'Pilih layanan lain, atau layani di sini.',
  }),
  HOLD_LIMIT: () => ({
    message: 'Nomor ini sudah dua kali ditahan.',
    next: 'Layani sekarang, atau catat tidak datang. Hari ini ia boleh ambil nomor baru.',
  }),
  NOT_CALLED: ({ number }) => ({
    message: `Nomor ${number ?? 'ini'} belum dipanggil.`,
    next: 'Panggil dulu, lalu mulai melayani.',
  }),
  NOT_SERVING: ({ number }) => ({
    message: `Nomor ${number ?? 'ini'} belum mulai dilayani.`,
    next: 'Tekan mulai melayani, lalu pilih hasilnya.',
  }),
  ALREADY_DONE: ({ number }) => ({
    message: `Nomor ${number ?? 'ini'} sudah selesai.`,
    next: 'Tidak ada yang perlu dilakukan lagi.',
  }),
  ALREADY_RATED: () => ({
    message: 'Penilaian untuk nomor ini sudah kami terima.',
    next: 'Terima kasih. Ada keluhan? Sampaikan ke meja informasi.',
  }),
  REASON_NEEDED: () => ({
    message: 'Alasan belum ditulis.',
    next: 'Tulis satu kalimat yang bisa dipahami pemohon.',
  }),
  KEY_REUSED: () => ({
    message: 'Permintaan ini sudah pernah dikirim dengan isian lain.',
    next: 'Muat ulang halaman, lalu ulangi.',
  }),
  MALL_UNKNOWN: () => ({
    message: 'Mal ini tidak kami kenali.',
    next: 'Periksa alamatnya, atau mulai dari beranda.',
  }),
  AGENCY_UNKNOWN: () => ({
    message: 'Instansi ini tidak ada di mal ini.',
    next: 'Lihat daftar semua instansi di beranda.',
  }),
  ZONE_UNKNOWN: () => ({
    message: 'Zona ini tidak ada di mal ini.',
    next: 'Pilih zona dari daftar.',
  }),
  PAIRING_UNKNOWN: () => ({
    message: 'Kode pemasangan ini tidak kami temukan.',
    next: 'Periksa lagi kode yang tampil di layar perangkat.',
  }),
  DEVICE_UNKNOWN: () => ({
    message: 'Perangkat ini tidak terdaftar.',
    next: 'Muat ulang untuk melihat daftar terakhir.',
  }),
  PRINTER_UNKNOWN: () => ({
    message: 'Kios ini belum punya printer karcis.',
    next: 'Atur printernya di halaman perangkat.',
  }),
  PRINTER_NOT_LOCAL: () => ({
    message: 'Alamat printer harus di jaringan gedung ini.',
    next: 'Tulis alamat seperti 192.168.1.50, bukan nama.',
  }),
  PRINTED_ENOUGH: () => ({
    message: 'Karcis ini sudah dicetak tiga kali.',
    next: 'Foto layar ini, atau minta petugas menuliskan nomornya.',
  }),
  PRINT_UNKNOWN: () => ({
    message: 'Cetakan ini tidak kami temukan.',
    next: 'Nomor Anda tetap berlaku. Foto layar ini.',
  }),
  NOT_SERVED_YET: () => ({
    message: 'Nomor ini belum selesai dilayani.',
    next: 'Penilaian bisa diberikan sesudah Anda dilayani.',
  }),
  HOLIDAYS_UNREADABLE: ({ row, column, problems }) => ({
    message: `Daftar libur belum bisa dibaca${row ? `: baris ${row}${column ? `, kolom ${column}` : ''}` : ''}.`,
    next: problems
      ? `Ada ${problems} yang perlu diperbaiki. Tidak ada yang diubah.`
      : 'Perbaiki berkasnya, lalu kirim lagi. Tidak ada yang diubah.',
  }),
  BLOCK_TAKEN: ({ number }) => ({
    message: `Sebagian nomor ini sudah dipakai${number ? ` di seri ${number}` : ''}.`,
    next: 'Pilih rentang nomor lain, atau lepas pilihan instansi itu. Tidak ada yang diubah.',
  }),
  BLOCK_DISORDERED: () => ({
    message: 'Nomor terakhir lebih kecil daripada nomor pertama.',
    next: 'Tulis nomor pertama dulu, misalnya 801 sampai 900.',
  }),
  DAY_PAST: () => ({
    message: 'Hari itu sudah lewat.',
    next: 'Pilih hari ini atau hari sesudahnya.',
  }),
  NO_BLOCK: () => ({
    message: 'Belum ada blok nomor untuk hari itu.',
    next: 'Siapkan dulu bloknya, lalu cetak.',
  }),
  NUMBER_NOT_RESERVED: ({ number }) => ({
    message: `${number ? `Nomor ${number}` : 'Nomor ini'} tidak ada di blok nomor hari itu.`,
    next: 'Periksa nomor dan tanggal di lembarnya.',
  }),
  NUMBER_ENTERED: () => ({
    message: 'Nomor ini sudah dimasukkan.',
    next: 'Lihat daftar di bawah. Satu nomor hanya masuk satu kali.',
  }),
  TIMES_INCOMPLETE: () => ({
    message: 'Waktu dan loket belum cocok dengan hasilnya.',
    next: 'Yang dilayani atau dipanggil perlu waktu panggil dan loket; yang tidak dipanggil dikosongkan.',
  }),
  TIMES_DISORDERED: () => ({
    message: 'Urutan waktunya terbalik.',
    next: 'Nomor diambil lebih dulu, lalu dipanggil, lalu selesai.',
  }),
  TIMES_AHEAD: () => ({
    message: 'Waktunya belum tiba.',
    next: 'Periksa jam dan tanggal di lembarnya.',
  }),
  OFFLINE: () => ({
    message: 'Sambungan terputus.',
    next: 'Periksa jaringan, lalu tekan sekali lagi. Tidak akan terjadi dua kali.',
  }),
  STREAM_ENDED: () => ({
    message: 'Kabar langsung berhenti.',
    next: 'Muat ulang untuk melihat keadaan terakhir.',
  }),
  BODY_TOO_LARGE: () => ({
    message: 'Kiriman terlalu besar.',
    next: 'Kecilkan berkas atau kirim satu per satu.',
  }),
  TOO_MANY_REQUESTS: ({ waitSeconds }) => ({
    message: 'Terlalu banyak permintaan dari perangkat ini.',
    next: waitSeconds ? `Coba lagi dalam ${waitSeconds} detik.` : 'Coba lagi sebentar lagi.',
  }),
  OVERLOADED: ({ waitSeconds }) => ({
    message: 'Sistem sedang sangat sibuk.',
    next: waitSeconds
      ? `Isian Anda aman. Coba lagi dalam ${waitSeconds} detik.`
      : 'Isian Anda aman. Coba lagi sebentar lagi.',
  }),
  BAD_INPUT: () => ({
    message: 'Ada isian yang belum bisa kami baca.',
    next: 'Periksa yang ditandai, lalu kirim lagi.',
  }),
  CROSS_SITE: () => ({
    message: 'Permintaan ini datang dari situs lain.',
    next: 'Buka halaman ini langsung, lalu ulangi.',
  }),
  NOT_FOUND: () => ({
    message: 'Halaman ini tidak ada.',
    next: 'Periksa alamatnya, atau mulai dari beranda.',
  }),
  FAULT: ({ code }) => ({
    message: 'Ada gangguan di sistem kami.',
    next: code
      ? `Isian Anda aman. Coba lagi, atau sebut kode ${code} ke petugas.`
      : 'Isian Anda aman. Coba lagi sebentar lagi.',
  }),
};
