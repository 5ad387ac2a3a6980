/** What the statement that embeds the take calls its values: parameters such as `$1`, or columns. */
export interface LedgerTakeParts {
  readonly mall: string;
  readonly day: string;
  readonly service: string;
  /** A boolean: a transfer or next stop, which no quota refuses. */
  readonly internal: string;
}

/**
 * One number from the quota ledger, as the text of a statement to be embedded (`with take as (…)`) in the one that
 * gives the number, so that number and quota are taken together or not at all. It returns no row when the quota is
 * used up: the rule has said so before to the honest, this stops the race. The arithmetic is that of
 * `mayGiveNumber`: internal numbers use up their own share first. The text cast keeps the share what it was written as
 * (0.2, not 0.200000003), so that both round alike.
 */
export function ledgerTakeSql({ mall, day, service, internal }: LedgerTakeParts): string {
  const kept = 'floor(l.quota * l.internal_share::text::float8 + 0.5)';
  return `insert into capacity_ledger as l (mall_id, service_day, service_id, taken, taken_internal)
    values (${mall}, ${day}, ${service}, 1, (${internal})::boolean::int)
    on conflict (mall_id, service_day, service_id) do update
      set taken = l.taken + 1, taken_internal = l.taken_internal + excluded.taken_internal
      where l.quota is null or excluded.taken_internal = 1
        or l.taken - least(l.taken_internal, ${kept}) < l.quota - ${kept}
    returning taken`;
}
