import { z } from 'zod';
import { read, refusals } from '#platform/contract/operation.ts';
import { Id, MallChoice, Slug } from '#platform/contract/shapes.ts';

/** What it costs. Unknown is said as unknown, never as free. `basis` names the regulation. */
export const Fee = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('free'), basis: z.string() }),
  z.object({ kind: z.literal('fixed'), rupiah: z.int().positive(), basis: z.string() }),
  z.object({
    kind: z.literal('range'),
    minRupiah: z.int().nonnegative(),
    maxRupiah: z.int().positive(),
    basis: z.string(),
  }),
  z.object({ kind: z.literal('by-table'), note: z.string(), basis: z.string() }),
  z.object({ kind: z.literal('unknown') }),
]);
export type Fee = z.infer<typeof Fee>;

const TimeUnit = z.enum(['working-days', 'calendar-days', 'hours', 'minutes']);
export const PromisedTime = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exact'), length: z.int().positive(), unit: TimeUnit }),
  z.object({
    kind: z.literal('range'),
    min: z.int().nonnegative(),
    max: z.int().positive(),
    unit: TimeUnit,
  }),
  z.object({ kind: z.literal('same-day') }),
  z.object({ kind: z.literal('unknown') }),
]);
export type PromisedTime = z.infer<typeof PromisedTime>;

export const Service = z.object({
  id: Id,
  code: z.string(),
  slug: Slug,
  name: z.string(),
  nameEn: z.string(),
  agencySlug: Slug,
  agencyShortName: z.string(),
  expectedMinutes: z.int(),
  fee: Fee,
  promisedTime: PromisedTime,
  requirements: z.array(z.string()),
  /** How sure these facts are; anything but `seen` is shown as to be confirmed. */
  confidence: z.enum(['seen', 'recalled', 'plausible']),
});
export type Service = z.infer<typeof Service>;

export const servicesContract = {
  listServices: read({
    access: { public: true },
    path: '/services',
    summary: 'Services that can be asked for; `search` matches name, agency and code',
  })
    .input(MallChoice.extend({ search: z.string().trim().max(100).optional(), agency: Slug.optional() }))
    .output(z.array(Service)),
  getService: read({
    access: { public: true },
    path: '/services/{slug}',
    summary: 'One service with its requirements, fee and promised time',
  })
    .input(MallChoice.extend({ slug: Slug }))
    .errors(refusals('SERVICE_UNKNOWN'))
    .output(Service),
};
