import type { Selectable } from 'kysely';
import { listAgencyNames, type AgencyName } from '#areas/agencies/public.ts';
import type { Service as ServiceRow } from '#platform/database/row-types.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { newId } from '#platform/random/ids.ts';
import { Fee, PromisedTime, type Service } from './contract.ts';
import { makeServiceMatcher } from './rules/match-service.ts';
import { findServiceRow, insertServices, listServiceRows } from './store.ts';

export interface ServiceChoice {
  /** As a citizen types it; see `makeServiceMatcher`. */
  readonly search?: string | undefined;
  /** Slug of an agency. */
  readonly agency?: string | undefined;
}

/** Services that can be asked for at the mall, by code: those of active agencies that match the choice. */
export async function listServices(tx: Tx, mallId: string, choice: ServiceChoice = {}): Promise<Service[]> {
  const agencies = await listAgencyNames(tx, mallId);
  const wanted = agencies.filter(({ slug }) => choice.agency === undefined || slug === choice.agency);
  if (wanted.length === 0) return [];
  const rows = await listServiceRows(tx, mallId, wanted.length === 1 ? wanted[0]!.id : undefined);
  const byId = new Map(wanted.map((agency) => [agency.id, agency]));
  return rows
    .flatMap((row) => {
      const agency = byId.get(row.agency_id);
      return agency === undefined ? [] : [toService(row, agency)];
    })
    .filter(makeServiceMatcher(choice.search ?? ''));
}

/** One service of an active agency. */
export async function findServiceBySlug(tx: Tx, mallId: string, slug: string): Promise<Service | undefined> {
  const row = await findServiceRow(tx, mallId, slug);
  if (row === undefined) return undefined;
  const agency = (await listAgencyNames(tx, mallId)).find(({ id }) => id === row.agency_id);
  return agency && toService(row, agency);
}

/** A row as the contract tells it. */
export function toService(
  row: Selectable<ServiceRow>,
  agency: Pick<AgencyName, 'slug' | 'shortName'>,
): Service {
  return {
    id: row.id,
    code: row.code,
    slug: row.slug,
    name: row.name,
    nameEn: row.name_en,
    agencySlug: agency.slug,
    agencyShortName: agency.shortName,
    expectedMinutes: row.expected_minutes,
    fee: row.fee as Fee,
    promisedTime: row.promised_time as PromisedTime,
    requirements: row.requirements as string[],
    confidence: row.confidence as Service['confidence'],
  };
}

export interface NewService extends Omit<Service, 'id' | 'agencySlug' | 'agencyShortName' | 'requirements'> {
  readonly agencyId: string;
  readonly requirements: readonly string[];
}

/** Adds services; fee and promised time are checked against the contract, since the database holds them as JSON. */
export async function addServices(tx: Tx, mallId: string, services: readonly NewService[]): Promise<void> {
  await insertServices(
    tx,
    services.map((service) => ({
      mall_id: mallId,
      id: newId(),
      agency_id: service.agencyId,
      code: service.code,
      slug: service.slug,
      name: service.name,
      name_en: service.nameEn,
      expected_minutes: service.expectedMinutes,
      fee: JSON.stringify(Fee.parse(service.fee)),
      promised_time: JSON.stringify(PromisedTime.parse(service.promisedTime)),
      requirements: JSON.stringify(service.requirements),
      confidence: service.confidence,
    })),
  );
}
