import type { RefusalCatalogue } from '../refusal-facts.ts';

/** About officers, their links and their sign-in. */
export const staffRefusals = {
  FORBIDDEN: () => ({
    message: 'Akun Anda tidak berwenang untuk ini.',
    next: 'Minta izin kepada manajer bila ini tugas Anda.',
  }),
  SIGN_IN_NEEDED: () => ({
    message: 'Anda perlu masuk dulu.',
    next: 'Masuk, lalu kami kembalikan Anda ke halaman ini.',
  }),
  OFFICER_UNKNOWN: () => ({
    message: 'Petugas ini tidak ada di mal Anda.',
    next: 'Mungkin undangannya baru dicabut. Lihat lagi daftar petugas.',
  }),
  OFFICER_INACTIVE: ({ name }) => ({
    message: `${name ?? 'Petugas ini'} sedang nonaktif.`,
    next: 'Aktifkan dulu, lalu buat tautan.',
  }),
  OWN_ACCOUNT: () => ({
    message: 'Akun Anda sendiri hanya bisa diubah administrator lain.',
    next: 'Minta administrator lain melakukannya.',
  }),
  LAST_ADMINISTRATOR: () => ({
    message: 'Mal ini harus punya seorang administrator yang bisa masuk.',
    next: 'Jadikan petugas lain administrator dulu.',
  }),
  ROLE_AGENCY: () => ({
    message: 'Peran dan instansi ini belum cocok.',
    next: 'Petugas dan kepala instansi punya instansi. Pengelola dan administrator tidak.',
  }),
  EMAIL_TAKEN: () => ({
    message: 'E-mail ini sudah dipakai orang lain.',
    next: 'Cari di daftar petugas, juga yang nonaktif, atau pakai e-mail lain.',
  }),
  LINK_UNKNOWN: () => ({
    message: 'Tautan ini tidak berlaku.',
    next: 'Mungkin sudah diganti. Minta tautan baru kepada administrator mal Anda.',
  }),
  LINK_USED: () => ({
    message: 'Tautan ini sudah dipakai.',
    next: 'Bila oleh Anda, langsung masuk saja. Bila bukan, beri tahu administrator.',
  }),
  LINK_EXPIRED: () => ({
    message: 'Masa berlaku tautan ini sudah habis.',
    next: 'Minta tautan baru kepada administrator mal Anda.',
  }),
  LINK_VOID: () => ({
    message: 'Tautan ini dimatikan karena lima kali salah.',
    next: 'Minta tautan baru kepada administrator mal Anda.',
  }),
  CODE_WRONG: ({ tries }) => ({
    message: 'Enam angka itu belum cocok.',
    next:
      tries === undefined
        ? 'Tulis angka yang sedang tampil. Periksa juga jam ponsel Anda.'
        : `Tulis angka yang sedang tampil. Anda bisa mencoba ${tries} kali lagi.`,
  }),
  PASSWORD_WRONG: ({ tries }) => ({
    message: 'Kata sandi itu belum cocok.',
    next:
      tries === undefined
        ? 'Tulis kata sandi yang Anda pakai untuk masuk.'
        : `Tulis kata sandi yang biasa Anda pakai. Anda bisa mencoba ${tries} kali lagi.`,
  }),
  PICTURE_EXPIRED: () => ({
    message: 'Gambar kunci di halaman ini sudah kedaluwarsa.',
    next: 'Hapus kunci tadi dari aplikasi, lalu pindai gambar yang baru.',
  }),
} satisfies Partial<RefusalCatalogue>;
