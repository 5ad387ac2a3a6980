import type { Catalogue } from '../word.ts';

/** Agreements on the trail: deeds, facts, values. */
export const managerAgreements = {
  agreementsNav: 'Perjanjian',
  'did-agreements.draftAgreement': 'memulai perjanjian',
  'did-agreements.goOnFrom': 'melanjutkan perjanjian',
  'did-agreements.saveHead': 'mengubah perjanjian',
  'did-agreements.saveParty': 'mengubah pihak perjanjian',
  'did-agreements.removeParty': 'mengeluarkan pihak perjanjian',
  'did-agreements.savePromise': 'mengubah isi janji',
  'did-agreements.removePromise': 'menghapus isi janji',
  'did-agreements.moveAgreement': 'meneruskan perjanjian',
  'did-agreements.signAgreement': 'mencatat penandatanganan',
  'did-agreements.numberParty': 'memberi nomor perjanjian',
  'did-agreements.endAgreement': 'mengakhiri perjanjian',
  'did-agreements.removeAgreement': 'menghapus rancangan perjanjian',
  'did-agreements.addPaper': 'menyimpan berkas perjanjian',
  'did-agreements.removePaper': 'menghapus berkas perjanjian',
  'about-agreement': 'perjanjian',
  'fact-party': 'pihak',
  'fact-place': 'tempat',
  'fact-paper': 'berkas',
  'value-send': 'dikirim ke para pihak',
  'value-agree': 'disetujui semua pihak',
  'value-reopen': 'dibuka lagi',
  'value-renew': 'perpanjangan',
  'value-amend': 'adendum',
} satisfies Catalogue;
