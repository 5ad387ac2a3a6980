import type { StaffFacts } from '../scenario-facts.ts';
import { sampleStaff } from '../sample-staff.ts';

const { manager, administrator, head, officer } = sampleStaff('banjarbaru');

export const staff: readonly StaffFacts[] = [
  manager('rahmawati', 'Rahmawati'),
  administrator('gazali', 'Gazali Rahman'),

  head('mastura', 'Hj. Mastura', 'disdukcapil'),
  officer('hidayatullah', 'Hidayatullah', 'disdukcapil', 1),
  officer('norhasanah', 'Norhasanah', 'disdukcapil', 2),
  officer('aulia', 'Aulia Safitri', 'disdukcapil', 3),
  officer('syahrani', 'Syahrani', 'disdukcapil', 4),

  head('bahruddin', 'Bahruddin', 'dpmptsp'),
  officer('mawarni', 'Mawarni', 'dpmptsp', 5),
  officer('fauzan', 'Fauzan', 'dpmptsp', 6),

  head('rusdiana', 'Rusdiana', 'samsat'),
  officer('helmi', 'Helmi', 'samsat', 7),
  officer('rabiatul', 'Rabiatul Adawiah', 'samsat', 8),

  officer('jamilah', 'Jamilah', 'pajak-daerah', 9),
  officer('irfan', 'Irfan Maulana', 'bank-kalsel', 10),
  officer('kartika', 'Kartika', 'bri', 11),

  head('suriansyah', 'Suriansyah', 'polres'),
  officer('wahidah', 'Wahidah', 'polres', 12),
  officer('arbain', 'Arbain', 'polres', 13),

  officer('nadia', 'Nadia Humaira', 'kejaksaan', 14),
  officer('fahmi', 'Fahmi', 'pengadilan-negeri', 15),
  officer('salasiah', 'Salasiah', 'pengadilan-agama', 16),
  officer('yuliana', 'Yuliana', 'bpjs-ketenagakerjaan', 17),
  officer('hasbullah', 'Hasbullah', 'taspen', 18),
  officer('erlina', 'Erlina', 'bnn', 19),
];
