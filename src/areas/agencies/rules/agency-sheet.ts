/** The columns of a file of agencies, under the headings that its template has. */
export const AGENCY_COLUMNS = [
  { key: 'name', head: 'Nama resmi', needed: true },
  { key: 'shortName', head: 'Nama pendek', needed: true },
  { key: 'slug', head: 'Alamat halaman', needed: false },
  { key: 'kind', head: 'Jenis instansi', needed: true },
  { key: 'series', head: 'Huruf antrean', needed: true },
  { key: 'icon', head: 'Gambar', needed: false },
  { key: 'servesHolidays', head: 'Melayani hari libur', needed: false },
  { key: 'active', head: 'Aktif', needed: false },
  { key: 'zoneId', head: 'Zona', needed: true },
  { key: 'boothName', head: 'Nama gerai', needed: false },
  { key: 'lastIntakeMinutes', head: 'Batas menit', needed: false },
  { key: 'counters', head: 'Loket', needed: true },
] as const;
export type AgencyColumn = (typeof AGENCY_COLUMNS)[number]['key'];

/** What may stand in the column of kinds, without regard to capitals and signs; the code of a kind may too. */
export const KIND_WORDS: Readonly<Record<string, string>> = {
  'Dinas kabupaten': 'regency-office',
  'Dinas kota': 'regency-office',
  'Dinas kabupaten atau kota': 'regency-office',
  'Dinas provinsi': 'provincial-office',
  'Kantor kementerian': 'vertical-office',
  'Kantor kementerian di daerah': 'vertical-office',
  'Instansi vertikal': 'vertical-office',
  Pengadilan: 'court',
  Kepolisian: 'police',
  Kejaksaan: 'prosecutor',
  BUMN: 'state-company',
  BUMD: 'regional-company',
  Bank: 'bank',
  'Jaminan sosial': 'social-insurance',
};

/** Two rows that show how it is meant. */
export const AGENCY_EXAMPLES: readonly Readonly<Record<AgencyColumn, string>>[] = [
  {
    name: 'Dinas Kependudukan dan Pencatatan Sipil Kabupaten Contoh',
    shortName: 'Disdukcapil',
    slug: 'disdukcapil',
    kind: 'Dinas kabupaten atau kota',
    series: 'A',
    icon: 'id-card',
    servesHolidays: 'tidak',
    active: 'ya',
    zoneId: 'Zona A',
    boothName: 'Disdukcapil',
    lastIntakeMinutes: '30',
    counters: '1, 2, 3',
  },
  {
    name: 'Badan Narkotika Nasional Kabupaten Contoh',
    shortName: 'BNN',
    slug: '',
    kind: 'Instansi vertikal',
    series: 'N',
    icon: '',
    servesHolidays: '',
    active: '',
    zoneId: 'Zona A',
    boothName: '',
    lastIntakeMinutes: '',
    counters: '4',
  },
];
