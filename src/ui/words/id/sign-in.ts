import type { Catalogue } from '../word.ts';

export const signIn = {
  title: 'Masuk petugas',
  lead: (mall: string) => `Untuk petugas dan pengelola ${mall}.`,
  email: 'E-mail',
  password: 'Kata sandi',
  next: 'Lanjut',
  codeTitle: 'Kode enam angka',
  codeLead: 'Buka aplikasi autentikator di ponsel Anda.',
  code: 'Kode dari autentikator',
  codeHint: 'Enam angka, berganti tiap 30 detik.',
  enter: 'Masuk',
  startAgain: 'Mulai lagi dari e-mail',
  wrong: 'E-mail atau kata sandi belum cocok. Periksa lagi keduanya.',
  wrongCode: 'Kode belum cocok. Tulis kode yang sedang tampil, atau mulai lagi.',
  emailMissing: 'E-mail belum diisi. Tulis e-mail kantor Anda.',
  passwordMissing: 'Kata sandi belum diisi.',
  codeMissing: 'Kode belum lengkap. Tulis enam angka.',
  sampleHelp: 'Ini data contoh. Akun contoh tercetak di terminal saat Balairung dinyalakan.',
  forgot: 'Lupa kata sandi? Hubungi administrator mal Anda.',
  forVisitors: 'Warga tidak perlu masuk. Lihat layanan di beranda',
} satisfies Catalogue;
