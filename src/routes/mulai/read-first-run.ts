import { isEmail } from '#areas/staff/rules/email.ts';
import {
  readCredentials,
  type CredentialProblem,
  type CredentialValues,
  type Problems,
} from '../account/read-credentials.ts';
import { textOf } from '../server/text-of.ts';

export interface FirstRunValues extends CredentialValues {
  readonly name: string;
  readonly shortName: string;
  readonly regency: string;
  readonly timeZone: string;
  readonly siteName: string;
  readonly address: string;
  readonly zoneName: string;
  readonly floor: string;
  readonly personName: string;
  readonly email: string;
}

export type FirstRunProblem =
  | 'mallNameProblem'
  | 'shortNameProblem'
  | 'regencyProblem'
  | 'timeZoneProblem'
  | 'siteNameProblem'
  | 'addressProblem'
  | 'zoneNameProblem'
  | 'floorProblem'
  | 'personNameProblem'
  | 'emailProblem'
  | CredentialProblem;

const TIME_ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
type TimeZone = (typeof TIME_ZONES)[number];

/** Each field with the lengths that the contract takes, in the order of the page. */
const LINES = [
  ['name', 'nama', 3, 120, 'mallNameProblem'],
  ['shortName', 'pendek', 2, 60, 'shortNameProblem'],
  ['regency', 'daerah', 3, 80, 'regencyProblem'],
  ['siteName', 'lokasi', 2, 80, 'siteNameProblem'],
  ['address', 'alamat', 5, 200, 'addressProblem'],
  ['zoneName', 'zona', 1, 40, 'zoneNameProblem'],
  ['personName', 'orang', 2, 120, 'personNameProblem'],
] as const;

export interface ReadFirstRun {
  readonly values: FirstRunValues;
  readonly problems: Problems<FirstRunProblem>;
  /** Only where there is no problem. */
  readonly wish?: ReturnType<typeof toWish>;
}

/** What was typed on the page of the first run, and what is missing in it. */
export function readFirstRun(form: FormData): ReadFirstRun {
  const credentials = readCredentials(form, 'both');
  const text = (field: string) => textOf(form, field).trim().slice(0, 300);
  const lines = Object.fromEntries(LINES.map(([key, field]) => [key, text(field)])) as Pick<
    FirstRunValues,
    (typeof LINES)[number][0]
  >;
  const values: FirstRunValues = {
    ...lines,
    timeZone: text('waktu'),
    floor: text('lantai'),
    email: text('email'),
    ...credentials.values,
  };
  const wrong: Record<string, FirstRunProblem> = {};
  for (const [key, field, min, max, problem] of LINES) {
    if (lines[key].length < min || lines[key].length > max) wrong[field] = problem;
  }
  if (!(TIME_ZONES as readonly string[]).includes(values.timeZone)) wrong['waktu'] = 'timeZoneProblem';
  if (!/^-?[0-9]{1,2}$/.test(values.floor) || Number(values.floor) < -5 || Number(values.floor) > 60)
    wrong['lantai'] = 'floorProblem';
  if (!isEmail(values.email)) wrong['email'] = 'emailProblem';
  const problems = inOrder({ ...wrong, ...credentials.problems });
  return Object.keys(problems).length > 0 ? { values, problems } : { values, problems, wish: toWish(values) };
}

const FIELDS = [
  'nama',
  'pendek',
  'daerah',
  'waktu',
  'lokasi',
  'alamat',
  'zona',
  'lantai',
  'orang',
  'email',
  'sandi',
  'ulang',
  'kode',
];

/** As the page asks, so that the first link of the summary leads to the first field. */
function inOrder(problems: Problems<FirstRunProblem>): Problems<FirstRunProblem> {
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const problem = problems[field];
      return problem === undefined ? [] : [[field, problem]];
    }),
  );
}

function toWish(values: FirstRunValues) {
  const { name, shortName, regency, siteName, address, zoneName, email, password, code } = values;
  return {
    mall: {
      name,
      shortName,
      regency,
      timeZone: values.timeZone as TimeZone,
      siteName,
      address,
      zoneName,
      floor: Number(values.floor),
    },
    administrator: { name: values.personName, email, password, code },
  };
}
