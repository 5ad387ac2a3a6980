import type { RefusalCatalogue } from '../refusal-facts.ts';

/** Nos about the urgency study and its survey. */
export const studyRefusals = {
  STUDY_CONCLUDED: () => ({
    message: 'Kajian ini sudah selesai dan dikunci.',
    next: 'Buka kembali di ringkasan bila memang harus diubah.',
  }),
  STUDY_OPEN: () => ({
    message: 'Kajian ini masih terbuka.',
    next: 'Muat ulang untuk melihat keadaannya.',
  }),
  PART_UNKNOWN: () => ({
    message: 'Bagian ini sudah dihapus.',
    next: 'Muat ulang untuk melihat isi kajian sekarang.',
  }),
  CHAPTER_TWICE: () => ({
    message: 'Bab ini baru saja ditulis orang lain.',
    next: 'Salin tulisan Anda, muat ulang, lalu gabungkan.',
  }),
  CRITERION_UNKNOWN: () => ({
    message: 'Salah satu kriteria sudah dihapus.',
    next: 'Muat ulang, lalu nilai lagi.',
  }),
  EVIDENCE_AHEAD: () => ({
    message: 'Tanggal itu belum tiba.',
    next: 'Tulis hari yang sudah terjadi.',
  }),
  DAYS_REVERSED: () => ({
    message: 'Hari terakhir mendahului hari pertama.',
    next: 'Periksa kedua tanggalnya.',
  }),
  SURVEY_CLOSED: () => ({
    message: 'Survei ini sedang ditutup.',
    next: 'Jawaban tidak bisa dikirim lagi.',
  }),
  STUDY_INCOMPLETE: ({ problems }) => ({
    message: `Masih ada ${problems ?? 'beberapa'} bab yang belum lengkap.`,
    next: 'Lengkapi bab yang ditandai, lalu coba lagi.',
  }),
  PARTS_ENOUGH: ({ limit }) => ({
    message: `Bagian ini memuat paling banyak ${limit ?? 'sekian'} baris.`,
    next: 'Hapus dulu yang tidak diperlukan.',
  }),
  ANSWERS_ENOUGH: ({ limit }) => ({
    message: `Survei ini sudah memuat ${limit ?? 'semua'} jawaban.`,
    next: 'Jawaban tidak bisa dikirim lagi.',
  }),
} satisfies Partial<RefusalCatalogue>;
