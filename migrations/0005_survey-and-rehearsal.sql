-- survey: one question after the service.
create table rating (
  mall_id uuid not null,
  stop_id uuid not null,
  score smallint not null check (score between 1 and 4),
  channel text not null,
  at timestamptz not null,
  primary key (mall_id, stop_id),
  foreign key (mall_id, stop_id) references stop
);

-- rehearsal: the simulated crowd of a demonstration or a trial before launch.
create table crowd_setting (
  mall_id uuid primary key references mall,
  mode text not null check (mode in ('off', 'paused', 'running')),
  speed smallint not null default 1 check (speed between 1 and 60),
  visitors_per_hour smallint not null default 25 check (visitors_per_hour between 1 and 600)
);
