import pg from 'pg';

/** One trip to the database, as it was sent. */
export interface Trip {
  readonly text: string;
  /** In the driver's own text form; undefined for a plain text without values. */
  readonly values: readonly unknown[] | undefined;
}

/** Notes what the driver sends, everywhere in this process. */
export function recordTrips() {
  let noted: Trip[] | undefined;
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const send = prototype.query;
  prototype.query = function query(this: unknown, ...args: unknown[]) {
    if (noted) note(noted, args);
    return send.apply(this, args);
  };
  return {
    start(): void {
      noted = [];
    },
    take(): Trip[] {
      const taken = noted ?? [];
      noted = undefined;
      return taken;
    },
  };
}

function note(noted: Trip[], [query, given]: unknown[]): void {
  const config =
    typeof query === 'string' ? { text: query } : (query as { text: string; values?: unknown[] });
  const values = config.values ?? (Array.isArray(given) ? given : undefined);
  noted.push({
    text: config.text,
    values: values?.map((value) => (value instanceof Date ? { at: value.toISOString() } : value)),
  });
}
