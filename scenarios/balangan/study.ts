import type { StudyFacts } from '../situations/past-study.ts';
import { chapters } from './study-chapters.ts';

type Service = StudyFacts['services'][number];

/** Figures are invented: sources tell who made the study and how, not what it counted. */
const SOURCE = 'angka contoh';

const service = (
  [agency, name, place]: readonly [string, string, string],
  [yearlyRequests, visitsPerRequest, serviceMinutes]: readonly [number, number, number],
  [km, travelMinutes, costRupiah]: readonly [number, number, number],
  { joins = true, code }: { readonly joins?: boolean; readonly code?: string } = {},
): Service => ({
  ...{ agency, name, place, yearlyRequests, visitsPerRequest, serviceMinutes },
  ...{ km, travelMinutes, costRupiah, joins, source: SOURCE },
  ...(code === undefined ? {} : { code }),
});

export const study: StudyFacts = {
  concludedOn: '2022-12-30',
  figures: {
    ...{ title: 'Kajian urgensi MPP Kabupaten Balangan', authors: 'Bappedalitbang bersama LPPM ULM' },
    ...{ baseYear: 2021, population: 130_000, daysPerYear: 240, busiestShare: 0.22 },
    ...{ waitMinutes: 15, waitShare: 0.9, spread: 0.25, hourRupiah: 17_000 },
    ...{ savedLow: 0.25, savedMid: 0.4, savedHigh: 0.55, years: 5, discount: 0.06 },
    sources: 'Seluruh angka adalah contoh. Nilai satu jam mengikuti upah minimum dibagi 173 jam.',
  },
  chapters,
  evidence: [
    {
      ...{ method: 'documents', title: 'Rekap layanan 12 kantor tahun 2021', day: '2022-12-07', place: null },
      participants: [],
      findings:
        'Volume layanan dihimpun dari laporan tahunan setiap kantor. Dua kantor hanya punya angka enam bulan.',
    },
    {
      ...{
        method: 'observation',
        title: 'Pengamatan antrean di lima kantor',
        day: '2022-12-12',
        place: 'Paringin',
      },
      participants: [],
      findings: 'Pada pukul 09.00 sampai 11.00 antrean terpanjang terjadi di Samsat dan Disdukcapil.',
    },
    {
      ...{
        method: 'focus-group',
        title: 'FGD kebutuhan layanan',
        day: '2022-12-14',
        place: 'Aula Bappedalitbang',
      },
      participants: [
        'Camat Paringin (contoh)',
        'Camat Juai (contoh)',
        'Kepala Desa Lamida (contoh)',
        'Perwakilan penyandang disabilitas (contoh)',
        'Perwakilan pelaku usaha kecil (contoh)',
        'DPMPTSP Balangan (contoh)',
        'Disdukcapil Balangan (contoh)',
        'Kantor Pertanahan Balangan (contoh)',
      ],
      findings:
        'Warga dari kecamatan jauh datang dua sampai tiga kali untuk satu urusan karena syarat baru diketahui di loket. Peserta meminta satu tempat di dekat pasar dan jadwal instansi yang pasti.',
    },
    {
      ...{
        method: 'interview',
        title: 'Wawancara pimpinan instansi vertikal',
        day: '2022-12-19',
        place: null,
      },
      participants: ['Kantor Pertanahan (contoh)', 'BPJS Kesehatan (contoh)', 'KPP Pratama (contoh)'],
      findings: 'Semua bersedia bergabung. Kekhawatiran utama: jumlah petugas, bukan tempat.',
    },
    {
      ...{
        method: 'survey',
        title: 'Survei kebutuhan layanan',
        day: '2022-12-21',
        place: 'Delapan kecamatan',
      },
      participants: [],
      findings: 'Diisi daring dan di kertas pada hari pasar.',
    },
  ],
  services: [
    service(['Disdukcapil', 'KTP elektronik', 'Paringin'], [9_800, 1.9, 8], [21, 75, 32_000], {
      code: 'DKC-01',
    }),
    service(['Disdukcapil', 'Kartu keluarga', 'Paringin'], [7_400, 1.7, 9], [21, 75, 32_000], {
      code: 'DKC-04',
    }),
    service(['Disdukcapil', 'Akta kelahiran', 'Paringin'], [3_100, 1.8, 10], [21, 75, 32_000], {
      code: 'DKC-07',
    }),
    service(
      ['UPPD Samsat', 'Pajak kendaraan tahunan', 'Paringin Selatan'],
      [23_500, 1.2, 6],
      [18, 60, 28_000],
      { code: 'SMT-01' },
    ),
    service(
      ['UPPD Samsat', 'Pajak kendaraan lima tahunan', 'Paringin Selatan'],
      [4_900, 1.6, 14],
      [18, 60, 28_000],
      { code: 'SMT-02' },
    ),
    service(['Polres', 'SKCK', 'Paringin Selatan'], [4_200, 1.5, 12], [19, 70, 30_000], { code: 'POL-01' }),
    service(['DPMPTSP', 'Perizinan berusaha', 'Paringin'], [1_600, 2.6, 24], [20, 75, 35_000]),
    service(
      ['Kantor Pertanahan', 'Pengecekan sertifikat', 'Paringin Selatan'],
      [1_900, 2.8, 16],
      [22, 80, 38_000],
      { code: 'BPN-01' },
    ),
    service(
      ['Kantor Pertanahan', 'Balik nama sertifikat', 'Paringin Selatan'],
      [1_100, 3.4, 22],
      [22, 80, 38_000],
      { code: 'BPN-03' },
    ),
    service(['BPJS Kesehatan', 'Perubahan data peserta', 'Paringin'], [5_200, 1.6, 9], [20, 70, 30_000], {
      code: 'BKS-03',
    }),
    service(
      ['BPJS Ketenagakerjaan', 'Klaim jaminan hari tua', 'Tanjung'],
      [900, 2.2, 18],
      [46, 150, 90_000],
      { code: 'BTK-01' },
    ),
    service(['KPP Pratama', 'Pendaftaran NPWP', 'Tanjung'], [2_100, 1.4, 12], [46, 150, 90_000]),
    service(['Imigrasi', 'Paspor', 'Banjarmasin'], [1_300, 2, 20], [215, 660, 400_000]),
    service(['Pengadilan Agama', 'Pendaftaran perkara', 'Paringin'], [700, 2.9, 26], [20, 75, 35_000], {
      joins: false,
    }),
    service(['PLN', 'Pasang baru dan tambah daya', 'Paringin'], [1_500, 1.5, 11], [19, 70, 30_000]),
  ],
  money: [
    {
      ...{ side: 'cost', every: 'once', label: 'Renovasi gedung dan loket', source: SOURCE },
      ...{ low: 3_200_000_000, mid: 4_000_000_000, high: 5_500_000_000 },
    },
    {
      ...{ side: 'cost', every: 'once', label: 'Jaringan, antrean, dan perangkat', source: SOURCE },
      ...{ low: 450_000_000, mid: 650_000_000, high: 900_000_000 },
    },
    {
      ...{
        side: 'cost',
        every: 'year',
        label: 'Listrik, kebersihan, keamanan, dan internet',
        source: SOURCE,
      },
      ...{ low: 480_000_000, mid: 600_000_000, high: 780_000_000 },
    },
    {
      ...{ side: 'cost', every: 'year', label: 'Pemeliharaan', source: SOURCE },
      ...{ low: 120_000_000, mid: 180_000_000, high: 260_000_000 },
    },
    {
      ...{
        side: 'benefit',
        every: 'year',
        label: 'Sewa kantor terpisah yang tidak lagi perlu',
        source: SOURCE,
      },
      ...{ low: 90_000_000, mid: 150_000_000, high: 220_000_000 },
    },
  ],
  criteria: [
    { label: 'Dekat angkutan dan pasar', weight: 5 },
    { label: 'Gedung siap pakai', weight: 4 },
    { label: 'Tanah milik daerah', weight: 3 },
    { label: 'Mudah bagi penyandang disabilitas', weight: 4 },
    { label: 'Parkir dan ruang tumbuh', weight: 2 },
  ],
  locations: [
    {
      ...{
        name: 'Gedung di pusat Paringin (contoh)',
        address: 'Paringin Kota',
        owner: 'Pemerintah Kabupaten',
      },
      ...{ areaSquareMetres: 1450, notes: '', scores: [5, 4, 5, 4, 3] },
    },
    {
      ...{
        name: 'Lantai atas Pasar Paringin (contoh)',
        address: 'Pasar Paringin',
        owner: 'Pemerintah Kabupaten',
      },
      ...{ areaSquareMetres: 1100, notes: 'Tangga tanpa lift.', scores: [5, 3, 5, 1, 2] },
    },
    {
      ...{
        name: 'Lahan baru perkantoran (contoh)',
        address: 'Paringin Selatan',
        owner: 'Pemerintah Kabupaten',
      },
      ...{ areaSquareMetres: 3000, notes: 'Perlu dibangun dari awal.', scores: [2, 1, 5, 5, 5] },
    },
  ],
  answers: {
    ...{ count: 412, from: '2022-12-08', days: 14 },
    districts: [
      'Paringin',
      'Paringin Selatan',
      'Lampihong',
      'Batumandi',
      'Awayan',
      'Tebing Tinggi',
      'Juai',
      'Halong',
    ],
    obstacles: ['came-again', 'far', 'long-wait', 'unclear-papers', 'many-offices', 'closed', 'middleman'],
    wishes: [
      'Tolong jadwal instansi ditulis, saya pernah datang dan kantornya tutup.',
      'Syaratnya dikirim lewat HP saja supaya tidak bolak-balik.',
      'Ada tempat duduk untuk orang tua.',
      'Kalau bisa layanan paspor ada di Balangan.',
    ],
  },
};
