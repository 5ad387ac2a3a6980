-- malls: the first and last service day of a site, both optional: a stand at a festival comes and goes.
alter table site
  add column open_from date,
  add column open_until date,
  add constraint site_days check (open_from <= open_until);

-- Nobody waits at a site on a day on which it is shut: not because its days change, nor because a zone or booth moves to
-- another. Whoever gives a number there holds its agency shared (`stop_in_line`), so those under way are waited for, and
-- counted. Days before yesterday were closed at their end.
create function keep_line_at_site() returns trigger language plpgsql as $$
declare waiting integer;
begin
  perform from agency a where a.mall_id = new.mall_id and a.id in (
    select b.agency_id from booth b join zone z on z.mall_id = b.mall_id and z.id = b.zone_id
    where b.mall_id = new.mall_id
      and new.id = case tg_table_name when 'site' then z.site_id when 'zone' then z.id else b.id end)
    order by a.id for no key update;
  select count(*) into waiting from stop s
      join booth b on b.mall_id = s.mall_id and b.agency_id = s.agency_id
      join zone z on z.mall_id = b.mall_id and z.id = b.zone_id
      join site t on t.mall_id = z.mall_id and t.id = z.site_id
    where s.mall_id = new.mall_id and s.state <> 'done'
      and s.service_day >= (select (clock_timestamp() + c.offset_by)::date - 1 from clock_offset c)
      and new.id = case tg_table_name when 'site' then t.id when 'zone' then z.id else b.id end
      and (s.service_day < t.open_from or s.service_day > t.open_until);
  if waiting > 0 then
    raise exception '% people wait', waiting
      using errcode = 'check_violation', constraint = 'people_wait_at_site', detail = waiting::text;
  end if;
  return null;
end $$;
create trigger site_days_kept after update of open_from, open_until on site
  for each row when ((old.open_from, old.open_until) is distinct from (new.open_from, new.open_until))
  execute function keep_line_at_site();
create trigger zone_line_kept after update of site_id on zone
  for each row when (old.site_id <> new.site_id) execute function keep_line_at_site();
create trigger booth_line_kept after update of zone_id on booth
  for each row when (old.zone_id <> new.zone_id) execute function keep_line_at_site();

-- The other half of that race: a number for a booth whose site was shut a moment ago. Asked after the lock, in a
-- statement of its own, so that it sees what was waited for. The command is tried again and meets the ordinary refusal.
create or replace function keep_stop_in_line() returns trigger language plpgsql as $$
begin
  perform from agency a join service s on s.mall_id = a.mall_id
    where a.mall_id = new.mall_id and a.id = new.agency_id and s.id = new.service_id and a.active and s.active
    for share of a, s;
  if not found then
    raise exception 'agency or service is not offered any more' using errcode = 'serialization_failure';
  end if;
  perform from booth b
      join zone z on z.mall_id = b.mall_id and z.id = b.zone_id
      join site t on t.mall_id = z.mall_id and t.id = z.site_id
    where b.mall_id = new.mall_id and b.agency_id = new.agency_id
      and (new.service_day < t.open_from or new.service_day > t.open_until);
  if found then
    raise exception 'this site is shut on %', new.service_day using errcode = 'serialization_failure';
  end if;
  return new;
end $$;
