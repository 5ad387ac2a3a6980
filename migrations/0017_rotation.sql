-- rotation: which counters of a booth rest when, each day, and how many must stay open.
create table rest_rule (
  mall_id uuid not null,
  booth_id uuid not null,
  open_min smallint not null check (open_min between 0 and 50),
  primary key (mall_id, booth_id),
  foreign key (mall_id, booth_id) references booth
);
create table rest_slot (
  mall_id uuid not null,
  counter_id uuid not null,
  starts text not null check (starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends text not null check (ends ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
  primary key (mall_id, counter_id),
  check (starts < ends),
  foreign key (mall_id, counter_id) references counter
);
