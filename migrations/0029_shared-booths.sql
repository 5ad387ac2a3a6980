-- agencies: booths that stand at one place in turns, each on its weekdays. The place is the booth whose counters they are.
create table booth_share (
  mall_id uuid not null,
  place_id uuid not null,
  booth_id uuid not null,
  weekday smallint not null check (weekday between 1 and 7),
  primary key (mall_id, booth_id, weekday),
  unique (mall_id, place_id, weekday),
  foreign key (mall_id, place_id) references booth,
  foreign key (mall_id, booth_id) references booth
);

-- A guest has rows of its own for the same desks, so that its numbers, limits and reports stay its own.
alter table counter drop constraint counter_mall_id_number_key;
alter table counter
  add column shared_from uuid,
  add constraint counter_number_kept unique (mall_id, id, number),
  add constraint counter_number_at_booth unique (mall_id, booth_id, number),
  add constraint counter_shared foreign key (mall_id, shared_from, number) references counter (mall_id, id, number);
create unique index counter_mall_id_number_key on counter (mall_id, number) where shared_from is null;

-- staff: nobody sits down at a desk at which somebody of another agency sits.
alter table counter_session add column desk_id uuid;
update counter_session set desk_id = counter_id;
alter table counter_session add constraint counter_session_desk_named check (desk_id is not null);
create unique index counter_session_at_desk on counter_session (mall_id, desk_id) where closed_at is null;
create function name_desk() returns trigger language plpgsql as $$
begin
  select coalesce(c.shared_from, c.id) into new.desk_id
  from counter c where c.mall_id = new.mall_id and c.id = new.counter_id;
  return new;
end $$;
create trigger counter_session_desk before insert on counter_session
  for each row execute function name_desk();
