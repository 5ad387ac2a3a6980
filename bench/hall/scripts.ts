import type { Trip } from '../programs/trips.ts';
import { asScript } from './as-script.ts';
import { Caller, type Call } from './caller.ts';
import type { Hall } from './hall.ts';
import {
  AGENCIES,
  agencyOfOfficer,
  COUNTERS_PER_AGENCY,
  idOf,
  idSql,
  MALL_ID,
  officerCookie,
  SERIES,
  serviceSlug,
} from './scene.ts';

export const CLAIM_CLIENTS = 16;
/** 16 × 54 = 864 of the 875 officers. */
export const CLAIMS_PER_CLIENT = 54;

/** What one command sent to the database: session read first, then its transaction. The notification is coalesced and left out. */
export async function recordCommand(hall: Hall, call: Call): Promise<Trip[]> {
  const caller = new Caller(hall.url, 1);
  await hall.program.ask('startTrips');
  await caller.succeed(call);
  const trips = await hall.program.ask<Trip[]>('takeTrips');
  caller.close();
  return trips.filter((trip) => !trip.text.includes('pg_notify'));
}

/** From BEGIN to COMMIT: each of both waits for the disk in it. */
function transactionOf(trips: readonly Trip[]): Trip[] {
  const first = trips.findIndex((trip) => trip.text.startsWith('begin'));
  const last = trips.findIndex((trip) => trip.text.endsWith('; commit'));
  if (first < 0 || last < first) throw new Error('no whole transaction was recorded');
  return trips.slice(first, last + 1);
}

/** The claim of officer 0, made into that of any officer. Needs somebody waiting. */
export async function claimScript(hall: Hall): Promise<string> {
  const cookie = officerCookie(0);
  const trips = transactionOf(
    await recordCommand(hall, { operation: 'queue/callNext', input: {}, headers: { cookie } }),
  );
  const agency = `:officer / ${COUNTERS_PER_AGENCY}`;
  const replacements = new Map([
    [idOf('staff', 0), idSql('staff', ':officer')],
    [idOf('agency', agencyOfOfficer(0)), idSql('agency', agency)],
    ...freshOnes(trips),
  ]);
  const opening = [
    '\\set n random(1, 200000000000000)',
    `\\set officer mod(:turn, ${CLAIMS_PER_CLIENT}) + :client_id * ${CLAIMS_PER_CLIENT}`,
    '\\set turn :turn + 1',
  ];
  return asScript(trips, replacements, opening);
}

/** The issue for the service of `agency`, made into that for any. */
export function issueScript(recorded: readonly Trip[], agency: number): string {
  const trips = transactionOf(recorded);
  const list = SERIES.map((series) => `'${series}'`).join(',');
  const replacements = new Map([
    [serviceSlug(agency), `('layanan-' || :agency::int)`],
    [SERIES[agency]!, `(array[${list}])[:agency::int + 1]`],
    [idOf('service', agency), idSql('service', ':agency')],
    [idOf('agency', agency), idSql('agency', ':agency')],
    [idOf('booth', agency), idSql('booth', ':agency')],
    [idOf('zone', Math.floor(agency / (AGENCIES / 25))), idSql('zone', ':agency::int / 5')],
    ...freshOnes(trips),
  ]);
  return asScript(trips, replacements, [
    '\\set n random(1, 200000000000000)',
    `\\set agency random(0, ${AGENCIES - 1})`,
  ]);
}

/** Ids that the command made, its key and its secret address: other ones for each transaction. */
function freshOnes(trips: readonly Trip[]): [string, string][] {
  const kinds = ['visit', 'stop', 'line', 'event'] as const;
  const all = trips.flatMap(({ text, values }) => [text, ...(values ?? []).map(String)]).join(' ');
  const ids = new Set(
    all.match(/\b[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b/g) ?? [],
  );
  const made = [...ids].filter((id) => id !== MALL_ID && !id.startsWith('00000000-0000-7000-'));
  const tokens = trips
    .flatMap(({ values }) => values ?? [])
    .filter((value) => /^[A-Za-z0-9_-]{22}$/.test(String(value)));
  return [
    ...made.map((id, index): [string, string] => [
      id,
      idSql(kinds[index % kinds.length]!, `:n::bigint + ${index}`),
    ]),
    ...tokens.map((token): [string, string] => [String(token), 'substr(md5((:n::bigint)::text), 1, 22)']),
  ];
}
