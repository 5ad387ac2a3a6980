import { METHODS, type PartKind } from '#areas/studies/rules/chapters.ts';

/** A field of a form about a part of the study. Its name is the content's; labels are `field-…` in the catalogue. */
export interface FieldSpec {
  readonly name: string;
  readonly kind: 'line' | 'area' | 'lines' | 'number' | 'share' | 'date' | 'choice' | 'flag';
  readonly optional?: true;
  readonly lengthMax?: number;
  /** Of a choice: words are `name-option`. */
  readonly options?: readonly string[];
}

const line = (name: string, lengthMax: number): FieldSpec => ({ name, kind: 'line', lengthMax });
const number = (name: string): FieldSpec => ({ name, kind: 'number', lengthMax: 20 });
const share = (name: string): FieldSpec => ({ name, kind: 'share', lengthMax: 8 });
const optional = (field: FieldSpec): FieldSpec => ({ ...field, optional: true });
const area = (name: string, lengthMax: number): FieldSpec => ({ name, kind: 'area', lengthMax });

/** The parts that are written with a form of single fields. */
export const PART_FIELDS = {
  evidence: [
    { name: 'method', kind: 'choice', options: METHODS },
    line('title', 200),
    { name: 'day', kind: 'date' },
    optional(line('place', 160)),
    optional({ name: 'participants', kind: 'lines', lengthMax: 20_000 }),
    area('findings', 5000),
  ],
  service: [
    line('agency', 120),
    line('name', 160),
    line('place', 160),
    number('yearlyRequests'),
    number('visitsPerRequest'),
    number('km'),
    number('travelMinutes'),
    number('costRupiah'),
    number('serviceMinutes'),
    { name: 'joins', kind: 'flag' },
    optional(line('source', 200)),
  ],
  money: [
    { name: 'side', kind: 'choice', options: ['cost', 'benefit'] },
    { name: 'every', kind: 'choice', options: ['once', 'year'] },
    line('label', 160),
    number('low'),
    number('mid'),
    number('high'),
    optional(line('source', 200)),
  ],
  criterion: [line('label', 120), number('weight')],
  location: [
    line('name', 160),
    line('address', 200),
    optional(line('owner', 160)),
    optional(number('areaSquareMetres')),
    optional(area('notes', 2000)),
  ],
} as const satisfies Partial<Record<PartKind, readonly FieldSpec[]>>;

export type FormedKind = keyof typeof PART_FIELDS;

export const FIGURE_FIELDS: readonly FieldSpec[] = [
  line('title', 200),
  line('authors', 200),
  number('baseYear'),
  optional(number('population')),
  number('daysPerYear'),
  share('busiestShare'),
  number('waitMinutes'),
  share('waitShare'),
  share('spread'),
  optional(number('hourRupiah')),
  share('savedLow'),
  share('savedMid'),
  share('savedHigh'),
  number('years'),
  share('discount'),
  optional(area('sources', 2000)),
];
