-- agreements: how a party writes its numbers, and how far it has come in each year. The holder is the agency's id, or the
-- name of a party that is none, in small letters.
create table number_pattern (
  mall_id uuid not null references mall,
  holder text not null,
  pattern text not null check (length(pattern) between 6 and 80),
  primary key (mall_id, holder)
);
create table number_sequence (
  mall_id uuid not null,
  holder text not null,
  year smallint not null,
  last integer not null check (last between 0 and 999999),
  primary key (mall_id, holder, year),
  foreign key (mall_id, holder) references number_pattern
);
