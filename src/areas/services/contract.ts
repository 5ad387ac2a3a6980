import { z } from 'zod';
import { ImportCounts, ImportPreview, ImportText } from '#platform/contract/import-shapes.ts';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { Address, Id, line, MallChoice, Slug } from '#platform/contract/shapes.ts';

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

const RUPIAH_MAX = 1_000_000_000;
const LENGTH_MAX = 1000;
/** The regulation, as a citizen can look it up. */
const Basis = line(3, 200);
const inOrder = 'the second is smaller than the first';

/** A fee as somebody writes it down: with its legal basis, unless it is unknown. */
const FeeWritten = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unknown') }),
  z.object({ kind: z.literal('free'), basis: Basis }),
  z.object({ kind: z.literal('fixed'), rupiah: z.int().min(1).max(RUPIAH_MAX), basis: Basis }),
  z
    .object({
      kind: z.literal('range'),
      minRupiah: z.int().min(0).max(RUPIAH_MAX),
      maxRupiah: z.int().min(1).max(RUPIAH_MAX),
      basis: Basis,
    })
    .refine(({ minRupiah, maxRupiah }) => minRupiah < maxRupiah, { path: ['maxRupiah'], error: inOrder }),
  z.object({ kind: z.literal('by-table'), note: line(3, 200), basis: Basis }),
]);

const TimeWritten = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unknown') }),
  z.object({ kind: z.literal('exact'), length: z.int().min(1).max(LENGTH_MAX), unit: TimeUnit }),
  z
    .object({
      kind: z.literal('range'),
      min: z.int().min(0).max(LENGTH_MAX),
      max: z.int().min(1).max(LENGTH_MAX),
      unit: TimeUnit,
    })
    .refine(({ min, max }) => min < max, { path: ['max'], error: inOrder }),
  z.object({ kind: z.literal('same-day') }),
]);

/** A service as an administrator writes it down. */
export const ServiceValues = z.object({
  code: z.string().regex(/^[A-Z0-9-]{2,20}$/),
  slug: Address,
  name: line(3, 160),
  nameEn: line(3, 160),
  /** At the counter, not until the result. */
  expectedMinutes: z.int().min(1).max(480),
  fee: FeeWritten,
  promisedTime: TimeWritten,
  /** In the order in which they are told. */
  requirements: z.array(line(2, 200)).max(40),
  confidence: Service.shape.confidence,
  active: z.boolean(),
});
export type ServiceValues = z.infer<typeof ServiceValues>;

export const KeptService = Service.extend({ version: z.int(), agencyId: Id, active: z.boolean() });
export type KeptService = z.infer<typeof KeptService>;

const READERS = { roles: ['manager', 'administrator'] } as const;
const KEEPERS = { roles: ['administrator'] } as const;

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
  listKeptServices: read({
    access: READERS,
    summary: 'All services as they are kept, of one agency or of all, also those that are withdrawn',
  })
    .input(z.object({ agencyId: Id.optional() }))
    .output(z.array(KeptService)),
  getKeptService: read({ access: READERS, summary: 'One service as it is kept' })
    .input(z.object({ serviceId: Id }))
    .errors(refusals('SERVICE_UNKNOWN'))
    .output(KeptService),
  addService: command({ access: KEEPERS, summary: 'A new service of an agency' })
    .input(ServiceValues.extend({ agencyId: Id }))
    .errors(refusals('AGENCY_UNKNOWN', 'CODE_TAKEN', 'SLUG_TAKEN'))
    .output(z.object({ serviceId: Id })),
  saveService: command({
    access: KEEPERS,
    summary: 'Change a service; refused where somebody else changed it meanwhile',
  })
    .input(ServiceValues.extend({ serviceId: Id, version: z.int() }))
    .errors(refusals('SERVICE_UNKNOWN', 'CHANGED_MEANWHILE', 'CODE_TAKEN', 'SLUG_TAKEN', 'PEOPLE_STILL_WAIT'))
    .output(z.object({ version: z.int() })),
  removeService: command({ access: KEEPERS, summary: 'Take out a service that was never used' })
    .input(z.object({ serviceId: Id, version: z.int() }))
    .errors(refusals('SERVICE_UNKNOWN', 'CHANGED_MEANWHILE', 'SERVICE_USED'))
    .output(z.object({ removed: z.literal(true) })),
  previewServices: read({
    access: KEEPERS,
    summary: 'What a file of services would do, and all that is wrong in it',
  })
    .input(ImportText)
    .output(ImportPreview),
  importServices: command({ access: KEEPERS, summary: 'Take in a file of services, all of it or nothing' })
    .input(ImportText)
    .errors(
      refusals(
        'IMPORT_UNREADABLE',
        'SERVICE_UNKNOWN',
        'CHANGED_MEANWHILE',
        'CODE_TAKEN',
        'SLUG_TAKEN',
        'PEOPLE_STILL_WAIT',
      ),
    )
    .output(ImportCounts),
};
