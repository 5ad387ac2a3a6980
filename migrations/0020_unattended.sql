-- staff: when the officer at a counter was last heard. A counter whose officer has vanished is given free.
alter table counter_session
  add column seen_at timestamptz,
  add column ended_by text check (ended_by in ('silence'));
alter table counter_session add constraint counter_session_ended check (ended_by is null or closed_at is not null);
-- staff: from when until when somebody could hear. An officer is silent only while a server listens.
create table hearing (
  only_row boolean primary key default true check (only_row),
  since timestamptz not null,
  until timestamptz not null check (until >= since)
);
-- malls: after how many minutes nobody is believed to come to a call, and an officer to be at the counter.
alter table mall
  add column no_show_minutes smallint not null default 3 check (no_show_minutes between 1 and 30),
  add column silent_minutes smallint not null default 5 check (silent_minutes between 4 and 60);
-- queue: when somebody who was called was last called again.
alter table stop add column recalled_at timestamptz;
