import type { Catalogue } from '../word.ts';

/** What a kiosk or board says while it is being put up. */
export const device = {
  titleKiosk: 'Pasang kios ini',
  titleBoard: 'Pasang papan ini',
  lead: 'Perangkat ini belum dikenali. Administrator memasangnya satu kali.',
  codeLabel: 'Kode pemasangan',
  step1: 'Di komputer lain, masuk sebagai administrator.',
  step2: 'Buka Kelola, lalu Perangkat.',
  step3: 'Ketik kode ini. Beri nama dan pilih zona.',
  waiting: 'Layar ini terbuka sendiri setelah kode dikonfirmasi.',
  newCodeIn: (minutes: number) => `Kode baru muncul dalam ${minutes} menit.`,
  linkUsed: 'Tautan pemasangan sudah terpakai atau kedaluwarsa. Pakai kode ini.',
  checking: 'Memeriksa perangkat …',
  offlineTitle: 'Belum terhubung ke server',
  offlineText: 'Kami terus mencoba. Periksa kabel atau Wi-Fi perangkat ini.',
  kioskHere: 'Perangkat ini terpasang sebagai kios',
  boardHere: 'Perangkat ini terpasang sebagai papan panggilan',
  kioskHereText: 'Alamatnya /kios, bukan /papan.',
  boardHereText: 'Alamatnya /papan, bukan /kios.',
  openKiosk: 'Buka kios',
  openBoard: 'Buka papan',
} satisfies Catalogue;
