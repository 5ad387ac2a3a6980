-- remote-help: the hours in which an agency advises by video or telephone, such as on days on which it is not at the mall.
create table remote_slot (
  mall_id uuid not null,
  agency_id uuid not null,
  weekday smallint not null check (weekday between 1 and 7),
  opens text not null check (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  closes text not null check (closes ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
  kind text not null check (kind in ('video', 'phone')),
  -- An https address or a telephone number.
  contact text not null check (length(contact) between 5 and 300),
  primary key (mall_id, agency_id, weekday, opens),
  check (opens < closes),
  foreign key (mall_id, agency_id) references agency on delete cascade
);
