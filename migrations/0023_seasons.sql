-- calendar: seasons with a week of their own, and single days that are not as usual.
create table season (
  mall_id uuid not null references mall,
  id uuid not null,
  -- Null: of the whole mall.
  agency_id uuid,
  name text not null check (length(name) between 3 and 80),
  basis text not null check (length(basis) between 3 and 200),
  first_day date not null,
  last_day date not null,
  primary key (mall_id, id),
  check (first_day <= last_day),
  foreign key (mall_id, agency_id) references agency
);
create index season_by_last_day on season (mall_id, last_day);
create table season_hours (
  mall_id uuid not null,
  season_id uuid not null,
  weekday smallint not null check (weekday between 1 and 7),
  opens text not null check (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  closes text not null check (closes ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
  primary key (mall_id, season_id, weekday, opens),
  check (opens < closes),
  foreign key (mall_id, season_id) references season on delete cascade
);
create table day_exception (
  mall_id uuid not null references mall,
  id uuid not null,
  -- Null: of the whole mall.
  agency_id uuid,
  day date not null,
  -- One agency, the booths that would be open that day, or every booth.
  scope text not null check (scope in ('agency', 'planned', 'everybody')),
  reason text not null check (length(reason) between 3 and 200),
  primary key (mall_id, id),
  unique nulls not distinct (mall_id, day, agency_id),
  check ((scope = 'agency') = (agency_id is not null)),
  foreign key (mall_id, agency_id) references agency
);
create table day_exception_hours (
  mall_id uuid not null,
  exception_id uuid not null,
  opens text not null check (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  closes text not null check (closes ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
  primary key (mall_id, exception_id, opens),
  check (opens < closes),
  foreign key (mall_id, exception_id) references day_exception on delete cascade
);

-- No day lies in two seasons of the mall, or of one agency. Whoever writes one waits for the other to be there.
create function check_season() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('season ' || new.mall_id || coalesce(new.agency_id::text, ''), 0));
  if exists (select from season s
    where s.mall_id = new.mall_id and s.agency_id is not distinct from new.agency_id and s.id <> new.id
      and s.first_day <= new.last_day and s.last_day >= new.first_day)
  then
    raise exception 'seasons overlap' using errcode = 'exclusion_violation', constraint = 'season_apart';
  end if;
  return new;
end $$;
create trigger season_checked before insert or update on season for each row execute function check_season();

-- No minute is planned twice. The owner's row is locked first, so that two writers of its hours follow one another.
create function check_season_hours() returns trigger language plpgsql as $$
begin
  perform from season s where s.mall_id = new.mall_id and s.id = new.season_id for update;
  if exists (select from season_hours h
    where h.mall_id = new.mall_id and h.season_id = new.season_id and h.weekday = new.weekday
      and h.opens < new.closes and h.closes > new.opens)
  then
    raise exception 'hours overlap' using errcode = 'exclusion_violation', constraint = 'season_hours_apart';
  end if;
  return new;
end $$;
create trigger season_hours_checked before insert on season_hours
  for each row execute function check_season_hours();
create function check_exception_hours() returns trigger language plpgsql as $$
begin
  perform from day_exception e where e.mall_id = new.mall_id and e.id = new.exception_id for update;
  if exists (select from day_exception_hours h
    where h.mall_id = new.mall_id and h.exception_id = new.exception_id
      and h.opens < new.closes and h.closes > new.opens)
  then
    raise exception 'hours overlap' using errcode = 'exclusion_violation', constraint = 'exception_hours_apart';
  end if;
  return new;
end $$;
create trigger day_exception_hours_checked before insert on day_exception_hours
  for each row execute function check_exception_hours();
