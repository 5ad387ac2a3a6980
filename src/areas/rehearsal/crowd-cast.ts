import type { ContractRouterClient } from '@orpc/contract';
import type pg from 'pg';
import { listAgencies } from '#areas/agencies/public.ts';
import type { capacityContract } from '#areas/capacity/contract.ts';
import { getMallPlace, type MallPlace } from '#areas/malls/public.ts';
import type { queueContract } from '#areas/queue/contract.ts';
import { listServices } from '#areas/services/public.ts';
import { insertStaffRows, namesOf } from '#areas/staff/public.ts';
import type { surveyContract } from '#areas/survey/contract.ts';
import type { Actor, DeviceActor, StaffActor } from '#platform/contract/access.ts';
import { runTransaction, type Tx } from '#platform/database/transaction.ts';
import { hashSecret } from '#platform/random/ids.ts';
import type { DemandProfile } from './rules/crowd-plan.ts';

/** The operations that a crowd walks through: the same as people's. */
export type CrowdClient = ContractRouterClient<{
  capacity: typeof capacityContract;
  queue: typeof queueContract;
  survey: typeof surveyContract;
}>;

export interface CrowdOptions {
  /** For its setting and its members; everything else goes through `clientFor`. */
  readonly pool: pg.Pool;
  readonly mallId: string;
  readonly demand: DemandProfile;
  /** Operations in this process as somebody; every command that is sent has a key of its own. */
  readonly clientFor: (actor: Actor) => CrowdClient;
  readonly log: { warn(facts: object, message: string): void };
}

export interface CastOfficer {
  readonly actor: StaffActor;
  /** The one counter at which this officer ever sits. */
  readonly counterId: string;
}

export interface CastAgency {
  readonly id: string;
  readonly slug: string;
  readonly officers: readonly CastOfficer[];
}

export interface CastService {
  readonly id: string;
  readonly slug: string;
  readonly agencySlug: string;
  readonly expectedMinutes: number;
}

/** Who plays in a rehearsal: one simulated officer for each counter, one kiosk, and what visitors can ask for. */
export interface Cast {
  readonly place: MallPlace;
  readonly kiosk: DeviceActor;
  readonly agencies: readonly CastAgency[];
  readonly servicesByCode: ReadonlyMap<string, CastService>;
}

/** Reads the mall and makes the simulated officers who are not there yet. */
export async function loadCast({ pool, mallId }: Pick<CrowdOptions, 'pool' | 'mallId'>): Promise<Cast> {
  const actor = { kind: 'system', id: 'rehearsal', mallId } as const;
  const options = { actor, operation: 'rehearsal.cast', mode: 'command' } as const;
  const result = await runTransaction(pool, options, readCast);
  if (result.kind === 'key-reused') throw new Error('a cast is made without a key');
  return result.value;
}

async function readCast(tx: Tx): Promise<Cast> {
  const place = await getMallPlace(tx);
  const services = await listServices(tx, place.id);
  const agencies = (await listAgencies(tx, place.id)).map(({ id, slug, counters }) => ({
    id,
    slug,
    officers: counters.map((counter) => makeOfficer(place, id, counter)),
  }));
  await hireMissing(
    tx,
    place,
    agencies.flatMap(({ officers }) => officers),
  );
  return {
    place,
    kiosk: {
      kind: 'device',
      id: stableId(`${place.id} kiosk`),
      mallId: place.id,
      timeZone: place.timeZone,
      deviceKind: 'kiosk',
      zoneId: stableId(`${place.id} nowhere`),
      simulated: true,
    },
    agencies,
    servicesByCode: new Map(services.map((service) => [service.code, service])),
  };
}

function makeOfficer(
  place: MallPlace,
  agencyId: string,
  counter: { readonly id: string; readonly number: number },
): CastOfficer {
  const id = stableId(`${place.id} officer ${counter.id}`);
  const name = `Petugas simulasi ${counter.number}`;
  const { id: mallId, timeZone } = place;
  return {
    actor: { kind: 'staff', id, mallId, timeZone, role: 'officer', agencyId, name, simulated: true },
    counterId: counter.id,
  };
}

async function hireMissing(tx: Tx, place: MallPlace, officers: readonly CastOfficer[]): Promise<void> {
  const ids = officers.map(({ actor }) => actor.id);
  const known = await namesOf(tx, place.id, ids);
  const missing = officers.filter(({ actor }) => !known.has(actor.id));
  if (missing.length === 0) return;
  await insertStaffRows(
    tx,
    // The account's name is no account: nobody can sign in as one of them.
    missing.map(({ actor: { id, mallId, name, role, agencyId } }) => ({
      mallId,
      id,
      name,
      role,
      agencyId,
      accountId: `simulated ${id}`,
      simulated: true,
    })),
  );
}

/** The same id for the same words, so that a crowd that starts again finds its members. UUID version 8 (RFC 9562). */
function stableId(words: string): string {
  const hex = hashSecret(words);
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, variant + hex.slice(17, 20)];
  return [...parts, hex.slice(20, 32)].join('-');
}
