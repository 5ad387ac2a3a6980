-- malls: what administrators keep in the browser carries a version, so that nobody overwrites unseen what somebody else
-- changed meanwhile. A site or zone that is no more stays in the tables, since devices of earlier days point at it.
alter table site
  add column version integer not null default 1,
  add column active boolean not null default true,
  drop constraint site_mall_id_slug_key;
create unique index site_slug on site (mall_id, slug) where active;
alter table zone
  add column version integer not null default 1,
  add column active boolean not null default true,
  drop constraint zone_mall_id_slug_key;
create unique index zone_slug on zone (mall_id, slug) where active;

-- A site with zones, and a zone with a booth or a device in use, stays.
create function keep_place_in_use() returns trigger language plpgsql as $$
declare holder text;
begin
  if tg_table_name = 'site' then
    select 'zone' into holder from zone z where z.mall_id = new.mall_id and z.site_id = new.id and z.active limit 1;
  else
    select 'booth' into holder from booth b where b.mall_id = new.mall_id and b.zone_id = new.id limit 1;
    if holder is null then
      select 'device' into holder from device d
        where d.mall_id = new.mall_id and d.zone_id = new.id and d.revoked_at is null limit 1;
    end if;
    -- A device that an administrator has let in and that has not come yet.
    if holder is null then
      select 'device' into holder from device_pairing p, clock_offset c
        where p.mall_id = new.mall_id and p.zone_id = new.id and p.claimed_at is null
          and p.expires_at > clock_timestamp() + c.offset_by limit 1;
    end if;
  end if;
  if holder is not null then
    raise exception '% % is in use by a %', tg_table_name, new.slug, holder
      using errcode = 'check_violation', constraint = 'place_in_use', detail = holder;
  end if;
  return new;
end $$;
create trigger site_kept before update of active on site
  for each row when (old.active and not new.active) execute function keep_place_in_use();
create trigger zone_kept before update of active on zone
  for each row when (old.active and not new.active) execute function keep_place_in_use();

-- The other half of the race: a booth or device is put into a zone that was taken away a moment ago. The command is
-- tried again and then meets the ordinary refusal.
create function keep_in_active_zone() returns trigger language plpgsql as $$
begin
  perform from zone z where z.mall_id = new.mall_id and z.id = new.zone_id and z.active for share;
  if not found then
    raise exception 'this zone is gone' using errcode = 'serialization_failure';
  end if;
  return new;
end $$;
create trigger booth_in_zone before insert or update of zone_id on booth
  for each row execute function keep_in_active_zone();
create trigger device_in_zone before insert or update of zone_id on device
  for each row execute function keep_in_active_zone();

-- agencies, services: the same version.
alter table agency add column version integer not null default 1;
alter table service add column version integer not null default 1;

-- Nobody's line is taken away from under them. Today's and yesterday's stops are looked at: a day that is over was
-- closed at its end, and one day more covers every time zone.
create function keep_line_of_waiting() returns trigger language plpgsql as $$
declare waiting integer;
begin
  select count(*) into waiting from stop s
    where s.mall_id = new.mall_id and s.state <> 'done'
      and s.service_day >= (select (clock_timestamp() + c.offset_by)::date - 1 from clock_offset c)
      and case tg_table_name when 'agency' then s.agency_id else s.service_id end = new.id;
  if waiting > 0 then
    raise exception '% people wait', waiting
      using errcode = 'check_violation', constraint = 'people_still_wait', detail = waiting::text;
  end if;
  return new;
end $$;
create trigger agency_kept before update of active on agency
  for each row when (old.active and not new.active) execute function keep_line_of_waiting();
create trigger service_kept before update of active on service
  for each row when (old.active and not new.active) execute function keep_line_of_waiting();

-- The other half of that race: a number for an agency or service that was taken away a moment ago.
create function keep_stop_in_line() returns trigger language plpgsql as $$
begin
  perform from agency a join service s on s.mall_id = a.mall_id
    where a.mall_id = new.mall_id and a.id = new.agency_id and s.id = new.service_id and a.active and s.active
    for share of a, s;
  if not found then
    raise exception 'agency or service is not offered any more' using errcode = 'serialization_failure';
  end if;
  return new;
end $$;
create trigger stop_in_line before insert or update of agency_id, service_id on stop
  for each row when (new.state <> 'done') execute function keep_stop_in_line();

-- A counter at which somebody sits neither goes nor moves, and nobody sits down at one that is gone.
create function keep_counter_in_use() returns trigger language plpgsql as $$
begin
  if exists (select from counter_session o
    where o.mall_id = old.mall_id and o.counter_id = old.id and o.closed_at is null)
  then
    raise exception 'somebody sits at counter %', old.number
      using errcode = 'check_violation', constraint = 'counter_in_use', detail = old.number::text;
  end if;
  return new;
end $$;
create trigger counter_kept before update of active, booth_id on counter
  for each row when (old.active and (not new.active or new.booth_id <> old.booth_id))
  execute function keep_counter_in_use();
create function keep_seat_at_counter() returns trigger language plpgsql as $$
begin
  perform from counter c where c.mall_id = new.mall_id and c.id = new.counter_id and c.active for share;
  if not found then
    raise exception 'this counter is gone' using errcode = 'serialization_failure';
  end if;
  return new;
end $$;
create trigger counter_session_at_counter before insert on counter_session
  for each row execute function keep_seat_at_counter();
