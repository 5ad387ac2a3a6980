import type pg from 'pg';
import { UNFINISHED_RESTORE } from '../database/unfinished-restore.ts';

/** Where Balairung's rows are: its own, the sign-in library's, the job queue's. */
const SCHEMAS = ['public', 'auth', 'graphile_worker'];

/** Filled by the migrations themselves, or by a restore. */
const BOOKKEEPING = ['public.schema_migration', 'graphile_worker.migrations', `public.${UNFINISHED_RESTORE}`];

export interface Table {
  readonly schema: string;
  readonly table: string;
  /** In their order, without those that the database computes. */
  readonly columns: string[];
}

/** All tables with rows of our own, in a stable order. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select n.nspname::text as schema, c.relname::text as table,
       array(select a.attname::text from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
         order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname = any($1) and n.nspname || '.' || c.relname <> all($2)
     order by 1, 2`,
    [SCHEMAS, BOOKKEEPING],
  );
  return rows;
}

export interface Sequence {
  readonly schema: string;
  readonly name: string;
  /** The last number given; a sequence that gave none is not listed. */
  readonly lastValue: string;
}

export async function listUsedSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(
    `select schemaname::text as schema, sequencename::text as name, last_value::text as "lastValue"
     from pg_sequences where schemaname = any($1) and last_value is not null order by 1, 2`,
    [SCHEMAS],
  );
  return rows;
}

/** Names of the applied migrations; empty in a database that is not Balairung's. */
export async function listAppliedMigrations(client: pg.ClientBase): Promise<string[]> {
  const { rows: found } = await client.query(`select from pg_tables where tablename = 'schema_migration'`);
  if (found.length === 0) return [];
  const { rows } = await client.query<{ name: string }>(
    'select name from public.schema_migration order by name',
  );
  return rows.map(({ name }) => name);
}

/** The first thing of anybody's in our schemas; undefined when the database is empty. Extensions do not count. */
export async function findAnything(client: pg.ClientBase): Promise<string | undefined> {
  const { rows } = await client.query<{ name: string }>(
    `select name from (
       select 1 as rank, n.nspname || '.' || c.relname as name, c.oid, 'pg_class'::regclass as kind, n.nspname
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
       union all
       select 2, n.nspname || '.' || p.proname, p.oid, 'pg_proc'::regclass, n.nspname
         from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       union all
       select 3, n.nspname || '.' || t.typname, t.oid, 'pg_type'::regclass, n.nspname
         from pg_type t join pg_namespace n on n.oid = t.typnamespace
     ) as thing
     where nspname = any($1) and not exists
       (select from pg_depend d where d.classid = thing.kind and d.objid = thing.oid and d.deptype in ('e', 'i'))
     order by rank, name limit 1`,
    [SCHEMAS],
  );
  return rows[0]?.name;
}

/** Marks the database as one that a restore has begun to fill. */
export async function markUnfinished(client: pg.ClientBase): Promise<void> {
  await client.query(`create table public.${UNFINISHED_RESTORE} ()`);
}

/** Takes the mark away, with the rows that have arrived. */
export async function markFinished(client: pg.ClientBase): Promise<void> {
  await client.query(`drop table public.${UNFINISHED_RESTORE}`);
}

/**
 * Removes everything from our schemas, in a database that held nothing of anybody's before we came. Extensions stay.
 */
export async function emptyDatabase(client: pg.ClientBase): Promise<void> {
  await client.query(`
    drop schema if exists auth, graphile_worker cascade;
    do $$
    declare thing record;
    begin
      for thing in select c.oid::regclass as name, c.relkind from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
          and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      loop
        -- Dropped along with an earlier one, it is no longer there.
        continue when to_regclass(thing.name::text) is null;
        execute format('drop %s if exists %s cascade', case thing.relkind
          when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end, thing.name);
      end loop;
      for thing in select p.oid::regprocedure as name from pg_proc p
        where p.pronamespace = 'public'::regnamespace
          and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      loop
        execute format('drop routine if exists %s cascade', thing.name);
      end loop;
      for thing in select t.oid::regtype as name, t.typtype from pg_type t
        where t.typnamespace = 'public'::regnamespace and t.typtype in ('e', 'd')
          and not exists (select from pg_depend d where d.objid = t.oid and d.deptype = 'e')
      loop
        execute format('drop type if exists %s cascade', thing.name);
      end loop;
    end $$`);
}
