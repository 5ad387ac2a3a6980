import { z } from 'zod';
import { Zone } from '#areas/malls/contract.ts';
import { read } from '#platform/contract/operation.ts';
import { Id, MallChoice, Slug } from '#platform/contract/shapes.ts';

export const AgencyKind = z.enum([
  'regency-office',
  'provincial-office',
  'vertical-office',
  'court',
  'police',
  'prosecutor',
  'state-company',
  'regional-company',
  'bank',
  'social-insurance',
]);
export type AgencyKind = z.infer<typeof AgencyKind>;

export const WeeklyHours = z.object({
  weekday: z.int().min(1).max(7),
  opens: z.string(),
  closes: z.string(),
});

export const Agency = z.object({
  id: Id,
  slug: Slug,
  name: z.string(),
  shortName: z.string(),
  kind: AgencyKind,
  /** One or two letters before the number of its tickets. */
  series: z.string(),
  icon: z.string(),
  zone: Zone,
  counters: z.array(z.object({ id: Id, number: z.int() })),
  weekly: z.array(WeeklyHours),
});
export type Agency = z.infer<typeof Agency>;

export const agenciesContract = {
  listAgencies: read({
    access: { public: true },
    path: '/agencies',
    summary: 'Agencies that serve at the mall, with booth, counters and weekly hours',
  })
    .input(MallChoice)
    .output(z.array(Agency)),
};
