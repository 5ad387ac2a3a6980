import type { RefusalCatalogue } from '../refusal-facts.ts';

/** Refusals to who keeps the agreements with agencies and the stages of the mall. */
export const agreementRefusals = {
  AGREEMENT_UNKNOWN: () => ({
    message: 'Perjanjian ini tidak ada di mal Anda.',
    next: 'Kembali ke daftar perjanjian.',
  }),
  AGREEMENT_STATE: () => ({
    message: 'Itu tidak bisa dilakukan pada keadaan perjanjian sekarang.',
    next: 'Muat ulang; orang lain mungkin baru saja mengubahnya.',
  }),
  AGREEMENT_USED: () => ({
    message: 'Ada perpanjangan atau adendum yang berdasar pada perjanjian ini.',
    next: 'Hapus dulu yang itu.',
  }),
  TERM_ENDS_FIRST: () => ({
    message: 'Hari terakhir lebih awal dari hari mulai.',
    next: 'Periksa kedua tanggalnya.',
  }),
  PROMISED_TWICE: ({ name, weekday }) => ({
    message: `Gerai itu ${weekday ? `pada hari ${weekday} ` : ''}sudah dijanjikan${name ? ` dalam “${name}”` : ' dalam perjanjian lain'}.`,
    next: 'Ubah harinya atau masa berlakunya, atau akhiri dulu perjanjian itu.',
  }),
  PARTY_UNKNOWN: () => ({
    message: 'Pihak ini tidak ada lagi dalam perjanjian.',
    next: 'Muat ulang untuk melihat para pihak sekarang.',
  }),
  PARTY_TWICE: ({ name }) => ({
    message: `${name ?? 'Instansi ini'} sudah menjadi pihak dalam perjanjian ini.`,
    next: 'Ubah pihak yang sudah ada.',
  }),
  SIGNING_UNKNOWN: () => ({
    message: 'Hari penandatanganan ini tidak ada.',
    next: 'Kembali ke daftarnya.',
  }),
  IN_CEREMONY: () => ({
    message: 'Salah satu perjanjian sudah ada dalam acara lain.',
    next: 'Keluarkan dulu dari acara itu.',
  }),
  NONE_READY: () => ({
    message: 'Belum ada perjanjian yang siap.',
    next: 'Lengkapi yang kurang pada daftar.',
  }),
  MONTH_AHEAD: () => ({
    message: 'Bulan itu belum mulai.',
    next: 'Pilih bulan ini atau sebelumnya.',
  }),
  MEETING_UNKNOWN: () => ({
    message: 'Rapat ini tidak ada.',
    next: 'Kembali ke daftar rapat.',
  }),
  MEETING_DECIDED: () => ({
    message: 'Rapat ini sudah menghasilkan keputusan.',
    next: 'Rapat yang memutuskan sesuatu tetap tersimpan.',
  }),
  DECISION_CLOSED: () => ({
    message: 'Keputusan ini sudah ditutup.',
    next: 'Muat ulang untuk melihat yang masih terbuka.',
  }),
  NOTICE_PAST: () => ({
    message: 'Hari terakhir pengumuman itu sudah lewat.',
    next: 'Pilih hari ini atau sesudahnya.',
  }),
  NOTICE_UNKNOWN: () => ({
    message: 'Pengumuman ini sudah ditarik.',
    next: 'Muat ulang untuk melihat yang berlaku.',
  }),
  DECISIONS_ENOUGH: ({ limit }) => ({
    message: `Satu rapat memuat paling banyak ${limit ?? 'sekian'} keputusan.`,
    next: 'Buat catatan rapat berikutnya.',
  }),
  NOTICES_ENOUGH: ({ limit }) => ({
    message: `Paling banyak ${limit ?? 'sekian'} pengumuman berlaku bersamaan.`,
    next: 'Tarik dulu yang tidak perlu.',
  }),
  CHANGES_UNNAMED: () => ({
    message: 'Perubahan yang diminta belum ditulis.',
    next: 'Tulis di kolom catatan, lalu kirim lagi.',
  }),
  SLOT_HOURS: ({ item }) => ({
    message: `Jam pada baris ${item ?? 'itu'} tidak cocok.`,
    next: 'Jam selesai harus sesudah jam mulai, dan tidak bertumpuk dengan baris lain.',
  }),
  SLOT_CONTACT: ({ item }) => ({
    message: `Kontak pada baris ${item ?? 'itu'} tidak cocok.`,
    next: 'Tulis alamat https untuk video, atau nomor telepon.',
  }),
  PARTIES_OPEN: ({ parties }) => ({
    message: `Masih ada ${parties ?? 'beberapa'} pihak yang belum menyetujui naskah ini.`,
    next: 'Catat dulu persetujuan setiap pihak.',
  }),
  CLAUSE_VARIABLE: ({ name }) => ({
    message: `Isian {${name ?? '…'}} tidak dikenal.`,
    next: 'Pakai salah satu isian yang tersedia di halaman klausul.',
  }),
  PARTIES_FEW: () => ({
    message: 'Perjanjian perlu paling sedikit dua pihak.',
    next: 'Tambahkan pihak yang belum ada.',
  }),
  PARTIES_MANY: ({ limit }) => ({
    message: `Perjanjian memuat paling banyak ${limit ?? 'sekian'} pihak.`,
    next: 'Buat perjanjian kedua untuk pihak lainnya.',
  }),
  AUTHORITY_MISSING: ({ name }) => ({
    message: `${name ?? 'Salah satu pihak'} belum punya penanda tangan dengan dasar kewenangan.`,
    next: 'Isi nama, jabatan, dan dasar kewenangannya.',
  }),
  POWER_MISSING: ({ name }) => ({
    message: `Penanda tangan ${name ?? 'salah satu pihak'} mewakili orang lain tanpa surat kuasa.`,
    next: 'Isi nomor surat kuasanya.',
  }),
  SIGNED_AHEAD: () => ({
    message: 'Hari penandatanganan belum tiba.',
    next: 'Catat setelah benar-benar ditandatangani.',
  }),
  NUMBER_USED: ({ number }) => ({
    message: `Nomor ${number ?? 'ini'} sudah dipakai pihak itu untuk perjanjian lain.`,
    next: 'Periksa nomornya pada naskah.',
  }),
  NUMBER_PATTERN: ({ name }) => ({
    message: name ? `Pola nomor tidak mengenal ${name}.` : 'Pola nomor belum memuat nomor urut.',
    next: 'Pakai {urut} atau {urut:3}, {tahun}, {bulan}, {romawi}.',
  }),
  NUMBER_THERE: ({ number }) => ({
    message: `Pihak ini sudah memakai nomor ${number ?? 'lain'}.`,
    next: 'Kosongkan nomornya dulu bila hendak mengambil yang baru.',
  }),
  NO_PATTERN: () => ({
    message: 'Pihak ini belum punya pola nomor.',
    next: 'Tulis polanya, atau isi nomornya langsung.',
  }),
  ENDED_OUTSIDE: () => ({
    message: 'Hari itu di luar masa berlaku perjanjian.',
    next: 'Pilih hari di antara hari mulai dan hari terakhirnya.',
  }),
  SCAN_NOT_PDF: ({ name }) => ({
    message: `Berkas ${name ? `“${name}”` : 'ini'} bukan PDF.`,
    next: 'Pindai ke PDF, lalu kirim lagi.',
  }),
  PAPERS_ENOUGH: ({ limit }) => ({
    message: `Satu perjanjian menyimpan paling banyak ${limit ?? 'sekian'} berkas.`,
    next: 'Hapus dulu berkas yang tidak diperlukan.',
  }),
  PAPER_UNKNOWN: () => ({
    message: 'Berkas ini sudah tidak ada.',
    next: 'Muat ulang untuk melihat berkas yang ada.',
  }),
  STAGE_DAYS: () => ({
    message: 'Hari selesai tidak cocok dengan hari mulai.',
    next: 'Isi hari mulai, dan hari selesai yang sama atau sesudahnya.',
  }),
  STAGE_AHEAD: () => ({
    message: 'Hari yang sudah terjadi tidak bisa berada di depan.',
    next: 'Tulis sebagai rencana, atau catat setelah terjadi.',
  }),
  STAGE_YEAR: () => ({
    message: 'Hanya evaluasi yang punya tahun.',
    next: 'Kembali ke daftar tahapan.',
  }),
  STAGE_WITHOUT_PAPERS: ({ problems }) => ({
    message: `Tahap ini belum punya ${problems ? `${problems} jenis dokumennya` : 'dokumennya'}.`,
    next: 'Simpan dokumennya dulu, atau tulis alasan menutupnya tanpa dokumen.',
  }),
  BLOCKER_UNKNOWN: () => ({
    message: 'Kendala ini sudah diselesaikan.',
    next: 'Muat ulang untuk melihat yang tersisa.',
  }),
  LETTER_TWICE: ({ number }) => ({
    message: `Nomor ${number ?? 'ini'} dari penerbit itu sudah ada di register.`,
    next: 'Periksa nomor dan penerbitnya.',
  }),
  LETTERS_ENOUGH: ({ limit }) => ({
    message: `Register memuat paling banyak ${limit ?? 'sekian'} surat.`,
    next: 'Hapus dulu yang tidak diperlukan.',
  }),
  LETTER_UNKNOWN: () => ({
    message: 'Surat ini sudah tidak ada di register.',
    next: 'Muat ulang untuk melihat register sekarang.',
  }),
  OPENED_AHEAD: () => ({
    message: 'Hari buka itu belum tiba.',
    next: 'Tulis sebagai rencana dulu.',
  }),
  PROMISE_KEPT: ({ agency }) => ({
    message: `${agency ?? 'Instansi ini'} menepati semua hari yang dijanjikan.`,
    next: 'Tidak ada yang perlu diingatkan.',
  }),
  ANSWERED: () => ({
    message: 'Surat ini sudah dijawab.',
    next: 'Muat ulang untuk membaca jawabannya.',
  }),
} satisfies Partial<RefusalCatalogue>;
