import { z } from 'zod';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { Id } from '#platform/contract/shapes.ts';

const SERVICES_MAX = 300;
/** Ids of services; null: all of the agency's, also those that will be added. */
const Limit = z.array(Id).min(1).max(SERVICES_MAX).nullable();

export const Skills = z.object({
  agencyId: Id,
  agencyShortName: z.string(),
  services: z.array(z.object({ id: Id, name: z.string(), nameEn: z.string() })),
  counters: z.array(z.object({ id: Id, number: z.int(), services: Limit })),
  officers: z.array(z.object({ id: Id, name: z.string(), services: Limit })),
  /** What no counter may give. */
  withoutCounter: z.array(Id),
});
export type Skills = z.infer<typeof Skills>;

const access = { roles: ['agency-head', 'manager', 'administrator'] as const };
const ofAgency = refusals('AGENCY_UNKNOWN', 'OTHER_AGENCY');

export const skillsContract = {
  getSkills: read({ access, summary: 'What each counter and officer of an agency may give' })
    .input(z.object({ agencyId: Id }))
    .errors(ofAgency)
    .output(Skills),
  limitCounter: command({
    access,
    summary:
      'Limit a counter to some services, or lift the limit; refused once where a service loses its last',
  })
    .input(z.object({ agencyId: Id, counterId: Id, services: Limit, anyway: z.boolean().default(false) }))
    .errors({
      ...ofAgency,
      ...refusals('COUNTER_UNKNOWN', 'SERVICE_UNKNOWN', 'SERVICE_WITHOUT_COUNTER'),
    })
    .output(z.object({ limited: z.boolean() })),
  limitOfficer: command({ access, summary: 'Limit an officer to some services, or lift the limit' })
    .input(z.object({ agencyId: Id, officerId: Id, services: Limit }))
    .errors({ ...ofAgency, ...refusals('OFFICER_UNKNOWN', 'SERVICE_UNKNOWN') })
    .output(z.object({ limited: z.boolean() })),
};
