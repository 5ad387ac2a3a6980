import pg from 'pg';

const DATE = 1082;
const BIGINT = 20;

/** A service day stays the text 'YYYY-MM-DD': the driver's own Date would move it by the server's time zone. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === DATE) return (text: string) => text;
    if (oid === BIGINT) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  },
} as pg.CustomTypesConfig;

export interface PoolOptions {
  readonly connectionsMax?: number;
  readonly searchPath?: string;
  readonly applicationName?: string;
}

/**
 * Opens a pool whose rows carry days as text, big integers as numbers and timestamps as Date.
 * A connection that the database drops while idle is replaced silently; a query in flight still fails.
 */
export function openPool(connectionString: string, options: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    types,
    max: options.connectionsMax ?? 16,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: 30_000,
    application_name: options.applicationName ?? 'balairung',
    ...(options.searchPath ? { options: `-c search_path=${options.searchPath}` } : {}),
  });
  pool.on('error', () => {});
  // In use but between two queries, a connection that breaks tells nobody but this listener, and unheard it would end
  // the whole process. The next query on it fails and is told to whoever asked.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
