-- staff: an officer's break is an interval of the seat, from when it was asked for. The counter calls nobody from then
-- on; whoever is there is finished first, so the rest itself begins when the last interval at the counter has ended.
create table counter_break (
  mall_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  kind text not null check (kind in ('rest', 'prayer', 'other')),
  expected_minutes smallint not null check (expected_minutes between 5 and 90),
  asked_at timestamptz not null,
  ended_at timestamptz,
  primary key (mall_id, id),
  check (ended_at >= asked_at),
  foreign key (mall_id, session_id) references counter_session
);
create unique index counter_break_open on counter_break (mall_id, session_id) where ended_at is null;
-- The last person at a counter, from whose end a break begins.
create index stop_interval_at_counter on stop_interval (mall_id, counter_id, started_at) where counter_id is not null;
