import pg from 'pg';

/**
 * Takes foreign keys, triggers and indexes away for the time of a load, in the open transaction: tables can be filled
 * in any order, no row is numbered, announced or dated a second time, and an index built at the end takes a fraction
 * of the time of one that grows row by row.
 * @returns puts them back; a foreign key that the rows do not keep is an error then
 */
export async function liftConstraints(client: pg.ClientBase): Promise<() => Promise<void>> {
  const keys = await listForeignKeys(client);
  const triggers = await listTriggers(client);
  const indexes = await listIndexes(client);
  for (const { table, name } of keys) {
    await client.query(`alter table ${table} drop constraint ${pg.escapeIdentifier(name)}`);
  }
  for (const { table, name } of triggers) {
    await client.query(`alter table ${table} disable trigger ${pg.escapeIdentifier(name)}`);
  }
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  return async () => {
    for (const { definition } of indexes) await client.query(definition);
    for (const { table, name } of triggers) {
      await client.query(`alter table ${table} enable trigger ${pg.escapeIdentifier(name)}`);
    }
    for (const { table, name, definition } of keys) {
      await client.query(`alter table ${table} add constraint ${pg.escapeIdentifier(name)} ${definition}`);
    }
  };
}

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

async function listForeignKeys(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select c.conrelid::regclass::text as table, c.conname::text as name, pg_get_constraintdef(c.oid) as definition
     from pg_constraint c where c.contype = 'f' and c.conparentid = 0 order by 1, 2`,
  );
  return rows;
}

/** Those of our own that are on; the ones behind foreign keys go with them. */
async function listTriggers(client: pg.ClientBase): Promise<{ table: string; name: string }[]> {
  const { rows } = await client.query<{ table: string; name: string }>(
    `select t.tgrelid::regclass::text as table, t.tgname::text as name
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where not t.tgisinternal and t.tgenabled = 'O' and n.nspname in ('public', 'auth', 'graphile_worker')
     order by 1, 2`,
  );
  return rows;
}

/** Those that no constraint stands on. */
async function listIndexes(client: pg.ClientBase): Promise<{ name: string; definition: string }[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'auth', 'graphile_worker') and c.relkind = 'r' and not i.indisreplident
       and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
     order by 1`,
  );
  return rows;
}
