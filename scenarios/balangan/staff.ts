import type { StaffFacts } from '../scenario-facts.ts';
import { sampleStaff } from '../sample-staff.ts';

const { manager, administrator, regionHead, head, officer } = sampleStaff('balangan');

export const staff: readonly StaffFacts[] = [
  manager('hairunnisa', 'Hairunnisa'),
  administrator('fitriansyah', 'Fitriansyah'),
  regionHead('bupati', 'Bupati (contoh)'),

  head('rusmiati', 'Hj. Rusmiati', 'disdukcapil'),
  officer('mahfuzah', 'Mahfuzah', 'disdukcapil', 1),
  officer('saidillah', 'Saidillah', 'disdukcapil', 2),
  officer('norlaila', 'Norlaila', 'disdukcapil', 3),
  officer('rizkan', 'Rizkan', 'disdukcapil', 4),

  officer('siti.arbainah', 'Siti Arbainah', 'dinsos', 5),

  head('noorhidayat', 'Noorhidayat', 'bpjs-kesehatan'),
  officer('raudatul', 'Raudatul Jannah', 'bpjs-kesehatan', 6),
  officer('hamdani', 'Hamdani', 'bpjs-kesehatan', 7),

  officer('zainuddin', 'Zainuddin', 'kemenag', 8),
  officer('munawarah', 'Munawarah', 'pengadilan-agama', 9),

  head('syamsuri', 'Syamsuri', 'dpmptsp'),
  officer('annisa', 'Annisa Rahmi', 'dpmptsp', 10),
  officer('fajrian', 'Fajrian', 'dpmptsp', 11),

  head('gusti.hasan', 'Gusti Hasan', 'samsat'),
  officer('maulida', 'Maulida', 'samsat', 12),
  officer('ardiansyah', 'Ardiansyah', 'samsat', 13),

  officer('jumiati', 'Jumiati', 'pajak-daerah', 14),

  head('yulianti', 'Yulianti', 'pertanahan'),
  officer('khairul', 'Khairul Anam', 'pertanahan', 15),
  officer('nurhikmah', 'Nurhikmah', 'pertanahan', 16),

  officer('hendra', 'Hendra', 'disnaker', 17),

  head('barkati', 'Barkati', 'polres'),
  officer('rina', 'Rina Wahyuni', 'polres', 18),
  officer('supian', 'Supian', 'polres', 19),

  officer('lisnawati', 'Lisnawati', 'kejaksaan', 20),
  officer('taufik', 'Taufik Hidayat', 'pengadilan-negeri', 21),
  officer('mariatul', 'Mariatul Kiftiah', 'bank-kalsel', 22),
  officer('ihsan', 'Ihsan', 'bank-kalsel', 23),
  officer('dewi', 'Dewi Aprilia', 'bri', 24),
  officer('akhmad.riduan', 'Akhmad Riduan', 'bpjs-ketenagakerjaan', 25),
  officer('masniah', 'Masniah', 'taspen', 26),
  officer('yusran', 'Yusran', 'pdam', 27),
];
