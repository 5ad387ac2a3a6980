import { z } from 'zod';
import { read, refusals } from '#platform/contract/operation.ts';
import { DayText, Id, MallChoice, Slug } from '#platform/contract/shapes.ts';

export const Zone = z.object({ id: Id, slug: Slug, name: z.string(), floor: z.int() });
export type Zone = z.infer<typeof Zone>;

export const Mall = z.object({
  id: Id,
  slug: Slug,
  name: z.string(),
  shortName: z.string(),
  regency: z.string(),
  timeZone: z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']),
  launchedOn: DayText.nullable(),
  /** Facts of a demonstration: screens say "data contoh". */
  sampleData: z.boolean(),
  site: z.object({ name: z.string(), address: z.string() }).nullable(),
  zones: z.array(Zone),
});
export type Mall = z.infer<typeof Mall>;

export const mallsContract = {
  getMall: read({
    access: { public: true },
    path: '/malls/current',
    summary: 'The mall: name, place, time zone, zones',
  })
    .input(MallChoice)
    .errors(refusals('MALL_UNKNOWN'))
    .output(Mall),
};
