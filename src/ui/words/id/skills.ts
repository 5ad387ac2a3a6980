import type { Catalogue } from '../word.ts';

/** Which services a counter or an officer is limited to. */
export const skills = {
  skillsNav: 'Layanan di loket',
  skillsTitle: (agency: string) => `Layanan di loket ${agency}`,
  skillsLead: 'Tanpa batasan, setiap loket dan petugas melayani semua layanan instansinya.',
  skillsBack: 'Loket dan istirahat',
  skillsCounters: 'Loket',
  skillsOfficers: 'Petugas',
  skillsOfficersLead: 'Di loket berlaku yang boleh di loket itu dan boleh untuk petugasnya.',
  skillsAll: 'semua layanan',
  skillsSome: (count: number, all: number) => `${count} dari ${all} layanan`,
  skillsChange: 'Ubah',
  skillsChangeOf: (name: string) => `Ubah layanan ${name}`,
  skillsNobody: 'Belum ada petugas.',
  skillsNoService: 'Instansi ini belum punya layanan.',
  skillsNoServiceNext: 'Tambahkan layanannya dulu.',
  skillsLost: 'Tidak ada loket untuk layanan ini:',
  skillsWhich: 'Yang dilayani',
  skillsEvery: 'Semua layanan, juga yang ditambahkan nanti',
  skillsChosen: 'Hanya yang dicentang',
  skillsChoose: 'Layanan',
  skillsProblem: 'Belum ada layanan yang dicentang. Centang paling sedikit satu, atau pilih semua layanan.',
  skillsAnyway: 'Ya, simpan walaupun layanan itu tidak punya loket',
  skillsSave: 'Simpan layanan',
  skillsCancel: 'Batal',
  skillsSaved: 'Layanan di loket disimpan.',
} satisfies Catalogue;
