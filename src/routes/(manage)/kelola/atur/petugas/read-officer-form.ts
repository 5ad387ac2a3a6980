import { isEmail } from '#areas/staff/rules/email.ts';
import { worksForAgency } from '#areas/staff/rules/officers.ts';
import type { Role } from '#platform/contract/access.ts';
import type { Problems } from '../../../../account/read-credentials.ts';
import { textOf } from '../../../../server/text-of.ts';

export interface OfficerValues {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly agencyId: string;
}
export type OfficerProblem =
  'officerNameProblem' | 'officerEmailProblem' | 'officerRoleProblem' | 'officerAgencyProblem';

const OFFICER_ROLES = [
  'officer',
  'agency-head',
  'manager',
  'administrator',
  'region-head',
] as const satisfies readonly Role[];

export interface ReadOfficer {
  readonly values: OfficerValues;
  readonly problems: Problems<OfficerProblem>;
  /** Only where there is no problem. */
  readonly wish?: {
    readonly name: string;
    readonly email: string;
    readonly role: Role;
    readonly agencyId: string | null;
  };
}

/**
 * What was typed about an officer. An agency that was left chosen for a role without one is not a mistake: without
 * scripts the field cannot hide, and the role says what is meant.
 * @param known whether the address stands already and is not asked for
 */
export function readOfficerForm(form: FormData, known: 'new' | 'known'): ReadOfficer {
  const values: OfficerValues = {
    name: textOf(form, 'nama').trim().slice(0, 200),
    email: textOf(form, 'email').trim().slice(0, 300),
    role: textOf(form, 'peran'),
    agencyId: textOf(form, 'instansi').slice(0, 40),
  };
  const role = OFFICER_ROLES.find((one) => one === values.role);
  const placed = role !== undefined && worksForAgency(role);
  const problems: Record<string, OfficerProblem> = {
    ...(values.name.length >= 2 && values.name.length <= 120 ? {} : { nama: 'officerNameProblem' }),
    ...(known === 'known' || isEmail(values.email) ? {} : { email: 'officerEmailProblem' }),
    ...(role === undefined ? { peran: 'officerRoleProblem' } : {}),
    ...(placed && values.agencyId === '' ? { instansi: 'officerAgencyProblem' } : {}),
  };
  if (role === undefined || Object.keys(problems).length > 0) return { values, problems };
  const { name, email } = values;
  return { values, problems, wish: { name, email, role, agencyId: placed ? values.agencyId : null } };
}
