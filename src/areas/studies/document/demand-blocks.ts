import type { Study } from '../contract.ts';
import type { Obstacle } from '../rules/needs-survey.ts';
import type { BarsBlock, Block, TableBlock } from './blocks.ts';
import { bars, number, ONE_DECIMAL, rupiah, share, table, TWO_DECIMALS } from './make-blocks.ts';

const OBSTACLE_NAMES: Readonly<Record<Obstacle, string>> = {
  far: 'Jauh',
  'came-again': 'Harus datang lagi',
  'long-wait': 'Antre lama',
  'unclear-papers': 'Syarat tidak jelas',
  'unclear-fee': 'Biaya tidak jelas',
  closed: 'Kantor tutup',
  'many-offices': 'Banyak kantor',
  middleman: 'Lewat perantara',
  'hard-to-enter': 'Sulit dimasuki penyandang disabilitas',
};

export function servicesTable({ parts }: Study): TableBlock {
  return table(
    'Layanan yang ada: setahun, per kunjungan pergi-pulang',
    [
      ['Instansi dan layanan', 'left'],
      ['Tempat', 'left'],
      ['Permohonan', 'right'],
      ['Kunjungan', 'right'],
      ['Jarak (km)', 'right'],
      ['Waktu (mnt)', 'right'],
      ['Biaya', 'right'],
    ],
    parts.services.map((service) => [
      `${service.agency}: ${service.name}`,
      service.place,
      number(service.yearlyRequests),
      ONE_DECIMAL.format(service.visitsPerRequest),
      ONE_DECIMAL.format(service.km),
      number(service.travelMinutes),
      rupiah(service.costRupiah),
    ]),
  );
}

export function burdenTable({ results: { burden, joiningBurden } }: Study): TableBlock {
  const both = (say: (one: typeof burden) => string) => [say(burden), say(joiningBurden)];
  return table(
    'Beban masyarakat setahun: dasar hitungan kunjungan yang dihindari',
    [
      ['Ukuran', 'left'],
      ['Semua layanan', 'right'],
      ['Yang akan bergabung', 'right'],
    ],
    [
      ['Permohonan selesai', ...both((one) => number(one.requests))],
      ['Kunjungan', ...both((one) => number(one.visits))],
      [
        'Kunjungan per permohonan',
        ...both(({ visitsPerRequest: visits }) => (visits === null ? '–' : TWO_DECIMALS.format(visits))),
      ],
      ['Jam perjalanan', ...both((one) => number(one.hours))],
      ['Ongkos perjalanan', ...both((one) => rupiah(one.travelRupiah))],
      [
        'Nilai waktu',
        ...both(({ timeRupiah }) => (timeRupiah === null ? 'tidak dihitung' : rupiah(timeRupiah))),
      ],
    ],
  );
}

export function needsBlocks({ needs }: Study): Block[] {
  const { wouldUse, middle } = needs;
  if (wouldUse === null || middle === null) return [];
  const answers = needs.online + needs.paper;
  const enough =
    needs.needed === null ? '' : ` Sampel terkecil menurut Krejcie dan Morgan: ${number(needs.needed)}.`;
  return [
    {
      kind: 'text',
      text: `Survei kebutuhan dijawab ${number(answers)} orang (${number(needs.online)} daring, ${number(needs.paper)} di kertas).${enough} ${share(wouldUse.share)} akan memakai mal pelayanan publik (antara ${share(wouldUse.from)} dan ${share(wouldUse.until)} pada tingkat kepercayaan 95 %). Jawaban tengah: ${ONE_DECIMAL.format(middle.visits)} kunjungan, ${number(middle.travelMinutes)} menit perjalanan, ongkos ${rupiah(middle.costRupiah)}.`,
    },
    ...(needs.obstacles.length === 0
      ? []
      : [
          bars(
            'Kesulitan yang disebut warga',
            needs.obstacles.map(({ obstacle, answers: count }) => ({
              ...{ label: OBSTACLE_NAMES[obstacle], value: count, text: number(count) },
            })),
          ),
        ]),
    ...(needs.byService.length === 0
      ? []
      : [
          table(
            'Jawaban tengah per layanan',
            [
              ['Layanan', 'left'],
              ['Jawaban', 'right'],
              ['Kunjungan', 'right'],
              ['Waktu (mnt)', 'right'],
              ['Ongkos', 'right'],
            ],
            needs.byService.map((service) => [
              ...[service.name, number(service.answers), ONE_DECIMAL.format(service.visits)],
              ...[number(service.travelMinutes), rupiah(service.costRupiah)],
            ]),
          ),
        ]),
  ];
}

export function needsBars({ results }: Study): BarsBlock {
  return bars(
    'Pengunjung pada jam tersibuk',
    results.needs.map(({ agency, busiestHour }) => ({
      ...{ label: agency, value: busiestHour, text: ONE_DECIMAL.format(busiestHour) },
    })),
  );
}

export function needsTable({ results, figures }: Study): TableBlock {
  const count = (value: number | null) => (value === null ? '> 400' : number(value));
  return table(
    `Kebutuhan loket agar ${share(figures.waitShare)} pengunjung menunggu paling lama ${figures.waitMinutes} menit (Erlang C)`,
    [
      ['Instansi', 'left'],
      ['Kunjungan setahun', 'right'],
      ['Sehari', 'right'],
      ['Jam tersibuk', 'right'],
      ['Layanan (mnt)', 'right'],
      ['Beban (erlang)', 'right'],
      ['Loket: rendah', 'right'],
      ['mungkin', 'right'],
      ['tinggi', 'right'],
    ],
    results.needs.map((need) => [
      ...[need.agency, number(need.yearlyVisits), ONE_DECIMAL.format(need.dailyVisits)],
      ...[ONE_DECIMAL.format(need.busiestHour), ONE_DECIMAL.format(need.serviceMinutes)],
      ...[TWO_DECIMALS.format(need.load), count(need.counters.low), count(need.counters.mid)],
      count(need.counters.high),
    ]),
  );
}
