-- paper: blocks of numbers that are printed beforehand and given by hand when the server is dead.
create table number_block (
  mall_id uuid not null,
  id uuid not null,
  service_day date not null,
  agency_id uuid not null,
  series text not null,
  first_number smallint not null check (first_number between 1 and 999),
  last_number smallint not null check (last_number between first_number and 999),
  reserved_at timestamptz not null,
  primary key (mall_id, id),
  unique (mall_id, service_day, series, first_number),
  foreign key (mall_id, agency_id) references agency
);

-- A block takes only numbers that nobody holds. The series' row is locked first, so that a number which is being given
-- at this moment is waited for, and two blocks of one series come one after the other.
create function check_number_block() returns trigger language plpgsql as $$
begin
  insert into queue_series as q (mall_id, service_day, series, last_number)
    values (new.mall_id, new.service_day, new.series, 0)
    on conflict (mall_id, service_day, series) do update set last_number = q.last_number;
  if exists (select from number_block b where b.mall_id = new.mall_id and b.service_day = new.service_day
      and b.series = new.series and b.first_number <= new.last_number and b.last_number >= new.first_number)
    or exists (select from stop s where s.mall_id = new.mall_id and s.service_day = new.service_day
      and s.series = new.series and s.number between new.first_number and new.last_number)
  then
    raise exception 'numbers of this block are taken' using errcode = 'exclusion_violation', constraint = 'number_block_free';
  end if;
  return new;
end $$;
create trigger number_block_checked before insert on number_block
  for each row execute function check_number_block();

-- The machine jumps over blocks: whoever counts a series on gets the first number after them, or none at its end.
create function skip_number_blocks() returns trigger language plpgsql as $$
declare block_end smallint;
begin
  loop
    select b.last_number into block_end from number_block b
      where b.mall_id = new.mall_id and b.service_day = new.service_day and b.series = new.series
        and new.last_number between b.first_number and b.last_number;
    exit when not found;
    if block_end >= 999 then
      return null;
    end if;
    new.last_number := block_end + 1;
  end loop;
  return new;
end $$;
create trigger queue_series_begun before insert on queue_series
  for each row when (new.last_number > 0) execute function skip_number_blocks();
create trigger queue_series_counted before update on queue_series
  for each row when (new.last_number <> old.last_number) execute function skip_number_blocks();

-- A number of a block is a number on paper, and no other is: whatever way a stop is written.
create function keep_paper_numbers() returns trigger language plpgsql as $$
begin
  if (new.channel = 'paper') <> exists (select from number_block b where b.mall_id = new.mall_id
    and b.service_day = new.service_day and b.series = new.series
    and new.number between b.first_number and b.last_number)
  then
    raise exception 'a paper number outside its block, or another inside' using errcode = 'check_violation',
      constraint = 'stop_paper_number';
  end if;
  return new;
end $$;
create trigger stop_number_kept before insert or update of channel, series, number, service_day on stop
  for each row execute function keep_paper_numbers();
