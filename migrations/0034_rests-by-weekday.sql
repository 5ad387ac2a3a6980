-- rotation: rests by weekday, several a day. What held each day holds on each of the seven.
alter table rest_slot
  add column weekday smallint check (weekday between 1 and 7),
  drop constraint rest_slot_pkey;
insert into rest_slot (mall_id, counter_id, weekday, starts, ends)
  select r.mall_id, r.counter_id, d, r.starts, r.ends from rest_slot r cross join generate_series(1, 7) d;
delete from rest_slot where weekday is null;
alter table rest_slot
  alter column weekday set not null,
  add primary key (mall_id, counter_id, weekday, starts);
