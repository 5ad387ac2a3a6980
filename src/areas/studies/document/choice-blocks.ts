import type { Study } from '../contract.ts';
import type { Block, TableBlock } from './blocks.ts';
import { number, rupiah, share, table, TWO_DECIMALS } from './make-blocks.ts';

export function locationBlocks({ parts, results }: Study): Block[] {
  const { ranked, firstIn, weightings } = results.locations;
  const places = ranked.map((one) => ({ ...one, place: parts.locations.find(({ id }) => id === one.id)! }));
  const [best] = places;
  if (best === undefined) return [];
  const say = (score: number | null) => (score === null ? 'belum lengkap' : TWO_DECIMALS.format(score));
  return [
    table(
      'Pilihan lokasi',
      [
        ['Lokasi', 'left'],
        ['Alamat', 'left'],
        ['Pemilik', 'left'],
        ['Luas (m²)', 'right'],
        ['Catatan', 'left'],
      ],
      places.map(({ place }) => [
        ...[place.name, place.address, place.owner ?? '–'],
        ...[place.areaSquareMetres === null ? '–' : number(place.areaSquareMetres), place.notes || '–'],
      ]),
    ),
    table(
      'Nilai setiap lokasi, 1 sampai 5',
      [['Kriteria dan bobotnya', 'left'], ...places.map(({ place }) => [place.name, 'right'] as const)],
      [
        ...parts.criteria.map(({ id, label, weight }) => [
          `${label} (${weight})`,
          ...places.map(({ place }) => String(place.scores[id] ?? '–')),
        ]),
        ['Nilai berbobot', ...places.map(({ score }) => say(score))],
      ],
    ),
    ...(best.score === null
      ? []
      : [
          {
            kind: 'text' as const,
            text: `${best.place.name} bernilai tertinggi, dan tetap tertinggi pada ${firstIn} dari ${weightings} perubahan bobot (setiap bobot digandakan atau dibagi dua).`,
          },
        ]),
  ];
}

export function moneyTables({ parts }: Study, side: 'cost' | 'benefit'): TableBlock[] {
  const items = parts.money.filter((item) => item.side === side);
  if (items.length === 0) return [];
  const caption = side === 'cost' ? 'Biaya' : 'Manfaat selain perjalanan yang dihemat';
  return [
    table(
      caption,
      [
        ['Uraian', 'left'],
        ['Waktu', 'left'],
        ['Rendah', 'right'],
        ['Mungkin', 'right'],
        ['Tinggi', 'right'],
        ['Sumber', 'left'],
      ],
      items.map(({ label, every, low, mid, high, source }) => [
        ...[label, every === 'once' ? 'sekali' : 'tiap tahun'],
        ...[rupiah(low), rupiah(mid), rupiah(high), source ?? '–'],
      ]),
    ),
  ];
}

export function worthBlocks({ results: { worth }, figures }: Study): Block[] {
  const row = (label: string, { low, mid, high }: typeof worth.net) => [
    ...[label, rupiah(low), rupiah(mid), rupiah(high)],
  ];
  const paid =
    worth.paidAfterYears === null
      ? `Menurut angka tengah, biaya belum kembali dalam ${figures.years} tahun.`
      : `Menurut angka tengah, biaya kembali pada tahun ke-${worth.paidAfterYears}.`;
  return [
    table(
      `Nilai sekarang selama ${figures.years} tahun, diskonto ${share(figures.discount)}`,
      [
        ['Ukuran', 'left'],
        ['Rendah', 'right'],
        ['Mungkin', 'right'],
        ['Tinggi', 'right'],
      ],
      [
        row('Perjalanan yang dihemat setahun', worth.savedYearly),
        row('Seluruh manfaat', worth.benefits),
        row('Seluruh biaya', worth.costs),
        row('Manfaat dikurangi biaya', worth.net),
      ],
    ),
    {
      kind: 'text',
      text: `${paid} Hasil terendah memakai manfaat rendah dan biaya tinggi, hasil tertinggi sebaliknya.`,
    },
  ];
}
