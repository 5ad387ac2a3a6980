import pg from 'pg';

/**
 * Takes foreign keys and triggers away for the time of a load, in the open transaction, so that tables can be filled
 * in any order and no row is numbered, announced or dated a second time.
 * @returns puts them back; a foreign key that the rows do not keep is an error then
 */
export async function liftConstraints(client: pg.ClientBase): Promise<() => Promise<void>> {
  const keys = await listForeignKeys(client);
  const triggers = await listTriggers(client);
  for (const { table, name } of keys) {
    await client.query(`alter table ${table} drop constraint ${pg.escapeIdentifier(name)}`);
  }
  for (const { table, name } of triggers) {
    await client.query(`alter table ${table} disable trigger ${pg.escapeIdentifier(name)}`);
  }
  return async () => {
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
