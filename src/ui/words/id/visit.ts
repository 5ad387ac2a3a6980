import type { Catalogue } from '../word.ts';

/** What happened to a number, for staff. */
export const visit = {
  visitTitle: 'Cari nomor',
  visitLead: 'Apa yang terjadi dengan sebuah nomor, dari awal sampai selesai.',
  visitCode: 'Nomor',
  visitCodeHint: 'Seperti di karcis, misalnya A-012.',
  visitDay: 'Hari',
  visitFind: 'Cari',
  visitProblem: 'Nomor belum terbaca. Tulis seperti di karcis, misalnya A-012.',
  visitNone: (code: string) => `Nomor ${code} tidak ditemukan pada hari itu.`,
  visitNoneNext: 'Periksa nomor dan harinya. Instansi hanya melihat nomor yang pernah sampai kepadanya.',
  visitOther: 'Nama petugas instansi lain tidak ditampilkan.',
  visitReason: (reason: string) => `Alasan: ${reason}`,
  visitWho: (who: string) => `oleh ${who}`,
  'visited-finished': 'Selesai di sini',
  'visited-in-process': 'Selesai: dalam proses',
  'visited-consultation': 'Selesai: konsultasi saja',
  'visited-refused': 'Belum bisa, ada alasannya',
  'visited-left': 'Pergi sebelum selesai',
  'visited-absent': 'Tidak datang',
  'visited-not-served': 'Tidak terlayani, kesalahan kami',
} satisfies Catalogue;
