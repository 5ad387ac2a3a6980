import type pg from 'pg';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { EventHub } from '#platform/events/hub.ts';

/** Figures for the operator's monitoring: process, database pool, listeners. No person and no number is in them. */
export function createMetrics({ pool, hub }: { pool: pg.Pool; hub: EventHub }) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  gauge(registry, 'balairung_stream_listeners', 'Open event streams', () => hub.listenerCount);
  gauge(registry, 'balairung_pool_connections', 'Database connections open', () => pool.totalCount);
  gauge(
    registry,
    'balairung_pool_waiting',
    'Requests waiting for a database connection',
    () => pool.waitingCount,
  );
  return {
    read: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}

function gauge(registry: Registry, name: string, help: string, read: () => number): void {
  const made = new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      made.set(read());
    },
  });
}
