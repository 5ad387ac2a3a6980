import type { StageKey } from '#areas/establishment/contract.ts';
import type { StageKind } from '#areas/establishment/rules/stages.ts';

const SLUGS = {
  team: 'tim',
  'study-visit': 'studi-tiru',
  study: 'kajian',
  proposal: 'usulan',
  reply: 'jawaban',
  commitment: 'komitmen',
  preparation: 'persiapan',
  trial: 'uji-coba',
  launch: 'peresmian',
  evaluation: 'evaluasi',
} as const satisfies Readonly<Record<StageKind, string>>;

const KINDS = new Map(Object.entries(SLUGS).map(([kind, slug]) => [slug as string, kind as StageKind]));

/** `kajian`, `evaluasi-2026`. */
export function addressOf({ kind, year }: StageKey): string {
  return year === 0 ? SLUGS[kind] : `${SLUGS[kind]}-${year}`;
}

/** The stage of an address; undefined where it is none. */
export function stageAt(address: string): StageKey | undefined {
  const [, slug = '', year] = /^([a-z]+(?:-[a-z]+)?)(?:-(\d{4}))?$/.exec(address) ?? [];
  const kind = KINDS.get(slug);
  const key = kind && { kind, year: Number(year ?? 0) };
  return key !== undefined && (key.kind === 'evaluation') === key.year > 0 ? key : undefined;
}
