import pg from 'pg';

/** However the server or the role is set up, values read and write the same and nothing ends a long transfer. */
const SETTINGS = `
  set client_encoding = 'UTF8'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC';
  set extra_float_digits = 1; set bytea_output = 'hex'; set search_path = ''; set synchronize_seqscans = off;
  set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0;
  set row_security = off`;

/**
 * Connects for a transfer, as the owner of the tables. Row-level security is not switched off but made an error: a
 * backup that would silently leave rows out fails instead.
 */
export async function withTransferConnection<T>(
  url: string,
  use: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'balairung backup' });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(SETTINGS);
    return await use(client);
  } finally {
    await client.end();
  }
}

/** The table's quoted name. */
export function nameOf({ schema, table }: { schema: string; table: string }): string {
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)}`;
}

/** The columns as a quoted list. */
export function listOf(columns: readonly string[]): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(', ');
}
