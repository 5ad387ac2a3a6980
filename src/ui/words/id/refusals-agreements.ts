import type { RefusalCatalogue } from '../refusal-facts.ts';

/** Refusals to who keeps the agreements with agencies. */
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
} satisfies Partial<RefusalCatalogue>;
