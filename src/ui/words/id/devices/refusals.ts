import type { RefusalCatalogue } from '../../refusal-facts.ts';

/** What the pages of boards can be refused. */
export const boardRefusals = {
  BOARD_WITHOUT_ZONE: () => ({
    message: 'Papan ini belum menampilkan zona apa pun.',
    next: 'Pilih paling sedikit satu zona.',
  }),
  ZONE_UNSHOWN: ({ name }) => ({
    message: `${name ?? 'Zona itu'} tidak akan tampil di papan mana pun.`,
    next: 'Tampilkan dulu di papan lain, atau biarkan di papan ini.',
  }),
  VOLUME_HOURS_DISORDERED: () => ({
    message: 'Ada jam khusus yang selesai sebelum mulai.',
    next: 'Periksa jam mulai dan jam selesainya.',
  }),
  VOLUME_HOURS_OVERLAP: () => ({
    message: 'Ada dua jam khusus yang bertabrakan.',
    next: 'Ubah jamnya supaya yang satu mulai setelah yang lain selesai.',
  }),
  MESSAGE_TOO_LONG: ({ limit }) => ({
    message: 'Pesan terlalu panjang untuk satu baris papan.',
    next: limit ? `Singkatkan sampai paling banyak ${limit} huruf.` : 'Singkatkan pesannya.',
  }),
  MESSAGE_TIMES: () => ({
    message: 'Waktu pesan belum benar.',
    next: 'Waktu selesai harus setelah waktu mulai, dan belum lewat.',
  }),
  MESSAGES_ENOUGH: ({ limit }) => ({
    message: limit ? `Sudah ada ${limit} pesan.` : 'Pesan sudah terlalu banyak.',
    next: 'Hapus dulu yang tidak perlu.',
  }),
  MESSAGE_UNKNOWN: () => ({
    message: 'Pesan ini sudah tidak ada.',
    next: 'Muat ulang untuk melihat pesan yang masih tampil.',
  }),
  MEDIA_DAYS: () => ({
    message: 'Tanggal selesai lebih awal daripada tanggal mulai.',
    next: 'Periksa kedua tanggalnya.',
  }),
  MEDIA_ENOUGH: ({ limit }) => ({
    message: limit ? `Sudah ada ${limit} gambar dan film.` : 'Gambar dan film sudah terlalu banyak.',
    next: 'Hapus dulu yang tidak perlu.',
  }),
  MEDIA_UNKNOWN: () => ({
    message: 'Gambar atau film ini sudah tidak ada.',
    next: 'Muat ulang untuk melihat yang masih tampil.',
  }),
  UPLOAD_UNKNOWN: () => ({
    message: 'Kiriman ini tidak ditemukan.',
    next: 'Pilih berkasnya sekali lagi.',
  }),
  UPLOAD_BUSY: () => ({
    message: 'Kiriman ini sedang diterima.',
    next: 'Tunggu sebentar, lalu coba lagi.',
  }),
  UPLOAD_INCOMPLETE: () => ({
    message: 'Kiriman ini belum lengkap.',
    next: 'Kirim sekali lagi.',
  }),
  OFFSET_MISMATCH: () => ({
    message: 'Kiriman ini tidak bersambung.',
    next: 'Kirim sekali lagi.',
  }),
  FILE_TOO_LARGE: () => ({
    message: 'Berkas ini terlalu besar.',
    next: 'Kecilkan sampai paling besar 200 MB.',
  }),
  FILE_EMPTY: () => ({
    message: 'Berkas ini kosong.',
    next: 'Pilih berkas lain.',
  }),
  FILE_TYPE_REFUSED: () => ({
    message: 'Jenis berkas ini tidak bisa ditampilkan.',
    next: 'Pilih gambar JPEG, PNG atau WebP, atau film MP4 atau WebM.',
  }),
} satisfies Partial<RefusalCatalogue>;
