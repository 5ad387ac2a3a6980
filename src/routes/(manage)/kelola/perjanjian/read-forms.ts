import { AgreementHead, PartyValues, PromiseValues } from '#areas/agreements/contract.ts';
import { TERM_SUBJECTS } from '#areas/agreements/rules/clauses.ts';
import { isUuid } from '#platform/values/id.ts';
import { readHours, type ReadHours } from '../atur/jam/read-hours.ts';
import { textOf } from '../../../server/text-of.ts';

/** What was typed into a form, by the name of the field. */
export type Typed = Readonly<Record<string, string>>;

export interface ReadForm<Values> {
  readonly typed: Typed;
  /** Names of the fields that are not right. */
  readonly problems: readonly string[];
  /** Only where there is no problem. */
  readonly values?: Values;
}

const TEXT_MAX = 3000;

function readTyped(form: FormData, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, textOf(form, name).trim().slice(0, TEXT_MAX)]));
}

const orNull = (text: string | undefined) => (text === undefined || text === '' ? null : text);
const figure = (text: string | undefined) => (/^\d{1,5}$/.test(text ?? '') ? Number(text) : NaN);

interface Parsed<Values> {
  readonly success: boolean;
  readonly data?: Values;
  readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] };
}

function toRead<Values>(typed: Typed, parsed: Parsed<Values>): ReadForm<Values> {
  if (parsed.success) return { typed, problems: [], values: parsed.data! };
  return { typed, problems: [...new Set(parsed.error!.issues.map(({ path }) => String(path[0])))] };
}

const HEAD = ['title', 'beginsOn', 'endsOn', 'extensionNoticeDays', ...TERM_SUBJECTS] as const;

export function readHead(form: FormData): ReadForm<AgreementHead> {
  const typed = readTyped(form, HEAD);
  const parsed = AgreementHead.safeParse({
    title: typed['title'],
    beginsOn: orNull(typed['beginsOn']),
    endsOn: orNull(typed['endsOn']),
    extensionNoticeDays: figure(typed['extensionNoticeDays']),
    terms: Object.fromEntries(TERM_SUBJECTS.map((subject) => [subject, typed[subject]])),
  });
  return toRead(typed, parsed);
}

export function headTyped(agreement: AgreementHead): Typed {
  return {
    title: agreement.title,
    beginsOn: agreement.beginsOn ?? '',
    endsOn: agreement.endsOn ?? '',
    extensionNoticeDays: String(agreement.extensionNoticeDays),
    ...agreement.terms,
  };
}

const PARTY = [
  'agencyId',
  'name',
  'signatory',
  'position',
  'authority',
  'delegated',
  'powerOfAttorney',
  'dataRole',
  'contactName',
  'contactPhone',
  'contactEmail',
] as const;

export function readParty(form: FormData): ReadForm<PartyValues> {
  const typed = readTyped(form, PARTY);
  const parsed = PartyValues.safeParse({
    ...Object.fromEntries(PARTY.map((field) => [field, orNull(typed[field])])),
    name: typed['name'],
    delegated: typed['delegated'] === 'yes',
  });
  return toRead(typed, parsed);
}

export function partyTyped(party: PartyValues): Typed {
  const text = (field: (typeof PARTY)[number]) => [field, String(party[field] ?? '')] as const;
  return { ...Object.fromEntries(PARTY.map(text)), delegated: party.delegated ? 'yes' : 'no' };
}

const PROMISE = ['staff', 'backup', 'dailyQuota'] as const;

export interface ReadPromise extends ReadForm<PromiseValues> {
  readonly services: readonly string[];
  readonly days: ReadHours['days'];
  readonly hourProblems: ReadHours['problems'];
}

export function readPromise(form: FormData): ReadPromise {
  const typed = readTyped(form, PROMISE);
  const services = form.getAll('services').filter((id): id is string => typeof id === 'string' && isUuid(id));
  const { hours, days, problems: hourProblems } = readHours(form);
  const parsed = PromiseValues.safeParse({
    services,
    staff: figure(typed['staff']),
    backup: figure(typed['backup']),
    dailyQuota: typed['dailyQuota'] === '' ? null : figure(typed['dailyQuota']),
    hours,
  });
  const { values, ...read } = toRead(typed, parsed);
  const problems = hourProblems.length > 0 ? [...read.problems, 'hours'] : read.problems;
  const told = { typed, problems, services, days, hourProblems };
  return problems.length > 0 || values === undefined ? told : { ...told, values };
}
