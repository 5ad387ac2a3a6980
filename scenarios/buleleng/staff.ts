import type { StaffFacts } from '../scenario-facts.ts';
import { sampleStaff } from '../sample-staff.ts';

const { manager, administrator, head, officer } = sampleStaff('buleleng');

export const staff: readonly StaffFacts[] = [
  manager('ayu.suryani', 'Ni Luh Ayu Suryani'),
  administrator('made.artana', 'I Made Artana'),

  head('ketut.suarta', 'I Ketut Suarta', 'disdukcapil'),
  officer('putu.widiari', 'Ni Putu Widiari', 'disdukcapil', 1),
  officer('komang.adnyana', 'I Komang Adnyana', 'disdukcapil', 2),
  officer('luh.sekar', 'Luh Sekar', 'disdukcapil', 3),
  officer('gede.mahendra', 'Gede Mahendra', 'disdukcapil', 4),

  officer('kadek.puspa', 'Kadek Puspa', 'dinsos', 5),

  head('nyoman.sukrata', 'I Nyoman Sukrata', 'bpjs-kesehatan'),
  officer('putu.ratna', 'Ni Putu Ratna', 'bpjs-kesehatan', 6),
  officer('wayan.darma', 'I Wayan Darma', 'bpjs-kesehatan', 7),

  officer('made.wiryani', 'Ni Made Wiryani', 'bpjs-ketenagakerjaan', 8),
  officer('gede.suta', 'Gede Suta', 'disnaker', 9),
  officer('siti.maryam', 'Siti Maryam', 'kemenag', 10),

  head('komang.budiasa', 'I Komang Budiasa', 'dpmptsp'),
  officer('luh.wedanti', 'Luh Wedanti', 'dpmptsp', 11),
  officer('kadek.yasa', 'Kadek Yasa', 'dpmptsp', 12),

  officer('putu.arimbawa', 'Putu Arimbawa', 'pajak-daerah', 13),

  head('gede.karya', 'Gede Karya', 'samsat'),
  officer('ketut.wirani', 'Ni Ketut Wirani', 'samsat', 14),
  officer('made.sudana', 'I Made Sudana', 'samsat', 15),

  head('luh.trisna', 'Luh Trisna', 'pertanahan'),
  officer('komang.seri', 'Ni Komang Seri', 'pertanahan', 16),
  officer('wayan.merta', 'I Wayan Merta', 'pertanahan', 17),

  officer('nyoman.ginastra', 'Nyoman Ginastra', 'pdam', 18),
  officer('kadek.dian', 'Kadek Dian', 'bpd-bali', 19),

  head('putu.sutama', 'I Putu Sutama', 'polres'),
  officer('luh.manik', 'Luh Manik', 'polres', 20),
  officer('gede.arta', 'Gede Arta', 'polres', 21),

  officer('made.citra', 'Ni Made Citra', 'kejaksaan', 22),
  officer('ketut.jaya', 'I Ketut Jaya', 'pengadilan-negeri', 23),
  officer('abdul.karim', 'Abdul Karim', 'pengadilan-agama', 24),
  officer('komang.lestari', 'Komang Lestari', 'imigrasi', 24),
  officer('wayan.sunarti', 'Ni Wayan Sunarti', 'taspen', 26),
  officer('putu.candra', 'Putu Candra', 'gerai-festival', 27),
  officer('kadek.wulan', 'Kadek Wulan', 'gerai-festival', 28),
];
