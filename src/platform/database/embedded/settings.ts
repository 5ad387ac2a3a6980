import { join } from 'node:path';

/** Sized for two cores, and for server and database together in 600 MB. Everything acknowledged is on the disk. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '64MB',
  work_mem: '4MB',
  maintenance_work_mem: '32MB',
  effective_cache_size: '512MB',
  huge_pages: 'off',
  jit: 'off',
  // Reading in the server process itself saves three worker processes.
  io_method: 'sync',
  max_worker_processes: '4',
  max_parallel_workers: '2',
  max_parallel_workers_per_gather: '1',
  max_logical_replication_workers: '0',
  autovacuum_max_workers: '2',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  wal_compression: 'on',
  wal_buffers: '2MB',
  min_wal_size: '48MB',
  max_wal_size: '256MB',
  checkpoint_timeout: '5min',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  datestyle: 'ISO, YMD',
  lc_messages: 'C',
  // Statements and the details of errors carry what people typed in: names, numbers. They stay out of the log.
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_line_prefix: '%m [%p] ',
  cluster_name: 'balairung',
};

/**
 * The whole postgresql.conf, written anew at each start so that a newer program's settings take effect. An operator's
 * own settings go into `postgresql.local.conf` in the data folder and win.
 */
export function configurationText(options: {
  dataFolder: string;
  socketFolder: string;
  overrides: Readonly<Record<string, string>>;
}): string {
  const all = { ...SETTINGS, unix_socket_directories: `"${options.socketFolder}"`, ...options.overrides };
  const lines = Object.entries(all).map(([name, value]) => `${name} = ${quote(value)}`);
  const local = quote(join(options.dataFolder, 'postgresql.local.conf'));
  return [
    '# Written at each start; change postgresql.local.conf instead.',
    ...lines,
    `include_if_exists = ${local}`,
    '',
  ].join('\n');
}

/** Only through the Unix socket, only with a password. */
export const ACCESS_TEXT = 'local all all scram-sha-256\n';

function quote(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
