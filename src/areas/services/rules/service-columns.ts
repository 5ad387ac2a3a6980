import type { SheetField } from './service-sheet.ts';

/** The columns of a file of services, under the headings that its template has. */
export const SERVICE_COLUMNS = [
  { key: 'agency', head: 'Instansi', needed: true },
  { key: 'code', head: 'Kode layanan', needed: true },
  { key: 'name', head: 'Nama layanan', needed: true },
  { key: 'nameEn', head: 'Nama dalam bahasa Inggris', needed: false },
  { key: 'slug', head: 'Alamat halaman', needed: false },
  { key: 'expectedMinutes', head: 'Menit di loket', needed: true },
  { key: 'feeKind', head: 'Biaya', needed: false },
  { key: 'feeRupiah', head: 'Rupiah', needed: false },
  { key: 'feeRupiahMax', head: 'Sampai rupiah', needed: false },
  { key: 'feeNote', head: 'Keterangan tarif', needed: false },
  { key: 'feeBasis', head: 'Dasar biaya', needed: false },
  { key: 'timeKind', head: 'Janji waktu', needed: false },
  { key: 'timeLength', head: 'Lamanya', needed: false },
  { key: 'timeLengthMax', head: 'Sampai', needed: false },
  { key: 'timeUnit', head: 'Satuan waktu', needed: false },
  { key: 'requirements', head: 'Syarat', needed: false },
  { key: 'confidence', head: 'Sumber data', needed: false },
  { key: 'active', head: 'Aktif', needed: false },
] as const satisfies readonly { key: SheetField | 'agency'; head: string; needed: boolean }[];
export type ServiceColumn = (typeof SERVICE_COLUMNS)[number]['key'];

/** What may stand in the columns that hold one of a few words, without regard to capitals and signs. */
export const CELL_WORDS: Readonly<Partial<Record<ServiceColumn, Readonly<Record<string, string>>>>> = {
  feeKind: {
    '': 'unknown',
    'Belum diketahui': 'unknown',
    Gratis: 'free',
    'Tarif tetap': 'fixed',
    Kisaran: 'range',
    'Menurut tabel': 'by-table',
  },
  timeKind: {
    '': 'unknown',
    'Belum diketahui': 'unknown',
    Pasti: 'exact',
    Kisaran: 'range',
    'Hari itu juga': 'same-day',
  },
  timeUnit: {
    'Hari kerja': 'working-days',
    'Hari kalender': 'calendar-days',
    Jam: 'hours',
    Menit: 'minutes',
  },
  confidence: {
    '': 'recalled',
    'Dibaca dari dokumen': 'seen',
    'Perlu dicocokkan': 'recalled',
    Perkiraan: 'plausible',
  },
  active: { '': 'yes', Ya: 'yes', Tidak: 'no' },
};

/** Requirements stand in one cell, with this sign or a new line between. */
export const BETWEEN_REQUIREMENTS = '|';

/** Two rows that show how it is meant. */
export const SERVICE_EXAMPLES: readonly Readonly<Record<ServiceColumn, string>>[] = [
  {
    agency: 'Disdukcapil',
    code: 'DKC-01',
    name: 'KTP-el baru',
    nameEn: 'New identity card',
    slug: 'ktp-el-baru',
    expectedMinutes: '10',
    feeKind: 'Gratis',
    feeRupiah: '',
    feeRupiahMax: '',
    feeNote: '',
    feeBasis: 'UU 24/2013 pasal 79A',
    timeKind: 'Pasti',
    timeLength: '1',
    timeLengthMax: '',
    timeUnit: 'Hari kerja',
    requirements: 'KK asli | Sudah berumur 17 tahun',
    confidence: 'Dibaca dari dokumen',
    active: 'ya',
  },
  {
    agency: 'Polres',
    code: 'POL-01',
    name: 'SKCK baru',
    nameEn: '',
    slug: '',
    expectedMinutes: '15',
    feeKind: 'Tarif tetap',
    feeRupiah: '30.000',
    feeRupiahMax: '',
    feeNote: '',
    feeBasis: 'PP 76/2020',
    timeKind: 'Hari itu juga',
    timeLength: '',
    timeLengthMax: '',
    timeUnit: '',
    requirements: 'KTP asli | Pasfoto 4x6',
    confidence: '',
    active: '',
  },
];
