-- boards: what each board shows and how it speaks. One without a row shows the zone in which it hangs, at full volume.
-- The rule (rules/board-sound.ts) says this first; here it also holds for whoever writes by hand.
create function volume_steps_fit(steps jsonb) returns boolean language sql immutable as $$
  with step as (
    select e.s ->> 'days' as days, e.s ->> 'from' as starts, e.s ->> 'until' as ends,
      (e.s ->> 'volume')::integer as volume, e.n
    from jsonb_array_elements(steps) with ordinality as e (s, n)
  )
  select jsonb_array_length(steps) <= 12
    and not exists (select from step
      where not coalesce(days in ('every', 'friday') and starts < ends and volume between 0 and 100, false))
    and not exists (select from step a join step b
      on a.n < b.n and a.days = b.days and a.starts < b.ends and b.starts < a.ends)
$$;
create table board_setting (
  mall_id uuid not null,
  device_id uuid not null,
  english boolean not null,
  sound boolean not null,
  volume smallint not null check (volume between 0 and 100),
  volume_steps jsonb not null check (volume_steps_fit(volume_steps)),
  shows_hours boolean not null,
  primary key (mall_id, device_id),
  foreign key (mall_id, device_id) references device
);
create table board_zone (
  mall_id uuid not null,
  device_id uuid not null,
  zone_id uuid not null,
  primary key (mall_id, device_id, zone_id),
  foreign key (mall_id, device_id) references board_setting,
  foreign key (mall_id, zone_id) references zone
);
create index board_zone_by_zone on board_zone (mall_id, zone_id);
create table board_message (
  mall_id uuid not null references mall,
  id uuid not null,
  -- Null: on every board of the mall.
  device_id uuid,
  text_id text not null check (length(text_id) between 3 and 120),
  text_en text check (length(text_en) between 3 and 120),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (mall_id, id),
  check (starts_at < ends_at),
  foreign key (mall_id, device_id) references device
);
create index board_message_by_end on board_message (mall_id, ends_at);
