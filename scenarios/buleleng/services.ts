import type { PromisedTime, ServiceFacts } from '../scenario-facts.ts';
import { feeUnknown, timeUnknown, LIKELY_SERVICE } from '../usual/sources.ts';

const fourWorkingDays: PromisedTime = { kind: 'exact', min: 4, max: 4, unit: 'working-days' };

/** What is offered here and not in every mall: passports, and the stand at the festival. */
export const bulelengServices: readonly ServiceFacts[] = [
  {
    code: 'IMI-01',
    slug: 'paspor',
    agency: 'imigrasi',
    name: 'Paspor baru dan penggantian',
    nameEn: 'New passport or replacement',
    expectedMinutes: 15,
    fee: {
      kind: 'range',
      minRupiah: 350_000,
      maxRupiah: 950_000,
      basis: 'PNBP menurut jenis paspor, PP 45/2024; dari ingatan, belum dicocokkan',
    },
    promisedTime: fourWorkingDays,
    requirements: ['KTP-el', 'Kartu Keluarga', 'Akta kelahiran, ijazah atau buku nikah'],
    confidence: 'recalled',
    sourceNote: 'Sekitar empat hari kerja sesudah foto dan pembayaran (dari ingatan)',
  },
  {
    code: 'IMI-02',
    slug: 'informasi-keimigrasian',
    agency: 'imigrasi',
    name: 'Informasi izin tinggal dan keimigrasian',
    nameEn: 'Information on stay permits',
    expectedMinutes: 10,
    fee: feeUnknown,
    promisedTime: timeUnknown,
    requirements: [],
    confidence: 'plausible',
    sourceNote: LIKELY_SERVICE,
  },
  {
    code: 'FST-01',
    slug: 'informasi-layanan-mpp',
    agency: 'gerai-festival',
    name: 'Informasi layanan MPP',
    nameEn: 'What the mall offers',
    expectedMinutes: 5,
    fee: feeUnknown,
    promisedTime: timeUnknown,
    requirements: [],
    confidence: 'plausible',
    sourceNote: LIKELY_SERVICE,
  },
  {
    code: 'FST-02',
    slug: 'pendampingan-layanan-daring',
    agency: 'gerai-festival',
    name: 'Pendampingan layanan daring',
    nameEn: 'Help with online services',
    expectedMinutes: 12,
    fee: feeUnknown,
    promisedTime: timeUnknown,
    requirements: ['Telepon genggam sendiri bila ada'],
    confidence: 'plausible',
    sourceNote: LIKELY_SERVICE,
  },
];
