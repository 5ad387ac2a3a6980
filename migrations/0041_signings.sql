-- signings: the days on which many agreements are signed in one ceremony.
create table signing_day (
  mall_id uuid not null references mall,
  id uuid not null,
  version integer not null default 1,
  title text not null check (length(title) between 3 and 160),
  day date not null,
  place text not null check (length(place) between 3 and 160),
  primary key (mall_id, id)
);
-- An agreement is signed once, so it stands in one ceremony at most.
create table signing_entry (
  mall_id uuid not null,
  agreement_id uuid not null,
  signing_id uuid not null,
  place integer not null check (place >= 1),
  primary key (mall_id, agreement_id),
  foreign key (mall_id, signing_id) references signing_day on delete cascade,
  foreign key (mall_id, agreement_id) references agreement on delete cascade
);
create index signing_entry_by_day on signing_entry (mall_id, signing_id, place);
