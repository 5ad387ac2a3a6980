import { listZonesOf } from '#areas/malls/public.ts';
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
import { AgencyValues, type KeptAgency } from './contract.ts';
import { agencyRecord, listKeptAgencies, openAgency, saveAgency } from './keep-agency.ts';
import { listMallCounters } from './kept-store.ts';
import { AGENCY_COLUMNS, KIND_WORDS, type AgencyColumn } from './rules/agency-sheet.ts';
import { planCounters, type MallCounter } from './rules/kept-agency.ts';

type Row = SheetRow<AgencyColumn>;
type Plan = ImportPlan<AgencyValues, KeptAgency>;

/** What a file of agencies would do, and every place in it that is not right. */
export async function previewAgencies(tx: Tx, staff: StaffActor, csv: string): Promise<ImportPreview> {
  return previewPlan(await planAgencies(tx, staff, csv));
}

/**
 * Takes in a file of agencies with booth and counters: new ones are added, known ones (by their page address) changed,
 * all or none. Refusals: IMPORT_UNREADABLE, and those of adding and changing one.
 */
export async function importAgencies(tx: Tx, staff: StaffActor, csv: string): Promise<ImportCounts> {
  const plan = await planAgencies(tx, staff, csv);
  refuseProblems(plan);
  for (const { kept, values, changes } of plan.entries) {
    if (kept === undefined) await openAgency(tx, staff, values);
    else if (changes.length > 0)
      await saveAgency(tx, staff, { ...values, agencyId: kept.id, version: kept.version });
  }
  return countPlan(plan);
}

interface Mall {
  readonly zones: readonly { readonly id: string; readonly name: string; readonly slug: string }[];
  readonly bySlug: ReadonlyMap<string, KeptAgency>;
  readonly bySeries: ReadonlyMap<string, KeptAgency>;
  readonly counters: readonly MallCounter[];
}

async function planAgencies(tx: Tx, staff: StaffActor, csv: string): Promise<Plan> {
  const { rows, problems } = readSheet(csv, AGENCY_COLUMNS);
  if (rows.length === 0) return { problems, entries: [] };
  const kept = await listKeptAgencies(tx, staff);
  const mall: Mall = {
    zones: await listZonesOf(tx, staff.mallId),
    bySlug: new Map(kept.map((agency) => [agency.slug, agency])),
    bySeries: new Map(kept.map((agency) => [agency.series, agency])),
    counters: await listMallCounters(tx, staff.mallId),
  };
  const found: SheetProblem[] = [...problems];
  const entries: ImportEntry<AgencyValues, KeptAgency>[] = [];
  const seen = { slugs: new Set<string>(), series: new Set<string>(), counters: new Set<number>() };
  for (const row of rows) {
    const values = readRow(row, mall);
    const wrong = Array.isArray(values) ? values : checkRow(row, values as AgencyValues, mall, seen);
    found.push(...wrong);
    if (wrong.length === 0) entries.push(entryOf(row, values as AgencyValues, mall));
  }
  return { problems: found, entries };
}

/** The agency that a row writes down, or the cells that are not right. */
function readRow(row: Row, { zones }: Mall): AgencyValues | SheetProblem[] {
  const { cells } = row;
  const zoneName = plainHead(cells.zoneId);
  const zone = zones.find(({ name, slug }) => plainHead(name) === zoneName || slug === cells.zoneId);
  const read = AgencyValues.safeParse({
    name: cells.name,
    shortName: cells.shortName,
    slug: cells.slug === '' ? slugFrom(cells.shortName) : cells.slug,
    kind: KINDS.get(plainHead(cells.kind)) ?? cells.kind,
    series: cells.series.toUpperCase(),
    icon: cells.icon === '' ? 'building-2' : cells.icon,
    servesHolidays: readYes(cells.servesHolidays, false),
    active: readYes(cells.active, true),
    zoneId: zone?.id ?? cells.zoneId,
    boothName: cells.boothName === '' ? cells.shortName : cells.boothName,
    lastIntakeMinutes: cells.lastIntakeMinutes === '' ? 15 : readCount(cells.lastIntakeMinutes),
    counters: cells.counters
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map(readCount),
  });
  // A uuid of another mall's zone is no zone of this one.
  const elsewhere = read.success && zone === undefined ? ['zoneId'] : [];
  const wrong = new Set(read.success ? elsewhere : read.error.issues.map(({ path }) => path[0]));
  if (read.success && wrong.size === 0) return read.data;
  return AGENCY_COLUMNS.filter(({ key }) => wrong.has(key)).map((column) =>
    cellProblem(row, column, `wrong-${column.key}`),
  );
}

/** What a row says that cannot be beside what is kept, or beside an earlier row. */
function checkRow(
  row: Row,
  values: AgencyValues,
  mall: Mall,
  seen: { slugs: Set<string>; series: Set<string>; counters: Set<number> },
): SheetProblem[] {
  const problems: SheetProblem[] = [];
  const tell = (key: AgencyColumn, reason: string, found?: string) =>
    problems.push(cellProblem(row, COLUMN.get(key)!, reason, found));
  const own = mall.bySlug.get(values.slug);
  if (seen.slugs.has(values.slug)) tell(row.cells.slug === '' ? 'shortName' : 'slug', 'twice', values.slug);
  if (seen.series.has(values.series)) tell('series', 'twice');
  const holder = mall.bySeries.get(values.series);
  if (holder !== undefined && holder.id !== own?.id) tell('series', 'taken', holder.shortName);
  const twice = values.counters.find((number) => seen.counters.has(number));
  if (twice !== undefined) tell('counters', 'twice', String(twice));
  const [elsewhere] = planCounters(own?.id ?? '', values.counters, mall.counters).elsewhere;
  if (elsewhere !== undefined)
    tell('counters', 'counter-elsewhere', `${elsewhere.number}, ${elsewhere.agencyShortName}`);
  if (values.active && values.counters.length === 0) tell('counters', 'no-counter');
  seen.slugs.add(values.slug);
  seen.series.add(values.series);
  for (const number of values.counters) seen.counters.add(number);
  return problems;
}

function entryOf({ row }: Row, values: AgencyValues, mall: Mall): ImportEntry<AgencyValues, KeptAgency> {
  const kept = mall.bySlug.get(values.slug);
  const zone = mall.zones.find(({ id }) => id === values.zoneId)!;
  const after = agencyRecord(values, { id: zone.id, name: zone.name });
  const changes = kept === undefined ? [] : listChanges(kept, after);
  return { row, name: values.shortName, values, kept, changes };
}

const COLUMN = new Map(AGENCY_COLUMNS.map((column) => [column.key, column]));
const KINDS = new Map(Object.entries(KIND_WORDS).map(([word, kind]) => [plainHead(word), kind]));

/** Neither yes nor no is undefined, which the contract does not take. */
function readYes(text: string, whenEmpty: boolean): boolean | undefined {
  if (text === '') return whenEmpty;
  return new Map([
    ['ya', true],
    ['tidak', false],
  ]).get(text.toLowerCase());
}

function readCount(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : NaN;
}
