-- agencies: from which day a booth keeps which week. What holds on a day is the latest week that had begun by then, so
-- that a change does not rewrite what was.
create table booth_week (
  mall_id uuid not null,
  booth_id uuid not null,
  valid_from date not null,
  -- Counts the changes of a booth's hours: whoever changes them says which state they saw.
  revision integer not null check (revision >= 1),
  set_at timestamptz not null,
  primary key (mall_id, booth_id, valid_from),
  unique (mall_id, booth_id, revision),
  foreign key (mall_id, booth_id) references booth
);
insert into booth_week (mall_id, booth_id, valid_from, revision, set_at)
  select distinct mall_id, booth_id, date '2000-01-01', 1, now() from booth_hours;
alter table booth_hours add column valid_from date not null default '2000-01-01';
alter table booth_hours alter column valid_from drop default;
alter table booth_hours drop constraint booth_hours_pkey;
alter table booth_hours add primary key (mall_id, booth_id, valid_from, weekday, opens);
alter table booth_hours drop constraint booth_hours_mall_id_booth_id_fkey;
alter table booth_hours add foreign key (mall_id, booth_id, valid_from) references booth_week on delete cascade;

-- No minute of a week is planned twice. The week's row is locked first, so that two writers of it follow one another.
create function check_booth_hours() returns trigger language plpgsql as $$
begin
  perform from booth_week w
    where w.mall_id = new.mall_id and w.booth_id = new.booth_id and w.valid_from = new.valid_from for update;
  if exists (select from booth_hours h
    where h.mall_id = new.mall_id and h.booth_id = new.booth_id and h.valid_from = new.valid_from
      and h.weekday = new.weekday and h.opens < new.closes and h.closes > new.opens)
  then
    raise exception 'hours overlap' using errcode = 'exclusion_violation', constraint = 'booth_hours_apart';
  end if;
  return new;
end $$;
create trigger booth_hours_checked before insert on booth_hours
  for each row execute function check_booth_hours();
