-- agreements: what each party says of a draft that goes around, and how articles are worded.
-- How often the draft has gone around.
alter table agreement add column round smallint not null default 0 check (round between 0 and 999);
create table agreement_verdict (
  mall_id uuid not null,
  agreement_id uuid not null,
  round smallint not null,
  -- The party's place; a party that was taken out since takes its verdict along.
  place smallint not null,
  verdict text not null check (verdict in ('agrees', 'wants-changes')),
  note text not null default '' check (length(note) <= 2000),
  told_on date not null,
  told_by text not null,
  primary key (mall_id, agreement_id, round, place),
  check (verdict = 'agrees' or note <> ''),
  foreign key (mall_id, agreement_id, place) references agreement_party on delete cascade
);
-- The wording that a mall gives to new agreements of a kind, where it is not the one that comes with the program.
create table clause_wording (
  mall_id uuid not null references mall,
  kind text not null check (kind in ('pks', 'kesepakatan-bersama', 'nota-kesepakatan', 'penempatan')),
  subject text not null check (subject in ('purpose', 'facilities', 'costs', 'data', 'disputes')),
  version integer not null default 1,
  wording text not null check (length(wording) between 3 and 2000),
  primary key (mall_id, kind, subject)
);
