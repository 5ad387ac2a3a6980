import { listAllAgencyNames, type AgencyName } from '#areas/agencies/public.ts';
import type { StaffActor } from '#platform/contract/access.ts';
import type { ImportCounts, ImportPreview } from '#platform/contract/import-shapes.ts';
import type { Tx } from '#platform/database/transaction.ts';
import {
  countPlan,
  previewPlan,
  refuseProblems,
  type ImportEntry,
  type ImportPlan,
} from '#platform/sheets/plan-import.ts';
import {
  cellProblem,
  plainHead,
  readSheet,
  type SheetProblem,
  type SheetRow,
} from '#platform/sheets/read-sheet.ts';
import { listChanges } from '#platform/values/changes.ts';
import { slugFrom } from '#platform/values/slug.ts';
import { ServiceValues, type KeptService } from './contract.ts';
import { listServicesForImport, openServices, saveService } from './keep-services.ts';
import {
  BETWEEN_REQUIREMENTS,
  CELL_WORDS,
  SERVICE_COLUMNS,
  type ServiceColumn,
} from './rules/service-columns.ts';
import { fromSheet, fromTexts, sheetField, toSheet, type SheetTexts } from './rules/service-sheet.ts';

type Row = SheetRow<ServiceColumn>;
interface ServiceOfAgency {
  readonly agency: AgencyName;
  readonly values: ServiceValues;
}

/** What a file of services would do, and every place in it that is not right. */
export async function previewServices(tx: Tx, staff: StaffActor, csv: string): Promise<ImportPreview> {
  return previewPlan(await planServices(tx, staff, csv));
}

/**
 * Takes in a file of services: new ones are added, known ones (by their code) changed, all or none.
 * Refusals: IMPORT_UNREADABLE, and those of changing one.
 */
export async function importServices(tx: Tx, staff: StaffActor, csv: string): Promise<ImportCounts> {
  const plan = await planServices(tx, staff, csv);
  refuseProblems(plan);
  for (const { kept, values, changes } of plan.entries) {
    if (kept === undefined || changes.length === 0) continue;
    await saveService(tx, staff, { ...values.values, serviceId: kept.id, version: kept.version });
  }
  const fresh = plan.entries.filter(({ kept }) => kept === undefined);
  await openServices(
    tx,
    staff,
    fresh.map(({ values }) => values),
  );
  return countPlan(plan);
}

interface Mall {
  readonly agencies: ReadonlyMap<string, AgencyName>;
  readonly byCode: ReadonlyMap<string, KeptService>;
  readonly bySlug: ReadonlyMap<string, KeptService>;
}

async function planServices(
  tx: Tx,
  staff: StaffActor,
  csv: string,
): Promise<ImportPlan<ServiceOfAgency, KeptService>> {
  const { rows, problems } = readSheet(csv, SERVICE_COLUMNS);
  if (rows.length === 0) return { problems, entries: [] };
  const agencies = await listAllAgencyNames(tx, staff.mallId);
  const kept = await listServicesForImport(tx, staff);
  const mall: Mall = {
    agencies: new Map(
      agencies.flatMap((agency) => [agency.shortName, agency.slug].map((name) => [plainHead(name), agency])),
    ),
    byCode: new Map(kept.map((service) => [service.code, service])),
    bySlug: new Map(kept.map((service) => [service.slug, service])),
  };
  const found: SheetProblem[] = [...problems];
  const entries: ImportEntry<ServiceOfAgency, KeptService>[] = [];
  const seen = { codes: new Set<string>(), slugs: new Set<string>() };
  for (const row of rows) {
    const read = readRow(row, mall);
    const wrong = Array.isArray(read) ? read : checkRow(row, read as ServiceOfAgency, mall, seen);
    found.push(...wrong);
    if (wrong.length === 0) entries.push(entryOf(row, read as ServiceOfAgency, mall));
  }
  return { problems: found, entries };
}

/** The service that a row writes down, or the cells that are not right. */
function readRow(row: Row, mall: Mall): ServiceOfAgency | SheetProblem[] {
  const { agency: named, ...cells } = row.cells;
  const agency = mall.agencies.get(plainHead(named));
  const read = ServiceValues.safeParse(fromSheet(fromTexts(textsOf(cells))));
  const wrong = new Set<ServiceColumn>(
    read.success ? [] : read.error.issues.map(({ path }) => sheetField(path)),
  );
  const problems = SERVICE_COLUMNS.filter(({ key }) => wrong.has(key)).map((column) =>
    cellProblem(row, column, `wrong-${column.key}`),
  );
  if (agency === undefined) problems.push(cellProblem(row, SERVICE_COLUMNS[0], 'agency-unknown'));
  return read.success && agency !== undefined ? { agency, values: read.data } : problems;
}

function textsOf(cells: Readonly<Record<Exclude<ServiceColumn, 'agency'>, string>>): SheetTexts {
  const said = Object.entries(cells).map(([key, text]) => {
    const words = WORDS.get(key as ServiceColumn);
    return [key, words?.get(plainHead(text)) ?? text];
  });
  return {
    ...(Object.fromEntries(said) as SheetTexts),
    nameEn: cells.nameEn === '' ? cells.name : cells.nameEn,
    slug: cells.slug === '' ? slugFrom(cells.name) : cells.slug,
    requirements: cells.requirements.replaceAll(BETWEEN_REQUIREMENTS, '\n'),
  };
}

/** What a row says that cannot be beside what is kept, or beside an earlier row. */
function checkRow(
  row: Row,
  { agency, values: { code, slug } }: ServiceOfAgency,
  mall: Mall,
  seen: { codes: Set<string>; slugs: Set<string> },
): SheetProblem[] {
  const problems: SheetProblem[] = [];
  const tell = (key: ServiceColumn, reason: string, found?: string) =>
    problems.push(cellProblem(row, COLUMN.get(key)!, reason, found));
  const own = mall.byCode.get(code);
  if (seen.codes.has(code)) tell('code', 'twice');
  const slugColumn = row.cells.slug === '' ? 'name' : 'slug';
  if (seen.slugs.has(slug)) tell(slugColumn, 'twice', slug);
  const namesake = mall.bySlug.get(slug);
  if (namesake !== undefined && namesake.id !== own?.id) tell(slugColumn, 'taken', namesake.code);
  if (own !== undefined && own.agencyId !== agency.id) tell('agency', 'other-agency', own.agencyShortName);
  seen.codes.add(code);
  seen.slugs.add(slug);
  return problems;
}

function entryOf({ row }: Row, read: ServiceOfAgency, mall: Mall): ImportEntry<ServiceOfAgency, KeptService> {
  const kept = mall.byCode.get(read.values.code);
  const changes = kept === undefined ? [] : listChanges(toSheet(kept), toSheet(read.values));
  return { row, name: read.values.name, values: read, kept, changes };
}

const COLUMN = new Map(SERVICE_COLUMNS.map((column) => [column.key, column]));
const WORDS = new Map(
  Object.entries(CELL_WORDS).map(([key, words]) => [
    key as ServiceColumn,
    new Map(Object.entries(words).map(([word, value]) => [plainHead(word), value])),
  ]),
);
